using System.Globalization;
using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.Tests.Stores;

/// <summary>What writers that were killed have said of one store: what is there for sure, and what may be.</summary>
internal sealed class WriterLog
{
    private readonly Dictionary<string, WatchedStream> _watched = new(StringComparer.Ordinal);

    private WriterLog()
    {
    }

    internal Dictionary<(string Stream, long Sequence), (int Count, EventId Id)> Appends { get; } = [];

    internal int Changes { get; private set; }

    internal int Purges { get; private set; }

    internal int Compactions { get; private set; }

    /// <summary>How many segments were rewritten in compactions that were acknowledged.</summary>
    internal int Rewritten { get; private set; }

    /// <summary>How many compactions a kill interrupted.</summary>
    internal int Interrupted { get; private set; }

    /// <summary>The streams that had expired, and were left alone since, when a purge began that was acknowledged.</summary>
    internal IEnumerable<string> Purged => _watched.Where(entry => entry.Value.IsPurged).Select(entry => entry.Key);

    /// <summary>How a stream was when its worker last heard of it, and how it is to be after what was under way.</summary>
    internal (StreamDigest Before, StreamDigest After) this[string id] =>
        (_watched[id].Before, _watched[id].After);

    /// <summary>Starts with streams that are not there.</summary>
    internal static async Task<WriterLog> OfNewStoreAsync()
    {
        var log = new WriterLog();
        await using IEventStore store = EventStores.Memory();
        await using TtlEventStore view = store.WithTtl(WatchedStreams.Ttl);
        foreach (string id in WatchedStreams.Ids)
        {
            (string events, string snapshots) = (await WatchedStreams.FindAsync(store, view, id)).Digest;
            log.Find(id, new(events, snapshots));
        }

        return log;
    }

    /// <summary>Takes what one writer said before it was killed.</summary>
    internal void Take(string said)
    {
        bool isCompacting = false;
        var settled = new HashSet<string>(StringComparer.Ordinal);
        foreach (string line in said.Split('\n')[..^1])
        {
            string[] parts = line.Split(' ');
            switch (parts[0])
            {
                case "!":
                    _watched[parts[1]] = new(this[parts[1]].Before, new(parts[2], parts[3]), IsChanging: true, IsPurged: false);
                    _ = settled.Remove(parts[1]);
                    break;
                case "=":
                    Settle(parts[1], new(parts[2], parts[3]));
                    Changes++;
                    break;
                case "purge" when parts[1] == "!":
                    settled = [.. _watched.Where(entry => !entry.Value.IsChanging).Select(entry => entry.Key)];
                    break;
                case "purge":
                    Purges++;
                    foreach (string id in settled)
                    {
                        _watched[id] = _watched[id] with { IsPurged = true };
                    }

                    break;
                case "compact":
                    isCompacting = parts[1] == "!";
                    Compactions += isCompacting ? 0 : 1;
                    Rewritten += isCompacting ? 0 : int.Parse(parts[2], CultureInfo.InvariantCulture);
                    break;
                default:
                    Appends.Add((parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture)), (int.Parse(parts[2], CultureInfo.InvariantCulture), EventId.Parse(parts[3])));
                    break;
            }
        }

        Interrupted += isCompacting ? 1 : 0;
    }

    /// <summary>Takes how a stream was found, which is how the next writer finds it.</summary>
    internal void Find(string id, StreamDigest found) => Settle(id, found);

    private void Settle(string id, StreamDigest digest) =>
        _watched[id] = new(digest, digest, IsChanging: false, IsPurged: _watched.TryGetValue(id, out WatchedStream? stream) && stream.IsPurged);

    private sealed record WatchedStream(StreamDigest Before, StreamDigest After, bool IsChanging, bool IsPurged);
}
