using Daybook.Stores;
using Daybook.Stores.Ttl;

namespace Daybook;

/// <summary>Lets what a store holds expire.</summary>
public static class TtlStoreExtensions
{
    /// <summary>A view of a store that leaves out what is expired: what was recorded longer ago than a time to live.</summary>
    /// <param name="store">The store; disposed with the view.</param>
    /// <param name="ttl">The time to live; what is exactly that old is not expired.</param>
    /// <param name="mode">What expires.</param>
    /// <param name="timeProvider">Says what time it is.</param>
    /// <returns>The view; write through it as well. <see cref="TtlEventStore.PurgeExpiredAsync(CancellationToken)"/> makes room.</returns>
    public static TtlEventStore WithTtl(this IEventStore store, TimeSpan ttl, TtlMode mode = TtlMode.Streams, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentOutOfRangeException.ThrowIfLessThan(ttl, TimeSpan.Zero);
        TimeProvider clock = timeProvider ?? TimeProvider.System;
        return mode switch
        {
            TtlMode.Streams => new StreamTtlStore(store, ttl, clock),
            TtlMode.Events => new EventTtlStore(store, ttl, clock),
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such mode."),
        };
    }
}
