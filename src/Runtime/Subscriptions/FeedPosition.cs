using System.Runtime.InteropServices;

namespace Daybook;

/// <summary>Where in the feed to begin: at its beginning, at its end, or at an offset.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FeedPosition
{
    private FeedPosition(long offset) => Value = offset;

    /// <summary>All events that there are, and then the new ones.</summary>
    public static FeedPosition Beginning => default;

    /// <summary>New events only.</summary>
    public static FeedPosition End { get; } = new(-1);

    internal bool IsEnd => Value < 0;

    private long Value { get; }

    /// <summary>The events from an offset on.</summary>
    /// <param name="offset">The first offset; 0 or more.</param>
    /// <returns>The position.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The offset is negative.</exception>
    public static FeedPosition Offset(long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        return new(offset);
    }

    /// <summary>Same as <see cref="Offset"/>.</summary>
    /// <param name="offset">The first offset; 0 or more.</param>
    public static implicit operator FeedPosition(long offset) => Offset(offset);

    /// <summary>The first offset to read.</summary>
    internal ValueTask<long> ResolveAsync(IEventStore store, CancellationToken cancellationToken) =>
        IsEnd ? store.GetFeedEndAsync(cancellationToken) : new(Value);
}
