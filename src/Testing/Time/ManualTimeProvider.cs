namespace Daybook.Testing;

/// <summary>A clock that moves only when it is told to. Safe for concurrent use.</summary>
/// <param name="start">The first time it shows.</param>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start;

    /// <summary>
    /// Whether the clock jumps ahead to each timer as soon as it is set, so that code that waits does not.
    /// </summary>
    public bool JumpsToTimers { get; init; }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves the clock and fires what has come due on the way.</summary>
    /// <param name="time">How far; it may go back, which fires nothing.</param>
    public void Advance(TimeSpan time)
    {
        List<ManualTimer> due;
        lock (_lock)
        {
            _now += time;
            due = _timers.FindAll(timer => timer.Due <= _now);
            _ = _timers.RemoveAll(timer => timer.Due <= _now);
        }

        foreach (ManualTimer timer in due.OrderBy(timer => timer.Due))
        {
            timer.Fire();
        }
    }

    /// <summary>How many timers wait.</summary>
    /// <returns>The number.</returns>
    public int CountTimers()
    {
        lock (_lock)
        {
            return _timers.Count;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The timer would fire again and again.</exception>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan && period != TimeSpan.Zero)
        {
            throw new NotSupportedException("This clock knows timers that fire once.");
        }

        var timer = new ManualTimer(this, callback, state);
        _ = timer.Change(dueTime, period);
        return timer;
    }

    private void Set(ManualTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _ = _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _now + dueTime;
            if (!JumpsToTimers)
            {
                _timers.Add(timer);
                return;
            }

            _now = timer.Due;
        }

        // Not on this thread: its caller has not seen the timer yet.
        _ = ThreadPool.QueueUserWorkItem(static timer => timer.Fire(), timer, preferLocal: false);
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        internal DateTimeOffset Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        internal void Fire() => callback(state);
    }
}
