using Daybook.Stores;

namespace Daybook.FileStoreTests;

/// <summary>The file store beside the store in memory: deletions, truncations, replacements and origins, chained or not.</summary>
public sealed class ChangeTests
{
    private const int Changes = 600;

    [Theory]
    [InlineData(1, false, 1)]
    [InlineData(2, true, 1)]
    [InlineData(3, true, 0)]
    [InlineData(4, false, 0)]
    [InlineData(5, true, 0.3)]
    [InlineData(6, false, 0.3)]
    [InlineData(7, true, 0)]
    [InlineData(8, false, 0.1)]
    public async Task It_answers_and_holds_what_the_store_in_memory_does(int seed, bool isChained, double leastDeadShare)
    {
        using var directory = new TestDirectory();
        FileStoreOptions options = new() { SegmentSize = 64 * 1024, Durability = Durability.Written, IndexCacheBytes = seed % 2 == 0 ? 0 : 1 << 20, Chained = isChained };
        await using IEventStore memory = EventStores.Memory(new() { Chained = isChained });
        var changes = new SameChanges(seed);
        var store = FileEventStore.Open(directory.Store, options);
        await using var reader = FileEventStore.Open(directory.Store, options with { ReadOnly = true });
        int rewritten = 0;
        for (int i = 1; i <= Changes; i++)
        {
            await changes.MakeOneAsync(memory, store);
            if (leastDeadShare < 1 && i % 45 == 0)
            {
                rewritten += (await store.CompactAsync(leastDeadShare)).RewrittenSegments;
            }

            if (i % 60 != 0)
            {
                continue;
            }

            List<string> expected = await FullContent.ReadAsync(memory);
            Assert.Equal(expected, await FullContent.ReadAsync(store));
            if (i % 120 != 0)
            {
                continue;
            }

            await store.DisposeAsync();
            Assert.Equal(expected, await FullContent.ReadAsync(reader));
            if (i % 240 == 0)
            {
                Array.ForEach(Directory.GetFiles(directory.Store, "*.idx"), File.Delete);
            }

            await using (var late = FileEventStore.Open(directory.Store, options with { ReadOnly = true }))
            {
                Assert.Equal(expected, await FullContent.ReadAsync(late));
            }

            store = FileEventStore.Open(directory.Store, options);
            Assert.Equal(expected, await FullContent.ReadAsync(store));
        }

        Assert.Equal(leastDeadShare < 1, rewritten > 0);
        Assert.True(Directory.GetFiles(directory.Store, "*.log").Length > 4);
        await store.DisposeAsync();
    }
}
