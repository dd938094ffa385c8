namespace Daybook.Llm;

/// <summary>Where the answer stands in a recorded stream: the last attempt, and how it ended.</summary>
internal sealed record RecordedAnswer(string StreamId)
{
    /// <summary>The sequence that the attempt begins with.</summary>
    internal long First { get; private init; }

    /// <summary>The sequence behind the attempt's last event.</summary>
    internal long End { get; private init; }

    /// <summary>The stream's version.</summary>
    internal long Version { get; private init; }

    /// <summary>The START that the attempt answers: its own, else that of the attempts before it.</summary>
    internal StartEvent? Start { get; private init; }

    /// <summary>When the attempt began.</summary>
    internal DateTimeOffset StartedAt { get; private init; }

    /// <summary>When it ended, or when its last event was recorded.</summary>
    internal DateTimeOffset EndedAt { get; private init; }

    /// <summary>Whether something of it was redacted: it is not what the model said any more, and counts as incomplete.</summary>
    internal bool HasGaps { get; private init; }

    /// <summary>How it ended, if it did well.</summary>
    internal CompleteEvent? Complete { get; private init; }

    /// <summary>How it ended, if it did not.</summary>
    internal ErrorEvent? Error { get; private init; }

    /// <summary>Whether it answers a request to a model.</summary>
    internal bool IsOf(string requestHash, string? model) =>
        string.Equals(Start?.RequestHash, requestHash, StringComparison.Ordinal) && string.Equals(Start?.Options.Model, model, StringComparison.Ordinal);

    /// <summary>Looks through a stream; null when there is none.</summary>
    internal static async ValueTask<RecordedAnswer?> FindAsync(IEventStore store, string streamId, CancellationToken cancellationToken)
    {
        StartEvent? start = null;
        long version = 0;
        long first = -1;
        long end = 0;
        bool hasGaps = false;
        DateTimeOffset startedAt = default;
        DateTimeOffset endedAt = default;
        CompleteEvent? complete = null;
        ErrorEvent? error = null;
        await foreach (Envelope envelope in store.ReadEventsAsync(streamId, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            version = envelope.Sequence + 1;

            // Of a stream that was truncated there may be no beginning.
            bool begins = first < 0 || envelope.Is<RetryEvent>() || envelope.Is<FallbackEvent>() || envelope.Is<ContinuationEvent>();
            if (!begins && complete is not null)
            {
                // What is said behind the end of an answer is no part of it.
                continue;
            }

            if (begins)
            {
                (first, startedAt, complete, error, hasGaps) = (envelope.Sequence, envelope.Timestamp, null, null, false);
            }

            start = envelope.TryGet<StartEvent>(out var isStart) ? isStart : start;
            hasGaps |= envelope.Is<Redacted>();

            (end, endedAt) = (envelope.Sequence + 1, envelope.Timestamp);
            complete = envelope.TryGet<CompleteEvent>(out var isComplete) ? isComplete : null;
            error = envelope.TryGet<ErrorEvent>(out var isError) ? isError : error;
        }

        return first < 0 ? null : new(streamId)
        {
            Version = version,
            Start = start,
            First = first,
            End = end,
            StartedAt = startedAt,
            EndedAt = endedAt,
            HasGaps = hasGaps,
            Complete = hasGaps ? null : complete,
            Error = complete is null ? error : null,
        };
    }
}
