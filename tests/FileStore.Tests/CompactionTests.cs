using System.Text;
using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class CompactionTests
{
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024, Durability = Durability.Written };

    [Fact]
    public async Task What_is_deleted_truncated_or_replaced_is_in_no_file_afterwards()
    {
        using var directory = new TestDirectory();
        await using var store = FileEventStore.Open(directory.Store, Small);
        foreach (string stream in (string[])["deleted", "truncated", "replaced"])
        {
            for (int i = 0; i < 3; i++)
            {
                // One metadata table for what goes and what stays.
                using var batch = new AppendBatch();
                batch.Start(stream);
                batch.AddText($"secret {stream} {i} {new string('x', 20_000)}", metadata: new() { Actor = $"secret actor of {stream}" });
                batch.AddText($"kept {stream} {i}", metadata: new() { Actor = "kept actor" });
                _ = await store.AppendAsync(batch);
            }
        }

        Assert.True(await store.DeleteStreamAsync("deleted"));
        Assert.True(await store.TruncateStreamAsync("truncated", 5));
        for (int i = 0; i < 6; i += 2)
        {
            Assert.True(await store.ReplaceEventAsync("replaced", i, TestAppends.Redacted, Payload($"first {i}")));
            Assert.True(await store.ReplaceEventAsync("replaced", i, TestAppends.Redacted, Payload($"redacted {i}")));
        }

        List<string> expected = await FullContent.ReadAsync(store);
        Assert.True(Holds(directory, "secret") && Holds(directory, "first 0"));
        FileCompactionReport report = await store.CompactAsync(0);
        Assert.Equal(expected, await FullContent.ReadAsync(store));
        Assert.False(Holds(directory, "secret deleted"));
        Assert.False(Holds(directory, "secret truncated"));
        Assert.False(Holds(directory, "secret replaced"));
        Assert.False(Holds(directory, "secret actor of truncated"));
        Assert.False(Holds(directory, "first 0"));
        Assert.True(Holds(directory, "redacted 4") && Holds(directory, "kept truncated 2"));
        Assert.True(report.FreedBytes > 170_000, report.ToString());
        Assert.Equal(0, (await store.CompactAsync(0)).RewrittenSegments);
    }

    [Fact]
    public async Task Replaced_payloads_go_whatever_the_share()
    {
        using var directory = new TestDirectory();
        await using var store = FileEventStore.Open(directory.Store, Small);
        _ = await store.AppendTextAsync("s", "secret", new string('k', 30_000));
        _ = await store.AppendTextAsync("gone", new string('g', 20_000));
        _ = await store.DeleteStreamAsync("gone");
        Assert.True(await store.ReplaceEventAsync("s", 0, TestAppends.Redacted, Payload("a longer text than it was before")));
        FileCompactionReport report = await store.CompactAsync(1);
        Assert.Equal(1, report.RewrittenSegments);
        Assert.False(Holds(directory, "secret"));
        Assert.Equal("a longer text than it was before", (await store.ReadTextsAsync("s"))[0].Text);
    }

    [Fact]
    public async Task Only_segments_with_a_large_enough_share_are_rewritten()
    {
        using var directory = new TestDirectory();
        await using var store = FileEventStore.Open(directory.Store, Small);
        for (int i = 0; i < 12; i++)
        {
            // In the first segments the kept share is large, in the later ones small.
            _ = await store.AppendTextAsync("kept", new string('k', i < 6 ? 25_000 : 5_000));
            _ = await store.AppendTextAsync("gone", new string('g', i < 6 ? 5_000 : 25_000));
        }

        _ = await store.DeleteStreamAsync("gone");
        List<string> expected = await FullContent.ReadAsync(store);
        FileCompactionReport report = await store.CompactAsync(0.5);
        Assert.InRange(report.RewrittenSegments, 2, 4);
        Assert.True(report.DeadBytes is > 20_000 and < 60_000, report.ToString());
        // The deletion stays while anything of the stream does.
        await store.DisposeAsync();
        Array.ForEach(Directory.GetFiles(directory.Store, "*.idx"), File.Delete);
        await using var reopened = FileEventStore.Open(directory.Store, Small);
        Assert.Equal(expected, await FullContent.ReadAsync(reopened));
        report = await reopened.CompactAsync(0);
        Assert.True(report.RewrittenSegments > 2);
        Assert.False(Holds(directory, "gggggggg"));
        Assert.Equal(expected, await FullContent.ReadAsync(reopened));
    }

    [Fact]
    public async Task A_reader_with_open_files_and_old_indexes_follows()
    {
        using var directory = new TestDirectory();
        await using var store = FileEventStore.Open(directory.Store, Small);
        await using IEventStore memory = EventStores.Memory();
        await using var reader = FileEventStore.Open(directory.Store, Small with { ReadOnly = true, IndexCacheBytes = 1 << 20 });
        var changes = new SameChanges(11);
        for (int round = 0; round < 12; round++)
        {
            for (int i = 0; i < 60; i++)
            {
                await changes.MakeOneAsync(memory, store);
            }

            // What was appended without a flush no other process sees; a deletion flushes.
            foreach (IEventStore one in (IEventStore[])[memory, store])
            {
                _ = await one.AppendTextAsync("last", "l");
                Assert.True(await one.DeleteStreamAsync("last"));
            }

            List<string> expected = await FullContent.ReadAsync(memory);
            if (round % 3 != 0)
            {
                Assert.Equal(expected, await FullContent.ReadAsync(reader));
            }

            _ = await store.CompactAsync(round % 2 == 0 ? 0 : 0.3);
            Assert.Equal(expected, await FullContent.ReadAsync(reader));
        }
    }

    [Fact]
    public async Task Appends_and_readers_go_on_meanwhile()
    {
        using var directory = new TestDirectory();
        await using var store = FileEventStore.Open(directory.Store, Small);
        await using var reader = FileEventStore.Open(directory.Store, Small with { ReadOnly = true, IndexCacheBytes = 0 });
        using var stop = new CancellationTokenSource();
        Task[] readers = [.. new[] { store, reader }.Select(one => Task.Run(() => WatchAsync(one, stop.Token)))];
        Task compacting = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                _ = await store.CompactAsync(0.1);
            }
        });
        long first = 0;
        for (int i = 0; i < 1500; i++)
        {
            using var batch = new AppendBatch();
            batch.Start($"s{i % 5}");
            batch.Durability = i % 20 == 0 ? Durability.Flushed : Durability.Written;
            batch.AddText($"{i / 5}{new string('t', 400)}");
            AppendResult result = await store.AppendAsync(batch);
            Assert.Equal(i / 5, result.FirstSequence);
            if (i % 50 == 49)
            {
                first = (i / 5) - 5;
                for (int stream = 0; stream < 5; stream++)
                {
                    _ = await store.TruncateStreamAsync($"s{stream}", first);
                }
            }
        }

        await stop.CancelAsync();
        await Task.WhenAll([.. readers, compacting]);
        _ = await store.CompactAsync(0);
        Assert.True(Directory.GetFiles(directory.Store, "*.log").Sum(static path => new FileInfo(path).Length) < 150_000);
        Assert.Equal(5 * (int)(300 - first), (await FullContent.ReadAsync(reader)).Count(static line => line.Contains(" token ", StringComparison.Ordinal)) / 2);

        // Each text begins with its sequence.
        static async Task WatchAsync(FileEventStore store, CancellationToken stop)
        {
            while (!stop.IsCancellationRequested)
            {
                for (int stream = 0; stream < 5; stream++)
                {
                    using EventPage page = await store.ReadStreamAsync($"s{stream}", 0, 100, CancellationToken.None);
                    Check(page);
                }

                using EventPage feed = await store.ReadFeedAsync(0, 100, CancellationToken.None);
                Check(feed);
            }
        }

        static void Check(EventPage page)
        {
            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                string text = TestAppends.TextOf(page, recorded);
                Assert.Equal($"{recorded.Sequence}", text[..text.IndexOf('t', StringComparison.Ordinal)]);
            }
        }
    }

    [Fact]
    public async Task A_disk_that_is_full_or_broken_loses_nothing()
    {
        var files = new RecordingFiles();
        await using var store = FileEventStore.Open("/store", Small, files);
        _ = await store.AppendTextAsync("gone", new string('g', 30_000));
        _ = await store.AppendTextAsync("kept", new string('k', 30_000));
        _ = await store.AppendTextAsync("kept", new string('k', 30_000));
        _ = await store.DeleteStreamAsync("gone");
        List<string> expected = await FullContent.ReadAsync(store);
        foreach (DiskOperationKind kind in (DiskOperationKind[])[DiskOperationKind.Create, DiskOperationKind.Write, DiskOperationKind.Flush, DiskOperationKind.Rename])
        {
            string rewritten = "00000001.log.tmp";
            int file = -1;
            files.Fault = operation =>
            {
                bool isIt = operation.Name.EndsWith(rewritten, StringComparison.Ordinal) || operation.OldName.EndsWith(rewritten, StringComparison.Ordinal);
                file = isIt && operation.Kind == DiskOperationKind.Create ? operation.File : file;
                return operation.Kind == kind && (isIt || operation.File == file) ? new IOException("No space left on device", 28) : null;
            };
            _ = await Assert.ThrowsAsync<StoreFullException>(() => store.CompactAsync(0));
            files.Fault = static _ => null;
            Assert.DoesNotContain(files.List(""), name => name == rewritten);
            Assert.Equal(expected, await FullContent.ReadAsync(store));
        }

        Assert.Equal(1, (await store.CompactAsync(0)).RewrittenSegments);
        Assert.Equal(expected, await FullContent.ReadAsync(store));
    }

    [Fact]
    public async Task A_damaged_segment_is_left_as_it_is()
    {
        using var directory = new TestDirectory();
        string path = Path.Combine(directory.Store, "00000001.log");
        await using var store = FileEventStore.Open(directory.Store, Small);
        _ = await store.AppendTextAsync("gone", new string('g', 30_000));
        _ = await store.AppendTextAsync("kept", new string('k', 30_000));
        _ = await store.AppendTextAsync("kept", new string('k', 30_000));
        _ = await store.DeleteStreamAsync("gone");
        using (FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
        {
            file.Position = 40_000;
            file.WriteByte(7);
        }

        byte[] damaged = await File.ReadAllBytesAsync(path);
        CorruptEventException exception = await Assert.ThrowsAsync<CorruptEventException>(() => store.CompactAsync(0));
        Assert.Equal(path, exception.File);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(path));
        Assert.Empty(Directory.GetFiles(directory.Store, "*.log.tmp"));
    }

    [Fact]
    public async Task A_reader_cannot_compact()
    {
        using var directory = new TestDirectory();
        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            _ = await store.AppendTextAsync("s", "1");
        }

        await using var reader = FileEventStore.Open(directory.Store, Small with { ReadOnly = true });
        _ = await Assert.ThrowsAsync<StoreReadOnlyException>(() => reader.CompactAsync());
    }

    private static ReadOnlyMemory<byte> Payload(string text)
    {
        using var batch = new AppendBatch();
        batch.Start("s");
        batch.AddText(text);
        return batch.PayloadOf(batch.Events[0]).ToArray();
    }

    private static bool Holds(TestDirectory directory, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        foreach (string path in Directory.GetFiles(directory.Store))
        {
            if (Path.GetFileName(path) != "daybook.lock")
            {
                using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                byte[] content = new byte[file.Length];
                file.ReadExactly(content);
                if (content.AsSpan().IndexOf(bytes) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
