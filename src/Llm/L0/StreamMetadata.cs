namespace Daybook.Llm;

/// <summary>What there is to know of a stream without replaying it: see <see cref="EventReplayer.MetadataAsync"/>.</summary>
public sealed record StreamMetadata
{
    /// <summary>The stream's id.</summary>
    public required string StreamId { get; init; }

    /// <summary>How many events are there.</summary>
    public required long EventCount { get; init; }

    /// <summary>How many tokens the answer has: one more than the last token's index, or what COMPLETE says.</summary>
    public required int TokenCount { get; init; }

    /// <summary>How many token events there were, in all attempts and of either kind.</summary>
    public required long TokenEventCount { get; init; }

    /// <summary>When the stream began: the time of its first START, or else, where none stands before its first token, of its first event.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended: the time of COMPLETE or ERROR of the last attempt, or else of its last event so far.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>When its first token came, of whatever attempt; null while there is none among the first 1024 events.</summary>
    public DateTimeOffset? FirstTokenAt { get; init; }

    /// <summary>Whether the answer has ended as it should.</summary>
    public required bool Completed { get; init; }

    /// <summary>Whether anything went wrong.</summary>
    public required bool HasError { get; init; }

    /// <summary>What the stream was asked for, by its first START; null without one there.</summary>
    public LlmOptions? Options { get; init; }

    /// <summary>How long the first token took, in recorded time; nothing where that went backwards.</summary>
    public TimeSpan? TimeToFirstToken => FirstTokenAt is { } at ? Since(StartedAt, at) : null;

    /// <summary>How long the stream took with all its attempts, in recorded time; nothing where that went backwards.</summary>
    public TimeSpan Duration => Since(StartedAt, EndedAt);

    internal static StreamMetadata Of(StreamInfo info, Versioned<LlmState> loaded, StreamBeginning beginning) => new()
    {
        StreamId = info.StreamId,
        EventCount = Math.Max(loaded.Version, info.Version) - info.FirstSequence,
        TokenCount = loaded.State.TokenCount,
        TokenEventCount = loaded.State.TokenEventCount,
        StartedAt = beginning.StartedAt ?? info.FirstTimestamp,
        EndedAt = loaded.State.EndedAt ?? info.LastTimestamp,
        FirstTokenAt = beginning.FirstTokenAt,
        Completed = loaded.State.Completed,
        HasError = loaded.State.Error is not null,
        Options = beginning.Options,
    };

    private static TimeSpan Since(DateTimeOffset start, DateTimeOffset end) => end > start ? end - start : TimeSpan.Zero;
}
