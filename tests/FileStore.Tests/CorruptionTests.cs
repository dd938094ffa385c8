using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class CorruptionTests
{
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_flipped_byte_before_the_durable_end_is_reported_with_its_place(bool keepsIndexes)
    {
        var files = new RecordingFiles();
        await using (var store = FileEventStore.Open("/store", Small, files))
        {
            for (int i = 0; i < 5; i++)
            {
                _ = await store.AppendTextAsync($"s{i}", "text", "more");
            }

            // Two appends that fit in no segment together: two short segments stay behind.
            _ = await store.AppendTextAsync("s1", new string('l', 65_200));
            _ = await store.AppendTextAsync("s2", "last");
        }

        string[] names = [.. files.List("/store").Where(name => keepsIndexes || !name.EndsWith(".idx", StringComparison.Ordinal))];
        var contents = new SortedDictionary<string, byte[]>(names.Select(static name => "/store/" + name).ToDictionary(path => path, files.ContentOf), StringComparer.Ordinal);
        var original = new CrashImage(contents, files.DurableEnd);
        int flips = 0;
        long before = 0;
        foreach ((string log, byte[] bytes) in contents.Where(static file => file.Key.EndsWith(".log", StringComparison.Ordinal)))
        {
            int used = (int)Math.Min(bytes.Length, files.DurableEnd!.Value - before);
            int[] records = RecordsOf(files, log, used);
            // Each part has a disk of its own in memory, so that all cores can flip.
            await Parallel.ForAsync(0, 8, async (part, cancellationToken) =>
            {
                RecordingFiles copy = original.ToFiles();
                for (int at = used * part / 8; at < used * (part + 1) / 8; at++)
                {
                    int record = records[Math.Max(0, Array.FindLastIndex(records, start => start <= at))];
                    await CheckFlipAsync(copy, log, at, bytes[at], at < SegmentHeader.Size ? 0 : record);
                    Interlocked.Increment(ref flips);
                }
            });
            before += used;
        }

        Assert.Equal(files.DurableEnd, flips);
        Assert.True(flips > 65_000, $"Only {flips} bytes");
    }

    [Fact]
    public async Task A_newer_format_is_refused()
    {
        using var directory = new TestDirectory();
        await using (FileEventStore.Open(directory.Store, Small))
        {
        }

        string path = Path.Combine(directory.Store, "00000001.log");
        byte[] bytes = await File.ReadAllBytesAsync(path);
        bytes[8] = 2;
        BitConverter.TryWriteBytes(bytes.AsSpan(60), Crc32C.Of(bytes.AsSpan(0, 60)));
        await File.WriteAllBytesAsync(path, bytes);
        _ = Assert.Throws<StoreFormatException>(() => FileEventStore.Open(directory.Store, Small));
    }

    [Fact]
    public async Task A_torn_tail_is_moved_aside_and_the_store_goes_on()
    {
        using var directory = new TestDirectory();
        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            _ = await store.AppendTextAsync("s", "one");
        }

        string path = Path.Combine(directory.Store, "00000001.log");
        long durable = BitConverter.ToInt64(await File.ReadAllBytesAsync(Path.Combine(directory.Store, "durable-end")));
        byte[] bytes = await File.ReadAllBytesAsync(path);
        bytes.AsSpan((int)durable, 30).Fill(9);
        await File.WriteAllBytesAsync(path, bytes);
        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            Assert.Equal(30, store.OpenReport.TornBytes);
            Assert.Equal(30, new FileInfo(store.OpenReport.TornFile!).Length);
            _ = await store.AppendTextAsync("s", "two");
        }

        await using var reopened = FileEventStore.Open(directory.Store, Small);
        Assert.Equal(0, reopened.OpenReport.TornBytes);
        Assert.Equal(["one", "two"], (await reopened.ReadTextsAsync("s")).Select(entry => entry.Text));
    }

    // A bit of the byte that changes from byte to byte; after it the byte is as before.
    private static async Task CheckFlipAsync(RecordingFiles files, string log, int at, byte original, int record)
    {
        using IStoreFile file = files.OpenWrite(log);
        file.WriteAt([(byte)(original ^ (1 << (at % 8)))], at);
        Exception? exception = await Record.ExceptionAsync(async () =>
        {
            await using var store = FileEventStore.Open("/store", Small with { ReadOnly = true }, files);
            _ = await store.ReadFeedAsync();
        });
        file.WriteAt([original], at);
        bool isReported = exception is CorruptEventException corrupt && corrupt.File == log && corrupt.Position == record;
        Assert.True(isReported, $"{log} byte {at} of the record at {record}: {exception?.ToString() ?? "nothing"}");
    }

    private static int[] RecordsOf(RecordingFiles files, string log, int used)
    {
        var positions = new List<int>();
        using IStoreFile file = files.OpenRead(log);
        using var scan = new SegmentScan(file, SegmentHeader.Size, used);
        while (scan.TryNext(out _))
        {
            positions.Add(scan.Position);
        }

        Assert.Equal(used, scan.Position);
        return [.. positions];
    }
}
