namespace Daybook.Llm;

/// <summary>The events that an attempt at an answer begins and ends with.</summary>
internal static class AttemptEvents
{
    /// <summary>Adds START, which every attempt has of its own since it may ask something else, behind what tells it from the attempt before.</summary>
    /// <param name="sink">Where the events go.</param>
    /// <param name="start">What is asked.</param>
    /// <param name="before">What the stream holds; null when nothing.</param>
    /// <param name="fallbackIndex">Which of the models is asked.</param>
    internal static void Open(EventSink sink, StartEvent start, LlmState? before, int fallbackIndex)
    {
        LlmError? last = before?.EndedAt is null ? null : before.Error;
        string? reason = last?.Message ?? before switch
        {
            null => null,
            { StartedAt: null, TokenEventCount: 0 } => "Nothing is there of an attempt before.",
            _ => "The attempt before was not finished.",
        };
        int indexBefore = before?.FallbackIndex ?? 0;
        if (fallbackIndex != indexBefore)
        {
            sink.Add(new FallbackEvent(fallbackIndex) { From = indexBefore, Reason = reason });
        }
        else if (before is not null)
        {
            bool isNetwork = last is not null && before.NetworkErrors.Count > 0 && before.NetworkErrors[before.NetworkErrors.Count - 1] == last;
            sink.Add(new RetryEvent(before.RetryAttempts + before.NetworkRetryCount + 1, reason!, CountsTowardLimit: !isNetwork));
        }

        sink.Add(start);
    }

    /// <summary>Adds how the answer ended, unless it goes on in the background.</summary>
    /// <param name="sink">Where the events go.</param>
    /// <param name="answer">What has come of it.</param>
    /// <param name="goesOn">Whether it goes on; null leaves it to its last update.</param>
    internal static void End(EventSink sink, ChunkEncoder answer, bool? goesOn)
    {
        if (goesOn ?? answer.GoesOn)
        {
            return;
        }

        // Clients need not say why an answer ended. But one that says neither that nor anything else has given none.
        if (answer.Error is { } error)
        {
            sink.Add(new ErrorEvent(error, FailureType.Model) { IsReturned = true });
        }
        else if (answer.HasContent || answer.FinishReason is not null)
        {
            sink.Add(new CompleteEvent(FinishReason: answer.FinishReason));
        }
        else
        {
            sink.Add(new ErrorEvent(new("ZeroOutput", "The answer ended with neither content nor a finish reason."), FailureType.ZeroOutput) { IsReturned = true });
        }
    }
}
