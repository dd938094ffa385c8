namespace Daybook.Llm;

/// <summary>Where the answer stands in a recorded stream: the last attempt, and how it ended.</summary>
internal sealed record RecordedAnswer(string StreamId)
{
    /// <summary>The sequence that the attempt begins with.</summary>
    internal long First { get; private init; }

    /// <summary>The sequence behind the attempt's last event.</summary>
    internal long End { get; private init; }

    /// <summary>When the attempt began.</summary>
    internal DateTimeOffset StartedAt { get; private init; }

    /// <summary>When it ended, or when its last event was recorded.</summary>
    internal DateTimeOffset EndedAt { get; private init; }

    /// <summary>How it ended, if it did well.</summary>
    internal CompleteEvent? Complete { get; private init; }

    /// <summary>How it ended, if it did not.</summary>
    internal ErrorEvent? Error { get; private init; }

    /// <summary>Looks through a stream; null when there is none.</summary>
    internal static async ValueTask<RecordedAnswer?> FindAsync(IEventStore store, string streamId, CancellationToken cancellationToken)
    {
        RecordedAnswer? answer = null;
        await foreach (Envelope envelope in store.ReadEventsAsync(streamId, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            // Of a stream that was truncated there may be no beginning.
            bool begins = answer is null || envelope.Is<RetryEvent>() || envelope.Is<FallbackEvent>() || envelope.Is<ContinuationEvent>();
            if (begins)
            {
                answer = new(streamId) { First = envelope.Sequence, StartedAt = envelope.Timestamp };
            }
            else if (answer!.Complete is not null)
            {
                // What is said behind the end of an answer is no part of it.
                continue;
            }

            answer = answer! with
            {
                End = envelope.Sequence + 1,
                EndedAt = envelope.Timestamp,
                Complete = envelope.TryGet<CompleteEvent>(out var complete) ? complete : null,
                Error = envelope.TryGet<ErrorEvent>(out var error) ? error : answer!.Error,
            };
        }

        return answer is { Complete: not null } ? answer with { Error = null } : answer;
    }
}
