using System.Globalization;
using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class StressTests
{
    private const int Streams = 12;

    // So small a cache drops indexes while others use them.
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024, Durability = Durability.Written, IndexCacheBytes = 4096 };

    [Fact]
    public async Task Writers_readers_listings_and_deletions_do_not_disturb_each_other()
    {
        using var directory = new TestDirectory();
        List<string> content;
        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            using var done = new CancellationTokenSource();
            Task[] readers =
            [
                .. Enumerable.Range(0, 2).Select(seed => Task.Run(() => ReadStreamsAsync(store, seed, done.Token))),
                Task.Run(() => FollowFeedAsync(store, done.Token)),
                Task.Run(() => ListAsync(store, done.Token)),
            ];
            try
            {
                await Task.WhenAll([.. Enumerable.Range(0, 4).Select(seed => Task.Run(() => WriteAsync(store, seed))), Task.Run(() => DeleteAsync(store))]);
            }
            finally
            {
                await done.CancelAsync();
                await Task.WhenAll(readers);
            }

            content = await StoreContent.ReadAsync(store);
        }

        await using (var reopened = FileEventStore.Open(directory.Store, Small))
        {
            Assert.True(reopened.OpenReport.Segments > 10, $"only {reopened.OpenReport.Segments} segments");
            Assert.Equal((0L, 0), (reopened.OpenReport.TornBytes, reopened.OpenReport.RebuiltIndexes));
            Assert.Equal(content, await StoreContent.ReadAsync(reopened));
        }

        Array.ForEach(Directory.GetFiles(directory.Store, "*.idx"), File.Delete);
        await using var rebuilt = FileEventStore.Open(directory.Store, Small);
        Assert.Equal(content, await StoreContent.ReadAsync(rebuilt));
    }

    private static string Stream(int number) => string.Create(CultureInfo.InvariantCulture, $"stream-{number}");

    private static async Task WriteAsync(FileEventStore store, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 1500; i++)
        {
            using var batch = new AppendBatch();
            string stream = Stream(random.Next(Streams));
            batch.Start(stream);
            batch.Durability = i % 50 == 0 ? Durability.Flushed : Durability.Written;
            int count = random.Next(1, 4);
            for (int part = 0; part < count; part++)
            {
                batch.AddText($"{stream} {new string('x', random.Next(200))}");
            }

            AppendResult result = await store.AppendAsync(batch);
            Assert.Equal(count, result.Count);
            if (random.Next(20) == 0)
            {
                // Unless it was deleted in between, it stands where it stood.
                AppendResult again = await store.AppendAsync(batch);
                Assert.True(!again.WasRepeated || again.FirstOffset == result.FirstOffset);
            }
        }
    }

    private static async Task DeleteAsync(FileEventStore store)
    {
        var random = new Random(99);
        for (int i = 0; i < 60; i++)
        {
            _ = await store.DeleteStreamAsync(Stream(random.Next(Streams / 2)));
        }
    }

    private static async Task ReadStreamsAsync(FileEventStore store, int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        while (!cancellationToken.IsCancellationRequested)
        {
            string stream = Stream(random.Next(Streams));
            long next = 0;
            EventId incarnation = default;
            int count;
            do
            {
                using EventPage page = await store.ReadStreamAsync(stream, next, random.Next(1, 200), CancellationToken.None);
                count = page.Incarnation == incarnation || next == 0 ? page.Count : 0;
                incarnation = page.Incarnation;
                for (int i = 0; i < count; i++)
                {
                    Assert.Equal((stream, next++), (page.Events[i].StreamId, page.Events[i].Sequence));
                    Assert.StartsWith(stream + " ", TestAppends.TextOf(page, page.Events[i]), StringComparison.Ordinal);
                    Assert.True(i == 0 || page.Events[i].Offset > page.Events[i - 1].Offset);
                }

                Assert.True(count == 0 || page.StreamVersion >= next);
            }
            while (count > 0);
        }
    }

    private static async Task FollowFeedAsync(FileEventStore store, CancellationToken cancellationToken)
    {
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        long next = 0;
        long last = -1;
        while (!cancellationToken.IsCancellationRequested)
        {
            using EventPage page = await store.ReadFeedAsync(next, 100, CancellationToken.None);
            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                Assert.True(recorded.Offset > last, "the feed goes back");
                last = recorded.Offset;
                // After a deletion the stream begins anew.
                Assert.Contains(recorded.Sequence, (long[])[0, versions.GetValueOrDefault(recorded.StreamId)]);
                versions[recorded.StreamId] = recorded.Sequence + 1;
                Assert.StartsWith(recorded.StreamId + " ", TestAppends.TextOf(page, recorded), StringComparison.Ordinal);
            }

            Assert.True(page.Next >= next && page.Next > last);
            next = page.Next;
        }
    }

    private static async Task ListAsync(FileEventStore store, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            StreamListing listing = await store.ListStreamsAsync("stream-", cancellationToken: CancellationToken.None);
            Assert.InRange(listing.Streams.Length, 0, Streams);
            Assert.Equal(listing.Streams.Length, listing.Streams.DistinctBy(info => info.StreamId).Count());
            Assert.All(listing.Streams, static info => Assert.True(info.Version > 0 && !info.Incarnation.IsEmpty));
        }
    }
}
