using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class StatisticsTests
{
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024 };

    [Fact]
    public async Task They_say_what_compaction_then_frees()
    {
        using var directory = new TestDirectory();
        await using var store = FileEventStore.Open(directory.Store, Small);
        for (int i = 0; i < 6; i++)
        {
            _ = await store.AppendTextAsync("kept", new string('k', 15_000));
            _ = await store.AppendTextAsync("gone", new string('g', 15_000));
        }

        FileStoreStatistics before = await store.GetStatisticsAsync();
        Assert.Equal((3, 0L, 2, 0, 0), (before.Segments, before.DeadBytes, before.Streams, before.ReplacedEvents, before.RebuiltIndexes));
        Assert.InRange(before.UsedBytes, 12 * 15_000, 13 * 15_000);
        Assert.True(before is { CachedIndexes: 2, CachedIndexBytes: > 0 });
        _ = await store.DeleteStreamAsync("gone");
        _ = await store.ReplaceEventAsync("kept", 0, TestAppends.Redacted, new byte[] { 0x91, 0xA1, (byte)'r' });
        // Both full segments are half dead, and the replaced payload is the half of the first one's rest.
        FileStoreStatistics dead = await store.GetStatisticsAsync();
        Assert.Equal((1, 1), (dead.Streams, dead.ReplacedEvents));
        Assert.InRange(dead.DeadBytes, 5 * 15_000, 6 * 15_000);
        await using (var reader = FileEventStore.Open(directory.Store, Small with { ReadOnly = true }))
        {
            Assert.Equal(dead.DeadBytes, (await reader.GetStatisticsAsync()).DeadBytes);
        }

        FileCompactionReport report = await store.CompactAsync(0);
        FileStoreStatistics after = await store.GetStatisticsAsync();
        Assert.True(report.FreedBytes >= dead.DeadBytes, $"{report} {dead}");
        Assert.Equal((0L, 0), (after.DeadBytes, after.ReplacedEvents));
        Assert.InRange(after.LiveBytes, 5 * 15_000, 6 * 15_000);
    }

    [Fact]
    public async Task They_count_indexes_that_were_lost()
    {
        using var directory = new TestDirectory();
        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            for (int i = 0; i < 6; i++)
            {
                _ = await store.AppendTextAsync("s", new string('s', 30_000));
            }
        }

        File.Delete(Path.Combine(directory.Store, "00000001.idx"));
        await using var reopened = FileEventStore.Open(directory.Store, Small);
        Assert.Equal(1, (await reopened.GetStatisticsAsync()).RebuiltIndexes);
    }
}
