using System.Globalization;
using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.Tests.Stores;

/// <summary>
/// Kills a writer over and over while it appends, saves snapshots, truncates, replaces, deletes, purges and compacts.
/// <c>DAYBOOK_KILLS</c> says how often for each store; a hundred times unless it does.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int KillsPerStore = 25;
    private const int Seed = 20_250_101;

    private int _verifiedSnapshots;
    private int _fullFolds;

    [Theory]
    [InlineData("file")]
    [InlineData("sqlite")]
    public async Task A_killed_writer_loses_nothing_that_it_acknowledged(string kind)
    {
        int kills = int.Parse(Environment.GetEnvironmentVariable("DAYBOOK_KILLS") ?? "100", CultureInfo.InvariantCulture);
        var random = new Random(Seed);
        var logs = new List<WriterLog>();
        for (int kill = 0; kill < kills;)
        {
            TtlMode mode = logs.Count % 2 == 0 ? TtlMode.Streams : TtlMode.Events;
            DirectoryInfo directory = Directory.CreateTempSubdirectory("daybook-");
            string place = Path.Combine(directory.FullName, "store");
            WriterLog log = await WriterLog.OfNewStoreAsync();
            logs.Add(log);
            for (int i = 0; i < KillsPerStore && kill < kills; i++, kill++)
            {
                using KilledWriter writer = await KilledWriter.StartAsync(kind, place, kill, mode);
                log.Take(await writer.KillAsync(TimeSpan.FromMilliseconds(random.Next(5, kill % 4 == 0 ? 400 : 80))));
                await CheckAsync(log, kind, place, mode);
            }

            directory.Delete(recursive: true);
        }

        int changes = logs.Sum(log => log.Changes);
        int appends = logs.Sum(log => log.Appends.Count);
        output.WriteLine(
            $"{kind}, seed {Seed}: {kills} kills, {appends} acknowledged appends to shared streams, {changes} acknowledged changes of owned ones, {logs.Sum(log => log.Purges)} purges, "
            + $"{logs.Sum(log => log.Compactions)} compactions with {logs.Sum(log => log.Rewritten)} segments rewritten and {logs.Sum(log => log.Interrupted)} interrupted by kills, "
            + $"{_verifiedSnapshots} snapshots compared with full folds, {_fullFolds} full folds compared with loads");
        Assert.True(appends > kills / 2 && changes > kills / 2);
    }

    private async Task CheckAsync(WriterLog log, string kind, string place, TtlMode mode)
    {
        await using IEventStore store = TestStores.Open(kind, place);
        await using TtlEventStore view = store.WithTtl(WatchedStreams.Ttl, mode);
        long total = await CheckSharedAsync(store, log);
        foreach (string id in WatchedStreams.Ids)
        {
            (StreamDigest before, StreamDigest after) = log[id];
            IWatchedStream stream = await WatchedStreams.FindAsync(store, view, id);
            Assert.Contains(stream.Digest.Events, (string[])[before.Events, after.Events]);
            Assert.Contains(stream.Digest.Snapshots, (string[])[before.Snapshots, after.Snapshots]);
            Assert.False(log.Purged.Contains(id) && await ExpiringStream.IsUnpurgedAsync(store, view, id), $"{id} was purged, and is there");
            log.Find(id, new(stream.Digest.Events, stream.Digest.Snapshots));
            if (stream is TallyStream)
            {
                await CheckSnapshotsAsync(store, id);
            }
        }

        StreamListing listing = await store.ListStreamsAsync();
        Assert.Equal(await CountFeedAsync(store), listing.Streams.Sum(info => info.Count));
        Assert.Equal(total, listing.Streams.Where(info => info.StreamId.StartsWith("stream-", StringComparison.Ordinal)).Sum(info => info.Version));
    }

    private static async Task<long> CheckSharedAsync(IEventStore store, WriterLog log)
    {
        var streams = new Dictionary<string, List<(EventId Id, string Text)>>(StringComparer.Ordinal);
        for (int i = 0; i < 8; i++)
        {
            // Reading checks that sequences have no gaps.
            List<(EventId Id, string Text)> events = streams[$"stream-{i}"] = await store.ReadTextsAsync($"stream-{i}");
            for (int at = 0; at < events.Count;)
            {
                // Each text says "index/count": a batch is there as a whole.
                int count = int.Parse(events[at].Text.Split(' ')[0].Split('/')[1], CultureInfo.InvariantCulture);
                for (int part = 0; part < count; part++, at++)
                {
                    Assert.StartsWith($"{part}/{count} ", events[at].Text, StringComparison.Ordinal);
                }
            }
        }

        foreach (((string stream, long sequence), (int count, EventId id)) in log.Appends)
        {
            Assert.Equal(id, streams[stream][(int)sequence].Id);
            Assert.StartsWith($"0/{count} ", streams[stream][(int)sequence].Text, StringComparison.Ordinal);
        }

        return streams.Values.Sum(events => events.Count);
    }

    private async Task CheckSnapshotsAsync(IEventStore store, string id)
    {
        Versioned<Tally> loaded = await store.LoadAsync<Tally>(id);
        try
        {
            Assert.Equal(loaded, await store.LoadAsync<Tally>(id, options: new() { IgnoreSnapshots = true }));
            _fullFolds++;
            SnapshotVerification verification = await store.VerifySnapshotsAsync<Tally>(id);
            Assert.True(verification.IsValid, verification.ToString());
            _verifiedSnapshots += verification.Count;
        }
        catch (StreamTruncatedException)
        {
            // It was cut behind a snapshot, which is all that is left of what came before.
            Assert.NotEqual(0, (await store.GetStreamInfoAsync(id))!.FirstSequence);
        }
    }

    /// <summary>Counts the events of the feed; none is there twice.</summary>
    private static async Task<int> CountFeedAsync(IEventStore store)
    {
        var ids = new HashSet<(string Stream, EventId Id)>();
        long last = -1;
        for (long from = 0; ;)
        {
            using EventPage page = await store.ReadFeedAsync(from, 5000);
            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                Assert.True(recorded.Offset > last, "the feed goes back");
                last = recorded.Offset;
                Assert.True(ids.Add((recorded.StreamId, recorded.Id)), $"{recorded.StreamId}/{recorded.Sequence} is there twice");
            }

            if (page.Count == 0)
            {
                return ids.Count;
            }

            from = page.Next;
        }
    }
}
