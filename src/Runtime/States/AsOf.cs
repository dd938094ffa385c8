using System.Runtime.InteropServices;

namespace Daybook;

/// <summary>Up to where a stream is folded: now, a sequence, or a time. Both convert to it by themselves.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AsOf
{
    private AsOf(long end, long lastTicks)
    {
        // Kept as a difference, so that default(AsOf) is now.
        MissingToEnd = long.MaxValue - end;
        MissingToLastTicks = long.MaxValue - lastTicks;
    }

    /// <summary>All events.</summary>
    public static AsOf Now => default;

    /// <summary>The first sequence that is not folded any more.</summary>
    internal long End => long.MaxValue - MissingToEnd;

    /// <summary>The last time stamp that is folded, in UTC ticks.</summary>
    internal long LastTicks => long.MaxValue - MissingToLastTicks;

    private long MissingToEnd { get; }

    private long MissingToLastTicks { get; }

    /// <summary>All events up to a sequence, that one included.</summary>
    /// <param name="sequence">The last sequence to fold; 0 or more.</param>
    /// <returns>The bound.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The sequence is negative.</exception>
    public static AsOf Sequence(long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        return new(sequence == long.MaxValue ? sequence : sequence + 1, long.MaxValue);
    }

    /// <summary>
    /// All events before the first one with a later time stamp. Stamps may go back; the events behind such a stamp
    /// are not folded, even if theirs are earlier again.
    /// </summary>
    /// <param name="time">The last time to fold.</param>
    /// <returns>The bound.</returns>
    public static AsOf Time(DateTimeOffset time) => new(long.MaxValue, time.UtcTicks);

    /// <summary>Same as <see cref="Sequence"/>.</summary>
    /// <param name="sequence">The last sequence to fold; 0 or more.</param>
    public static implicit operator AsOf(long sequence) => Sequence(sequence);

    /// <summary>Same as <see cref="Time"/>.</summary>
    /// <param name="time">The last time to fold.</param>
    public static implicit operator AsOf(DateTimeOffset time) => Time(time);
}
