using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class SegmentHandleTests
{
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Read_segments_stay_open_few_at_a_time_and_are_closed_with_the_store(bool readOnly)
    {
        const int Segments = 3 * SegmentHandles.MaxIdle;
        var files = new RecordingFiles();
        await using (var filling = FileEventStore.Open("/store", Small, files))
        {
            for (int i = 0; i < Segments; i++)
            {
                _ = await filling.AppendTextAsync($"s{i}", new string('x', 40_000));
            }
        }

        Assert.Equal(0, files.OpenFiles);
        await using (var store = FileEventStore.Open("/store", Small with { ReadOnly = readOnly }, files))
        {
            Assert.Equal(Segments, store.OpenReport.Segments);
            int openBefore = files.OpenFiles;
            Assert.Equal(Segments, (await store.ReadFeedAsync()).Count);
            Assert.Equal(SegmentHandles.MaxIdle, files.OpenFiles - openBefore);
            _ = await store.ReadTextsAsync("s3");
            int opened = files.Opened;
            for (int i = 0; i < 10; i++)
            {
                _ = Assert.Single(await store.ReadTextsAsync("s3"));
            }

            Assert.Equal(opened, files.Opened);
            await Parallel.ForAsync(0, 200, async (i, _) => Assert.Single(await store.ReadTextsAsync($"s{i % Segments}")));
            Assert.Equal(SegmentHandles.MaxIdle, files.OpenFiles - openBefore);
        }

        Assert.Equal(0, files.OpenFiles);
    }
}
