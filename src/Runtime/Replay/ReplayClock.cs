namespace Daybook;

/// <summary>
/// Maps recorded time to real time. All waits count from one anchor, so they do not add up errors; a change of speed
/// or a pause sets a new anchor. Safe for concurrent use.
/// </summary>
internal sealed class ReplayClock(TimeProvider timeProvider, double speed)
{
    // Longer waits are cut into pieces, since timers have a greatest length.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? _anchor;

    // Positions count from the first event: absolute ticks are too large for a double to hold exactly.
    private long _firstTicks;
    private double _position;
    private double _speed = speed;
    private bool _isPaused;

    internal double Speed
    {
        get
        {
            lock (_lock)
            {
                return _speed;
            }
        }
        set => Change(() => _speed = value);
    }

    internal bool IsPaused
    {
        get
        {
            lock (_lock)
            {
                return _isPaused;
            }
        }
        set => Change(() => _isPaused = value);
    }

    /// <summary>Forgets the anchor: the next event is the first one again.</summary>
    internal void Restart()
    {
        lock (_lock)
        {
            _anchor = null;
        }
    }

    /// <summary>Waits until a recorded time has come.</summary>
    internal async ValueTask WaitAsync(long recordedTicks, CancellationToken cancellationToken)
    {
        while (Remaining(recordedTicks, out Task changed) is { } remaining)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (remaining == Timeout.InfiniteTimeSpan)
            {
                await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task delay = Task.Delay(remaining < LongestWait ? remaining : LongestWait, timeProvider, stop.Token);
            _ = await Task.WhenAny(delay, changed).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private TimeSpan? Remaining(long recordedTicks, out Task changed)
    {
        lock (_lock)
        {
            changed = _changed.Task;
            if (_anchor is null)
            {
                _anchor = timeProvider.GetTimestamp();
                _firstTicks = recordedTicks;
                _position = 0;
            }

            if (_isPaused)
            {
                return Timeout.InfiniteTimeSpan;
            }

            if (_speed <= 0)
            {
                // Nothing is waited for, but the position moves: a speed set later counts from here.
                _position = Math.Max(_position, recordedTicks - _firstTicks);
                _anchor = timeProvider.GetTimestamp();
                return null;
            }

            // Whole milliseconds upwards: a timer that fires early would only be set again.
            double left = (recordedTicks - _firstTicks - Now()) / _speed;
            return left <= 0 ? null : TimeSpan.FromMilliseconds(Math.Ceiling(Math.Min(left, LongestWait.Ticks) / TimeSpan.TicksPerMillisecond));
        }
    }

    private double Now() =>
        _isPaused || _anchor is not { } anchor ? _position : _position + (timeProvider.GetElapsedTime(anchor).Ticks * _speed);

    private void Change(Action change)
    {
        lock (_lock)
        {
            _position = Now();
            _anchor = _anchor is null ? null : timeProvider.GetTimestamp();
            change();
            _changed.SetResult();
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
