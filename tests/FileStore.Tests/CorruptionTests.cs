using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class CorruptionTests
{
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_flipped_byte_before_the_durable_end_is_reported(bool keepsIndexes)
    {
        using var directory = new TestDirectory();
        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            for (int i = 0; i < 5; i++)
            {
                _ = await store.AppendTextAsync($"s{i}", "text", "more");
            }

            // Two appends that fit in no segment together: two short segments stay behind.
            _ = await store.AppendTextAsync("s1", new string('l', 65_200));
            _ = await store.AppendTextAsync("s2", "last");
        }

        string[] logs = Directory.GetFiles(directory.Store, "*.log").Order(StringComparer.Ordinal).ToArray();
        Assert.True(logs.Length >= 2);
        if (!keepsIndexes)
        {
            Array.ForEach(Directory.GetFiles(directory.Store, "*.idx"), File.Delete);
        }

        Dictionary<string, byte[]> originals = Directory.GetFiles(directory.Store).ToDictionary(path => path, File.ReadAllBytes);
        long durable = BitConverter.ToInt64(originals[Path.Combine(directory.Store, "durable-end")]);
        long before = 0;
        var random = new Random(7);
        foreach (string log in logs)
        {
            long used = Math.Min(originals[log].Length, durable - before);
            // The long text in the middle is one record; a sample of it says as much as all of it.
            int step = 1;
            for (long at = 0; at < used; at += step)
            {
                step = at is > 1200 && at < used - 600 ? 997 : 1;
                foreach ((string path, byte[] bytes) in originals)
                {
                    if (path == log || !File.Exists(path) || path.EndsWith("end", StringComparison.Ordinal))
                    {
                        await File.WriteAllBytesAsync(path, bytes);
                    }
                }

                byte[] flipped = (byte[])originals[log].Clone();
                flipped[at] ^= (byte)(1 << random.Next(8));
                await File.WriteAllBytesAsync(log, flipped);
                Exception? exception = await Record.ExceptionAsync(ReadAllAsync);
                Assert.True(exception is CorruptEventException, $"{Path.GetFileName(log)} byte {at}: {exception?.ToString() ?? "nothing"}");
            }

            await File.WriteAllBytesAsync(log, originals[log]);
            before += used;
        }

        async Task ReadAllAsync()
        {
            await using var store = FileEventStore.Open(directory.Store, Small with { ReadOnly = true });
            _ = await store.ReadFeedAsync();
        }
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
}
