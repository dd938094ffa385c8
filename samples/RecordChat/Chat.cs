using Daybook;

namespace RecordChat;

/// <summary>What a recorded response folds to.</summary>
[State("chat")]
public partial record Chat
{
    public string? Provider { get; init; }

    public string? Model { get; init; }

    /// <summary>The answer so far. Appending to it costs the token's length, not the answer's.</summary>
    public AppendableText Content { get; init; }

    public AppendableText Reasoning { get; init; }

    public int Tokens { get; init; }

    public int CheckpointTokens { get; init; }

    public bool IsCompleted { get; init; }

    public string? Error { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    [Reducer]
    private Chat On(Started started, EventContext context) =>
        this with { Provider = started.Provider, Model = started.Model, StartedAt = context.Timestamp };

    [Reducer]
    private Chat On(Token token) => token.Kind == TokenKind.Text
        ? this with { Content = Content.Append(token.Text), Tokens = Tokens + 1 }
        : this with { Reasoning = Reasoning.Append(token.Text), Tokens = Tokens + 1 };

    [Reducer]
    private Chat On(Checkpoint checkpoint) => this with { CheckpointTokens = checkpoint.Tokens };

    [Reducer]
    private Chat On(Completed completed, EventContext context) => this with { IsCompleted = true, EndedAt = context.Timestamp };

    [Reducer]
    private Chat On(Failed failed, EventContext context) => this with { Error = failed.Message, EndedAt = context.Timestamp };
}
