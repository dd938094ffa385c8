namespace Daybook.Llm;

/// <summary>Maps the moments of a recorded answer to real time. All waits count from one start, so they do not add up errors.</summary>
internal sealed class AnswerClock(ReplayChatOptions options, DateTimeOffset recordedStart)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly long _start = options.TimeProvider.GetTimestamp();

    /// <summary>Waits until a recorded moment has come.</summary>
    internal async ValueTask WaitAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (options.Speed == 0)
        {
            return;
        }

        double due = (moment - recordedStart).Ticks / options.Speed;
        while (due - options.TimeProvider.GetElapsedTime(_start).Ticks is > 0 and double left)
        {
            // Whole milliseconds upwards: a timer that fires early would only be set again.
            double milliseconds = Math.Ceiling(Math.Min(left, LongestWait.Ticks) / TimeSpan.TicksPerMillisecond);
            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
