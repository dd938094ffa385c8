using System.Text.Json;

namespace Daybook.Llm;

/// <summary>
/// What a chunk of the answer says besides its content. It opens a chunk, and is recorded where something of it has changed or a chunk has no content;
/// role, author, ids, model and time hold for the chunks behind it, null included; the rest is of its own chunk only.
/// </summary>
[Event("llm.chunk")]
public sealed partial record ChunkEvent
{
    /// <summary>Whose words follow: <c>assistant</c>, <c>tool</c>.</summary>
    public string? Role { get; init; }

    /// <summary>The author's name.</summary>
    public string? AuthorName { get; init; }

    /// <summary>The provider's id of the response.</summary>
    public string? ResponseId { get; init; }

    /// <summary>The provider's id of the message.</summary>
    public string? MessageId { get; init; }

    /// <summary>The provider's id of the conversation.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The model that answers.</summary>
    public string? Model { get; init; }

    /// <summary>When the provider says that it made the answer: most repeat one time in every chunk.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Why the model stopped, in the provider's word.</summary>
    public string? FinishReason { get; init; }

    /// <summary>Whatever else the provider says, as a JSON object.</summary>
    public JsonElement? Extra { get; init; }

    /// <summary>By what a response in the background can be taken up again, in base 64.</summary>
    public string? ContinuationToken { get; init; }
}
