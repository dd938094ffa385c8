using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class DurabilityTests
{
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024 };

    [Fact]
    public async Task A_repeat_that_asks_for_a_flush_gets_one_once()
    {
        var files = new RecordingFiles();
        await using var store = FileEventStore.Open("/store", Small, files);
        using AppendBatch batch = Batch("text", TestAppends.NextId());
        _ = await store.AppendAsync(batch);
        int before = files.Operations.Count;
        Assert.True((await store.AppendAsync(batch)).WasRepeated);
        Assert.Equal(before, files.Operations.Count);
        batch.Durability = Durability.Flushed;
        Assert.True((await store.AppendAsync(batch)).WasRepeated);
        Assert.Equal([DiskOperationKind.Flush, DiskOperationKind.Publish], files.Operations.Skip(before).Select(operation => operation.Kind));
        Assert.True((await store.AppendAsync(batch)).WasRepeated);
        Assert.Equal(before + 2, files.Operations.Count);
        Assert.Equal(["s/0:text"], await store.ReadFeedAsync());
    }

    [Fact]
    public async Task A_repeat_flushes_what_is_on_its_way()
    {
        var files = new RecordingFiles();
        await using var store = FileEventStore.Open("/store", Small, files);
        EventId id = TestAppends.NextId();
        using AppendBatch batch = Batch("text", id);
        using AppendBatch repeat = Batch("text", id);
        repeat.Durability = Durability.Flushed;
        using var isWriting = new SemaphoreSlim(0);
        using var mayWrite = new SemaphoreSlim(0);
        files.Fault = operation =>
        {
            if (operation.Kind == DiskOperationKind.Write)
            {
                _ = isWriting.Release();
                mayWrite.Wait();
            }

            return null;
        };
        int before = files.Operations.Count;
        Task<AppendResult> append = Task.Run(async () => await store.AppendAsync(batch));
        await isWriting.WaitAsync();
        Task<AppendResult> repeated = Task.Run(async () => await store.AppendAsync(repeat));
        files.Fault = static _ => null;
        _ = mayWrite.Release();
        Assert.True((await repeated).WasRepeated);
        Assert.False((await append).WasRepeated);
        Assert.Equal([DiskOperationKind.Write, DiskOperationKind.Flush, DiskOperationKind.Publish], files.Operations.Skip(before).Select(operation => operation.Kind));
    }

    [Fact]
    public async Task A_failed_flush_for_a_repeat_is_reported()
    {
        var files = new RecordingFiles();
        await using var store = FileEventStore.Open("/store", Small, files);
        using AppendBatch batch = Batch("text", TestAppends.NextId());
        _ = await store.AppendAsync(batch);
        files.Fault = static operation => operation.Kind == DiskOperationKind.Flush ? new IOException("broken") : null;
        batch.Durability = Durability.Flushed;
        _ = await Assert.ThrowsAsync<StoreFaultedException>(async () => await store.AppendAsync(batch));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_power_loss_everything_before_an_acknowledged_flush_is_there(bool flushesByRepeats)
    {
        var files = new RecordingFiles();
        var sure = new List<(int At, int Appends)>();
        const int Appends = 40;
        await using (var store = FileEventStore.Open("/store", Small, files))
        {
            for (int i = 0; i < Appends; i++)
            {
                using AppendBatch batch = Batch(Text(i), TestAppends.NextId());
                bool isFlushed = i % 5 == 4;
                batch.Durability = isFlushed && !flushesByRepeats ? Durability.Flushed : Durability.Written;
                _ = await store.AppendAsync(batch);
                if (isFlushed && flushesByRepeats)
                {
                    batch.Durability = Durability.Flushed;
                    Assert.True((await store.AppendAsync(batch)).WasRepeated);
                }

                if (isFlushed)
                {
                    sure.Add((files.Operations.Count, i + 1));
                }
            }
        }

        Assert.Contains(files.Operations, operation => operation.Name.EndsWith("00000003.log", StringComparison.Ordinal));
        var random = new Random(5);
        for (int count = 0; count <= files.Operations.Count; count++)
        {
            int least = sure.Where(entry => entry.At <= count).Select(entry => entry.Appends).LastOrDefault();
            for (int sample = 0; sample < 4; sample++)
            {
                await using var store = FileEventStore.Open("/store", Small, CrashSample.Of(new(files.Operations, count), random).ToFiles());
                List<(EventId Id, string Text)> texts = await store.ReadTextsAsync("s");
                Assert.True(texts.Count >= least, $"{texts.Count} of {least} after {count} operations");
                Assert.Equal(Enumerable.Range(0, texts.Count).Select(Text), texts.Select(entry => entry.Text));
            }
        }
    }

    private static string Text(int append) => $"{append}.{new string('t', 4500)}";

    private static AppendBatch Batch(string text, EventId id)
    {
        var batch = new AppendBatch();
        batch.Start("s");
        batch.Durability = Durability.Written;
        batch.AddText(text, id);
        return batch;
    }
}
