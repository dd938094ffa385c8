using System.Collections.Immutable;
using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class BasicTests
{
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024 };

    [Fact]
    public async Task What_is_appended_is_read_back_now_and_after_reopening()
    {
        using var directory = new TestDirectory();
        var metadata = new EventMetadata { Actor = "ada", Headers = ImmutableSortedDictionary<string, string>.Empty.Add("a", "b") };
        EventId id = TestAppends.NextId();
        await using (var store = FileEventStore.Open(directory.Store))
        {
            using var batch = new AppendBatch();
            batch.Start("cart-1", "cart");
            batch.AddText("one", id, metadata);
            batch.AddText("two", schema: TestAppends.Other);
            AppendResult result = await store.AppendAsync(batch);
            Assert.Equal((0L, 2, 0L), (result.FirstSequence, result.Count, result.FirstOffset));
            await Check(store);
        }

        await using var reopened = FileEventStore.Open(directory.Store);
        Assert.Equal(0, reopened.OpenReport.TornBytes);
        await Check(reopened);

        async Task Check(FileEventStore store)
        {
            using EventPage page = await store.ReadStreamAsync("cart-1", 0, 10);
            Assert.Equal(2, page.Count);
            Assert.Equal(metadata, page.Events[0].Metadata);
            Assert.Null(page.Events[1].Metadata);
            Assert.Equal(id, page.Events[0].Id);
            Assert.Equal("other", page.Types[page.Events[1].TypeIndex].Name);
            Assert.Equal("two", TestAppends.TextOf(page, page.Events[1]));
            StreamInfo? info = await store.GetStreamInfoAsync("cart-1");
            Assert.Equal((2L, "cart", id), (info!.Version, info.Category, info.Incarnation));
            Assert.Null(await store.GetStreamInfoAsync("cart-2"));
        }
    }

    [Fact]
    public async Task Streams_go_on_over_many_segments_with_and_without_index_files()
    {
        using var directory = new TestDirectory();
        var expected = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var feed = new List<string>();
        for (int round = 0; round < 4; round++)
        {
            await using var store = FileEventStore.Open(directory.Store, Small);
            for (int i = 0; i < 1500; i++)
            {
                string stream = $"s{i % 7}";
                string text = $"{round}-{i}-{new string('y', i % 90)}";
                AppendResult result = await store.AppendTextAsync(stream, text);
                List<string> texts = expected.TryGetValue(stream, out List<string>? known) ? known : expected[stream] = [];
                Assert.Equal(texts.Count, result.FirstSequence);
                texts.Add(text);
                feed.Add($"{stream}/{result.FirstSequence}:{text}");
            }

            await Check(store);
        }

        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            await Check(store);
            Assert.True(store.OpenReport.Segments > 5);
            Assert.Equal(0, store.OpenReport.RebuiltIndexes);
        }

        foreach (string index in Directory.GetFiles(directory.Store, "*.idx"))
        {
            File.Delete(index);
        }

        await using var rebuilt = FileEventStore.Open(directory.Store, Small with { IndexCacheBytes = 0 });
        Assert.True(rebuilt.OpenReport.RebuiltIndexes > 5);
        await Check(rebuilt);

        async Task Check(FileEventStore store)
        {
            foreach ((string stream, List<string> texts) in expected)
            {
                Assert.Equal(texts, (await store.ReadTextsAsync(stream)).Select(entry => entry.Text));
                Assert.Equal(texts.Skip(333), (await store.ReadTextsAsync(stream, 333)).Select(entry => entry.Text));
            }

            Assert.Equal(feed, await store.ReadFeedAsync(77));
        }
    }

    [Fact]
    public async Task Deletion_forgets_a_stream_in_reads_feeds_and_listings()
    {
        using var directory = new TestDirectory();
        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            _ = await store.AppendTextAsync("a", "1", "2");
            _ = await store.AppendTextAsync("b", "3");
            Assert.True(await store.DeleteStreamAsync("a"));
            Assert.False(await store.DeleteStreamAsync("a"));
            Assert.Equal(["b/0:3"], await store.ReadFeedAsync());
            Assert.Equal(0, (await store.AppendTextAsync("a", "4")).FirstSequence);
            await Check(store);
        }

        File.Delete(Path.Combine(directory.Store, "00000001.idx"));
        await using var reopened = FileEventStore.Open(directory.Store, Small);
        await Check(reopened);

        static async Task Check(FileEventStore store)
        {
            Assert.Equal(["b/0:3", "a/0:4"], await store.ReadFeedAsync(1));
            Assert.Equal(["4"], (await store.ReadTextsAsync("a")).Select(entry => entry.Text));
            StreamListing first = await store.ListStreamsAsync(maxCount: 1);
            StreamListing second = await store.ListStreamsAsync("", first.Continuation, 1);
            Assert.Equal(["a", "b"], first.Streams.Concat(second.Streams).Select(info => info.StreamId).Order(StringComparer.Ordinal));
            Assert.Null(second.Continuation);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3000)]
    public async Task A_repeated_append_writes_nothing_and_says_where_it_stands(int between)
    {
        using var directory = new TestDirectory();
        await using var store = FileEventStore.Open(directory.Store, Small);
        using var batch = new AppendBatch();
        Fill(batch, "x", EventId.From("s", "key"));
        AppendResult first = await store.AppendAsync(batch);
        for (int i = 0; i < between; i++)
        {
            _ = await store.AppendTextAsync("s", "between");
        }

        AppendResult again = await store.AppendAsync(batch);
        Assert.True(again.WasRepeated);
        Assert.Equal((first.FirstSequence, first.OffsetOf(1)), (again.FirstSequence, again.OffsetOf(1)));
        Assert.Equal(2 + between, (await store.GetStreamInfoAsync("s"))!.Version);
        using var other = new AppendBatch();
        Fill(other, "different", EventId.From("s", "key"));
        _ = await Assert.ThrowsAsync<DuplicateEventException>(async () => await store.AppendAsync(other));
        Fill(other, "x", batch.Events[1].Id);
        _ = await Assert.ThrowsAsync<DuplicateEventException>(async () => await store.AppendAsync(other));

        static void Fill(AppendBatch batch, string text, EventId id)
        {
            batch.Start("s");
            batch.ExpectedVersion = ExpectedVersion.NoStream;
            batch.AddText(text, id);
            batch.AddText(text);
        }
    }

    [Fact]
    public async Task A_wrong_expectation_is_refused()
    {
        using var directory = new TestDirectory();
        await using var store = FileEventStore.Open(directory.Store);
        _ = await store.AppendTextAsync("s", "1");
        using var batch = new AppendBatch();
        batch.Start("s");
        batch.ExpectedVersion = ExpectedVersion.At(3);
        batch.AddText("2");
        ConcurrencyException exception = await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.AppendAsync(batch));
        Assert.Equal(1, exception.Actual);
        batch.ExpectedVersion = ExpectedVersion.Any;
        batch.ExpectedIncarnation = TestAppends.NextId();
        _ = await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.AppendAsync(batch));
    }

    [Fact]
    public async Task Many_callers_share_flushes_and_lose_nothing()
    {
        using var directory = new TestDirectory();
        await using var store = FileEventStore.Open(directory.Store, Small);
        await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(async () =>
        {
            for (int i = 0; i < 100; i++)
            {
                _ = await store.AppendTextAsync($"s{i % 5}", $"{caller}-{i}");
            }
        })));
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(1280, (await store.ReadTextsAsync($"s{i}")).Count);
        }

        Assert.Equal(6400, (await store.ReadFeedAsync()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task An_append_larger_than_a_segment_gets_a_segment_of_its_own()
    {
        using var directory = new TestDirectory();
        string large = new('z', 300_000);
        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            _ = await store.AppendTextAsync("s", "a");
            _ = await store.AppendTextAsync("s", large);
            _ = await store.AppendTextAsync("s", "b");
        }

        await using var reopened = FileEventStore.Open(directory.Store, Small);
        Assert.Equal(["a", large, "b"], (await reopened.ReadTextsAsync("s")).Select(entry => entry.Text));
    }

    [Fact]
    public async Task A_token_event_takes_less_than_64_bytes()
    {
        using var directory = new TestDirectory();
        const int Count = 20_000;
        await using (var store = FileEventStore.Open(directory.Store, new() { SegmentSize = 64 * 1024, Durability = Durability.Written }))
        {
            for (int i = 0; i < Count; i++)
            {
                _ = await store.AppendTextAsync("llm-42", "sometoken");
            }
        }

        long used = Directory.GetFiles(directory.Store)
            .Where(path => path.EndsWith(".log", StringComparison.Ordinal) || path.EndsWith(".idx", StringComparison.Ordinal))
            .Sum(path => new FileInfo(path).Length);
        TestContext.Current.TestOutputHelper?.WriteLine($"{(double)used / Count}");
        Assert.InRange((double)(used - (64 * 1024)) / Count, 30, 63.9);
    }

    [Fact]
    public async Task A_foreign_directory_is_left_alone()
    {
        using var directory = new TestDirectory();
        await File.WriteAllTextAsync(Path.Combine(directory.Path, "notes.txt"), "mine");
        _ = Assert.Throws<StoreFormatException>(() => FileEventStore.Open(directory.Path));
        Assert.Equal(["notes.txt"], Directory.GetFileSystemEntries(directory.Path).Select(Path.GetFileName));
    }
}
