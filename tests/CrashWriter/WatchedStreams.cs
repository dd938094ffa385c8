using Daybook.Stores;

namespace Daybook.CrashTesting;

/// <summary>The streams that each belong to one worker, by their ids.</summary>
public static class WatchedStreams
{
    /// <summary>What is recorded lives that long; what is to expire is stamped twice as long ago.</summary>
    public static readonly TimeSpan Ttl = TimeSpan.FromDays(30);

    public static IReadOnlyList<string> Ids { get; } = ["owned-0", "owned-1", "owned-2", "tally-0", "tally-1", "expiring-0", "expiring-1", "expiring-2"];

    /// <summary>Finds a stream as it is.</summary>
    /// <param name="store">The store.</param>
    /// <param name="view">The view of it in which streams expire.</param>
    /// <param name="id">The stream.</param>
    /// <returns>The stream.</returns>
    public static async Task<IWatchedStream> FindAsync(IEventStore store, TtlEventStore view, string id) => id[..id.IndexOf('-', StringComparison.Ordinal)] switch
    {
        "owned" => await OwnedStream.FindAsync(store, id),
        "tally" => await TallyStream.FindAsync(store, id),
        _ => await ExpiringStream.FindAsync(view, id),
    };
}
