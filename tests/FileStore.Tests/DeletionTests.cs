using System.Globalization;
using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class DeletionTests
{
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024, Durability = Durability.Written };

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_stream_over_several_segments_is_deleted_and_begins_anew(bool endsSegment, bool losesIndexes)
    {
        using var directory = new TestDirectory();
        EventId key = EventId.From("s", "key");
        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            _ = await store.AppendTextAsync("other", "before");
            _ = await AppendKeyedAsync(store, key);
            for (int i = 0; i < 80; i++)
            {
                _ = await store.AppendTextAsync("s", new string('s', 4000));
            }

            if (endsSegment)
            {
                // The deletion is the first that the next segment hears of the stream.
                _ = await store.AppendTextAsync("other", new string('o', 65_000));
                _ = await store.AppendTextAsync("other", new string('o', 60_000));
            }

            Assert.True(await store.DeleteStreamAsync("s", ExpectedVersion.At(81)));
        }

        LoseIndexes();
        List<string> content;
        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            Assert.True(store.OpenReport.Segments > 4);
            Assert.Null(await store.GetStreamInfoAsync("s"));
            Assert.Empty(await store.ReadTextsAsync("s"));
            Assert.All(await store.ReadFeedAsync(7), static line => Assert.StartsWith("other/", line, StringComparison.Ordinal));
            Assert.Equal("other", Assert.Single((await store.ListStreamsAsync()).Streams).StreamId);
            Assert.False(await store.DeleteStreamAsync("s"));
            // The id went with its event.
            AppendResult result = await AppendKeyedAsync(store, key);
            Assert.Equal((0L, false), (result.FirstSequence, result.WasRepeated));
            _ = await store.AppendTextAsync("s", "second");
            Assert.True((await AppendKeyedAsync(store, key)).WasRepeated);
            Assert.Equal(["keyed", "second"], (await store.ReadTextsAsync("s")).Select(entry => entry.Text));
            content = await StoreContent.ReadAsync(store);
        }

        LoseIndexes();
        await using var reopened = FileEventStore.Open(directory.Store, Small);
        Assert.Equal(content, await StoreContent.ReadAsync(reopened));
        Assert.Equal(2, (await reopened.AppendTextAsync("s", "third")).FirstSequence);
        Assert.Equal(2, (await reopened.ListStreamsAsync()).Streams.Length);

        void LoseIndexes()
        {
            if (losesIndexes)
            {
                Array.ForEach(Directory.GetFiles(directory.Store, "*.idx"), File.Delete);
            }
        }

        static async Task<AppendResult> AppendKeyedAsync(FileEventStore store, EventId id)
        {
            using var batch = new AppendBatch();
            batch.Start("s");
            batch.AddText("keyed", id);
            return await store.AppendAsync(batch);
        }
    }

    [Fact]
    public async Task The_feed_goes_past_more_deletions_than_fit_in_a_page()
    {
        const int Count = 4000;
        using var directory = new TestDirectory();
        await using var store = FileEventStore.Open(directory.Store, Small with { SegmentSize = 2 * 1024 * 1024 });
        string[] streams = [.. Enumerable.Range(0, Count).Select(static number => new string('d', 350) + number.ToString(CultureInfo.InvariantCulture))];
        foreach (string stream in streams)
        {
            _ = await store.AppendTextAsync(stream, "gone");
        }

        // The deletions stand in a segment of their own, where each defines its stream and is long.
        AppendResult kept = await store.AppendTextAsync("kept", new string('k', 1_900_000));
        await Task.WhenAll(streams.Select(stream => store.DeleteStreamAsync(stream).AsTask()));
        using (EventPage end = await store.ReadFeedAsync(kept.FirstOffset + 1, 10))
        {
            Assert.Equal((0, kept.FirstOffset + 1), (end.Count, end.Next));
        }

        _ = await store.AppendTextAsync("kept", "last");
        using EventPage page = await store.ReadFeedAsync(kept.FirstOffset + 1, 10);
        Assert.Equal("last", TestAppends.TextOf(page, page.Events[0]));
        Assert.Equal(2, (await store.ReadFeedAsync()).Count);
    }

    [Fact]
    public async Task The_feed_goes_past_a_segment_that_stayed_empty()
    {
        var files = new RecordingFiles();
        await using (var store = FileEventStore.Open("/store", Small, files))
        {
            _ = await store.AppendTextAsync("gone", new string('g', 60_000));
            files.Fault = static operation => operation.Kind == DiskOperationKind.SetLength ? new IOException("broken") : null;
            _ = await Assert.ThrowsAsync<StoreFaultedException>(() => store.AppendTextAsync("kept", new string('k', 60_000)));
            files.Fault = static _ => null;
        }

        await using var reopened = FileEventStore.Open("/store", Small, files);
        Assert.Equal(2, reopened.OpenReport.Segments);
        _ = await reopened.AppendTextAsync("kept", new string('k', 100_000));
        Assert.True(await reopened.DeleteStreamAsync("gone"));
        using EventPage page = await reopened.ReadFeedAsync(0, 10);
        Assert.Equal("kept", Assert.Single(page.Events.ToArray()).StreamId);
    }
}
