using System.Globalization;
using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class FullDiskTests
{
    private const int LargeSegment = 4 * 1024 * 1024;
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024 };

    [Fact]
    public async Task A_full_disk_loses_nothing_and_appending_goes_on_once_there_is_room()
    {
        using var directory = new TestDirectory();
        string disk = Path.Combine(directory.Path, "disk");
        await using Mount mount = await Mount.OrSkipAsync(disk, "-t", "tmpfs", "-o", "size=768k", "tmpfs");
        string filler = Path.Combine(disk, "filler");
        await File.WriteAllBytesAsync(filler, new byte[300 * 1024]);
        string path = Path.Combine(disk, "store");
        var acknowledged = new List<string>();
        await using (var store = FileEventStore.Open(path, Small))
        {
            await AppendUntilFullAsync(store);
            int first = acknowledged.Count;
            _ = await Assert.ThrowsAsync<StoreFullException>(async () => await AppendAsync(store));
            await CheckAsync(store);
            File.Delete(filler);
            await AppendUntilFullAsync(store);
            Assert.True(acknowledged.Count > first + 30, $"{first} events, then {acknowledged.Count}");
            await CheckAsync(store);
        }

        Assert.Empty(Directory.GetFiles(path, "*.tmp"));
        await using var reopened = FileEventStore.Open(path, Small);
        Assert.Equal(0, reopened.OpenReport.TornBytes);
        await CheckAsync(reopened);

        async Task AppendUntilFullAsync(FileEventStore store)
        {
            Exception? exception = null;
            while (exception is null)
            {
                exception = await Record.ExceptionAsync(() => AppendAsync(store));
            }

            _ = Assert.IsType<StoreFullException>(exception);
        }

        async Task AppendAsync(FileEventStore store)
        {
            string[] texts = [Text(acknowledged.Count), Text(acknowledged.Count + 1)];
            Assert.Equal(acknowledged.Count, (await store.AppendTextAsync("s", texts)).FirstSequence);
            acknowledged.AddRange(texts);
        }

        async Task CheckAsync(FileEventStore store)
        {
            Assert.Equal(acknowledged, (await store.ReadTextsAsync("s")).Select(entry => entry.Text));
            Assert.Equal(acknowledged.Count, (await store.ReadFeedAsync()).Count);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_segment_that_was_filled_in_part_does_no_harm(bool leavesRest)
    {
        var files = new RecordingFiles();
        FileStoreOptions options = Small with { SegmentSize = LargeSegment };
        files.Fault = FailMidway;
        _ = Assert.Throws<StoreFullException>(() => FileEventStore.Open("/store", options, files));
        CheckRest();
        files.Fault = static _ => null;
        int appends = 0;
        await using (var store = FileEventStore.Open("/store", options, files))
        {
            files.Fault = FailMidway;
            Exception? exception = null;
            while (exception is null && appends < 100)
            {
                exception = await Record.ExceptionAsync(() => AppendAsync(store));
                appends += exception is null ? 1 : 0;
            }

            _ = Assert.IsType<StoreFullException>(exception);
            Assert.InRange(appends, 4, 6);
        }

        CheckRest();
        files.Fault = static _ => null;
        await using (var store = FileEventStore.Open("/store", options, files))
        {
            Assert.Equal(appends, (await store.ReadTextsAsync("s")).Count);
            await AppendAsync(store);
        }

        await using var reopened = FileEventStore.Open("/store", options, files);
        Assert.Equal(2, reopened.OpenReport.Segments);
        Assert.Equal(appends + 1, (await reopened.ReadFeedAsync()).Count);
        Assert.DoesNotContain(files.List("/store"), IsTemporary);

        static Task AppendAsync(FileEventStore store) => store.AppendTextAsync("s", new string('x', 800 * 1024));

        Exception? FailMidway(DiskOperation operation) => operation switch
        {
            { Kind: DiskOperationKind.Write, Position: LargeSegment / 2, Bytes: [0, ..] } => new IOException("No space left on device", 28),
            { Kind: DiskOperationKind.Delete } when leavesRest => new IOException("broken"),
            _ => null,
        };

        void CheckRest() => Assert.Equal(leavesRest, files.List("/store").Any(IsTemporary));

        static bool IsTemporary(string name) => name.EndsWith(".tmp", StringComparison.Ordinal);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture) + new string('d', 1500);
}
