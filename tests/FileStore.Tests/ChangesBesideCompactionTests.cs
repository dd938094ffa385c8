using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

/// <summary>What is deleted while segments are rewritten stays so, whatever becomes of the record that says it.</summary>
public sealed class ChangesBesideCompactionTests
{
    private const int Streams = 40;

    [Fact]
    public async Task Streams_that_are_deleted_meanwhile_are_not_back_after_opening()
    {
        using var directory = new TestDirectory();
        var options = new FileStoreOptions { SegmentSize = 64 * 1024, Durability = Durability.Written };
        await using (var store = FileEventStore.Open(directory.Store, options))
        {
            // Every segment holds something to keep, something to free, and a stream that is deleted later.
            for (int i = 0; i < Streams; i++)
            {
                _ = await store.AppendTextAsync($"later-{i}", new string('l', 10_000));
                _ = await store.AppendTextAsync($"gone-{i}", new string('g', 20_000));
                _ = await store.AppendTextAsync("kept", new string('k', 10_000));
            }

            for (int i = 0; i < Streams; i++)
            {
                Assert.True(await store.DeleteStreamAsync($"gone-{i}"));
            }

            Task<FileCompactionReport> compaction = store.CompactAsync(0);
            for (int i = 0; i < Streams; i++)
            {
                Assert.True(await store.DeleteStreamAsync($"later-{i}"));
                _ = await store.AppendTextAsync($"filler-{i}", new string('f', 30_000));
            }

            Assert.True((await compaction).RewrittenSegments > 0);
        }

        await using var opened = FileEventStore.Open(directory.Store, options);
        for (int i = 0; i < Streams; i++)
        {
            Assert.Null(await opened.GetStreamInfoAsync($"later-{i}"));
        }

        Assert.Equal(Streams, (await opened.GetStreamInfoAsync("kept"))!.Version);
    }
}
