using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class CrashPointTests
{
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024 };

    [Fact]
    public async Task After_a_power_loss_at_any_point_everything_acknowledged_is_there_and_nothing_in_part()
    {
        var files = new RecordingFiles();
        var acknowledged = new List<(int At, int Appends)>();
        int appends = 0;
        for (int round = 0; round < 2; round++)
        {
            await using var store = FileEventStore.Open("/store", Small, files);
            for (int i = 0; i < 16; i++)
            {
                _ = await store.AppendTextAsync("s", Text(appends, 0), Text(appends, 1));
                appends++;
                acknowledged.Add((files.Operations.Count, appends));
            }
        }

        var random = new Random(11);
        Assert.Contains(files.Operations, operation => operation.Name.EndsWith("00000003.log", StringComparison.Ordinal));
        for (int count = 0; count <= files.Operations.Count; count++)
        {
            int sure = acknowledged.Where(entry => entry.At <= count).Select(entry => entry.Appends).LastOrDefault();
            for (int sample = 0; sample < 4; sample++)
            {
                RecordingFiles image = CrashSample.Of(new(files.Operations, count), random).ToFiles();
                await CheckAsync(image, sure, appends, $"after {count} operations, sample {sample}");
            }
        }
    }

    [Fact]
    public async Task After_a_failed_flush_the_store_takes_nothing_until_it_is_reopened()
    {
        var files = new RecordingFiles();
        await using (var store = FileEventStore.Open("/store", Small, files))
        {
            _ = await store.AppendTextAsync("s", Text(0, 0), Text(0, 1));
            files.Fault = static operation => operation.Kind == DiskOperationKind.Flush ? new IOException("broken") : null;
            _ = await Assert.ThrowsAsync<StoreFaultedException>(async () => await store.AppendTextAsync("s", Text(1, 0), Text(1, 1)));
            files.Fault = static _ => null;
            _ = await Assert.ThrowsAsync<StoreFaultedException>(async () => await store.AppendTextAsync("s", "x"));
            Assert.Equal(2, (await store.ReadTextsAsync("s")).Count);
        }

        await CheckAsync(files, 1, 2, "reopened");
    }

    [Fact]
    public async Task A_full_disk_refuses_the_append_that_needs_a_segment_and_recovers()
    {
        var files = new RecordingFiles { Fault = static _ => null };
        await using var store = FileEventStore.Open("/store", Small, files);
        files.Fault = static operation => operation.Kind == DiskOperationKind.Create ? new IOException("No space left on device", 28) : null;
        int appends = 0;
        Exception? exception = null;
        while (exception is null && appends < 100)
        {
            exception = await Record.ExceptionAsync(async () => await store.AppendTextAsync("s", new string('x', 4000)));
            appends += exception is null ? 1 : 0;
        }

        _ = Assert.IsType<StoreFullException>(exception);
        Assert.Equal(appends, (await store.GetStreamInfoAsync("s"))!.Version);
        files.Fault = static _ => null;
        Assert.Equal(appends, (await store.AppendTextAsync("s", new string('x', 4000))).FirstSequence);
    }

    private static string Text(int append, int part) => $"{append}.{part}.{new string('t', append % 3 == 0 ? 4500 : 900)}";

    private static async Task CheckAsync(RecordingFiles files, int atLeast, int atMost, string when)
    {
        try
        {
            int found;
            await using (var store = FileEventStore.Open("/store", Small, files))
            {
                List<(EventId Id, string Text)> texts = await store.ReadTextsAsync("s");
                found = texts.Count / 2;
                Assert.InRange(found, atLeast, atMost);
                Assert.Equal(Enumerable.Range(0, found).SelectMany(append => new[] { Text(append, 0), Text(append, 1) }), texts.Select(entry => entry.Text));
                Assert.Equal(texts.Count, (await store.ReadFeedAsync()).Count);
                _ = await store.AppendTextAsync("s", "after");
            }

            await using var again = FileEventStore.Open("/store", Small, files);
            Assert.Equal(0, again.OpenReport.TornBytes);
            Assert.Equal((found * 2) + 1, (await again.ReadTextsAsync("s")).Count);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(when + ": " + exception.Message, exception);
        }
    }
}
