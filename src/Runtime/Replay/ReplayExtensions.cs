namespace Daybook;

/// <summary>Starting of replays.</summary>
public static class ReplayExtensions
{
    /// <summary>Prepares the replay of a stream; nothing is read before it is enumerated.</summary>
    /// <typeparam name="TState">The state that the stream folds to.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="options">What to show, and how fast.</param>
    /// <returns>The replay.</returns>
    /// <exception cref="InvalidStreamIdException">The id breaks the rules of <see cref="StreamId"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The speed or the range is negative.</exception>
    public static Replay<TState> Replay<TState>(this IEventStore store, string streamId, ReplayOptions? options = null)
        where TState : IState<TState>
    {
        ArgumentNullException.ThrowIfNull(store);
        StreamId.Validate(streamId);
        options ??= ReplayOptions.Default;
        ArgumentNullException.ThrowIfNull(options.Load, nameof(options));
        ArgumentNullException.ThrowIfNull(options.TimeProvider, nameof(options));
        _ = CheckSpeed(options.Speed);
        ArgumentOutOfRangeException.ThrowIfNegative(options.From, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.To ?? 0, nameof(options));
        return new(store, streamId, options);
    }

    internal static double CheckSpeed(double speed)
    {
        if (!double.IsFinite(speed))
        {
            throw new ArgumentOutOfRangeException(nameof(speed), "A speed is a finite number; 0 waits for nothing.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(speed);
        return speed;
    }
}
