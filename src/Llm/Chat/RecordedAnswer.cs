using System.Text;

namespace Daybook.Llm;

/// <summary>The answer of a recorded stream, read as <see cref="LlmState"/> reads it: where the last attempt stands, what counts of it, and how it ended.</summary>
internal sealed class RecordedAnswer
{
    private readonly StringBuilder _text = new();
    private bool _isComplete;

    private RecordedAnswer(string streamId) => StreamId = streamId;

    internal string StreamId { get; }

    /// <summary>The sequence that the attempt begins with.</summary>
    internal long First { get; private set; }

    /// <summary>The stream's version; the attempt goes up to it.</summary>
    internal long Version { get; private set; }

    /// <summary>The sequence of the event that says the text of the answer anew, in place of the attempt's tokens before it; negative where none does.</summary>
    internal long TextFrom { get; private set; }

    /// <summary>The START that the attempt answers: its own, else that of the attempts before it.</summary>
    internal StartEvent? Start { get; private set; }

    /// <summary>When the attempt began.</summary>
    internal DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it ended, or when its last event was recorded.</summary>
    internal DateTimeOffset EndedAt { get; private set; }

    /// <summary>Whether something of it was redacted, or its beginning deleted: it is not what the model said any more, and counts as incomplete.</summary>
    internal bool HasGaps { get; private set; }

    /// <summary>Whether it ended well.</summary>
    internal bool IsComplete => _isComplete && !HasGaps;

    /// <summary>How it ended, if it did not end well.</summary>
    internal ErrorEvent? Error { get; private set; }

    /// <summary>Whether its caller got it to its end and no exception.</summary>
    internal bool IsReturned => IsComplete || (Error is { IsReturned: true } && !HasGaps);

    /// <summary>Whether it answers a request to a model.</summary>
    internal bool IsOf(string requestHash, string? model) =>
        string.Equals(Start?.RequestHash, requestHash, StringComparison.Ordinal) && string.Equals(Start?.Options.Model, model, StringComparison.Ordinal);

    /// <summary>Looks through a stream; null when there is none.</summary>
    internal static async ValueTask<RecordedAnswer?> FindAsync(IEventStore store, string streamId, CancellationToken cancellationToken)
    {
        RecordedAnswer? answer = null;
        await foreach (Envelope envelope in store.ReadEventsAsync(streamId, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            // Of a stream that was truncated or has expired there may be no beginning.
            bool isBeginning = envelope.Sequence == 0 || envelope.Is<RetryEvent>() || envelope.Is<FallbackEvent>();
            if (answer is null || isBeginning)
            {
                answer ??= new(streamId);
                answer.Begin(envelope, hasGaps: !isBeginning);
            }

            answer.Add(envelope);
        }

        return answer;
    }

    private void Begin(in Envelope envelope, bool hasGaps)
    {
        (First, StartedAt, TextFrom, HasGaps) = (envelope.Sequence, envelope.Timestamp, -1, hasGaps);
        (_isComplete, Error) = (false, null);
        _ = _text.Clear();
    }

    private void Add(in Envelope envelope)
    {
        Version = envelope.Sequence + 1;
        HasGaps |= envelope.Is<Redacted>();
        bool isEnd = false;
        if (envelope.TryGet(out TokenEvent token))
        {
            _ = _text.Append(token.Kind == TokenKind.Text ? token.Value : "");
        }
        else if (envelope.TryGet<StartEvent>(out var start))
        {
            // What is asked behind the end of an answer is not what it answers.
            Start = _isComplete ? Start : start;
        }
        else if (envelope.TryGet<ContinuationEvent>(out var continuation))
        {
            (_isComplete, Error) = (false, null);
            SayAnew(continuation.Checkpoint, envelope.Sequence);
        }
        else if (envelope.TryGet<CompleteEvent>(out var complete))
        {
            (_isComplete, Error, isEnd) = (true, null, true);
            if (complete.Content is { } content && !_text.Equals(content))
            {
                SayAnew(content, envelope.Sequence);
            }
        }
        else if (envelope.TryGet<ErrorEvent>(out var error))
        {
            (Error, isEnd) = (_isComplete ? null : error, true);
        }

        // What is recorded behind the end does not make the answer take longer.
        EndedAt = isEnd || (!_isComplete && Error is null) ? envelope.Timestamp : EndedAt;
    }

    private void SayAnew(string text, long sequence)
    {
        _ = _text.Clear().Append(text);
        TextFrom = sequence;
    }
}
