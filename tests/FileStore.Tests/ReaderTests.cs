using System.Diagnostics;
using System.Globalization;
using Daybook.CrashTesting;
using Daybook.Stores;
using Daybook.Tests;

namespace Daybook.FileStoreTests;

public sealed class ReaderTests
{
    private static readonly string Writer = Path.Combine(AppContext.BaseDirectory, "CrashWriter.dll");
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024 };
    private static readonly FileStoreOptions Reading = Small with { ReadOnly = true };

    [Fact]
    public async Task A_reader_follows_the_writer_over_segments()
    {
        using var directory = new TestDirectory();
        await using var store = FileEventStore.Open(directory.Store, Small);
        _ = await store.AppendTextAsync("s", "first");
        await using var reader = FileEventStore.Open(directory.Store, Reading);
        _ = Assert.Throws<StoreLockedException>(() => FileEventStore.Open(directory.Store));
        for (int i = 0; i < 3000; i++)
        {
            _ = await store.AppendTextAsync("s", $"{i}");
            if (i % 100 == 0)
            {
                Assert.Equal(i + 2, (await reader.GetStreamInfoAsync("s"))!.Version);
            }
        }

        Assert.Equal(await store.ReadFeedAsync(), await reader.ReadFeedAsync());
        _ = await Assert.ThrowsAsync<StoreReadOnlyException>(async () => await reader.AppendTextAsync("s", "no"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public async Task A_reader_that_opens_while_the_durable_end_is_being_made_reads_and_follows(int length)
    {
        using var directory = new TestDirectory();
        string path = Path.Combine(directory.Store, "durable-end");
        await using (var first = FileEventStore.Open(directory.Store, Small))
        {
            _ = await first.AppendTextAsync("s", "first");
        }

        await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path))[..length]);
        await using var reader = FileEventStore.Open(directory.Store, Reading);
        Assert.True(reader.OpenReport.DurableEndWasLost);
        Assert.Equal(["s/0:first"], await reader.ReadFeedAsync());
        await using var store = FileEventStore.Open(directory.Store, Small);
        _ = await store.AppendTextAsync("s", "second");
        Assert.Equal(["s/0:first", "s/1:second"], await reader.ReadFeedAsync());
    }

    [Fact]
    public async Task A_reader_sees_nothing_before_it_is_durable()
    {
        using var directory = new TestDirectory();
        await using var store = FileEventStore.Open(directory.Store, Small);
        _ = await store.AppendTextAsync("s", "first");
        await using var reader = FileEventStore.Open(directory.Store, Reading);
        using var batch = new AppendBatch();
        batch.Start("s");
        batch.Durability = Durability.Written;
        batch.AddText("second");
        _ = await store.AppendAsync(batch);
        Assert.Equal(2, (await store.ReadFeedAsync()).Count);
        await using (var late = FileEventStore.Open(directory.Store, Reading))
        {
            Assert.Equal(["s/0:first"], await late.ReadFeedAsync());
        }

        Assert.Equal(["s/0:first"], await reader.ReadFeedAsync());
        Assert.Equal(1, (await reader.GetStreamInfoAsync("s"))!.Version);
        batch.Durability = Durability.Flushed;
        Assert.True((await store.AppendAsync(batch)).WasRepeated);
        Assert.Equal(["s/0:first", "s/1:second"], await reader.ReadFeedAsync());
    }

    [Fact]
    public async Task A_reader_follows_a_writer_in_another_process()
    {
        using var directory = new TestDirectory();
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Writer, "file", directory.Store, "1"]) { RedirectStandardOutput = true })!;
        var seen = new List<string>();
        try
        {
            Assert.NotNull(await process.StandardOutput.ReadLineAsync());
            Task rest = process.StandardOutput.ReadToEndAsync();
            await using var reader = FileEventStore.Open(directory.Store, Reading);
            await FollowAsync(reader, process, seen);
            process.Kill();
            await process.WaitForExitAsync();
            await rest;
        }
        finally
        {
            process.Kill();
        }

        await using var store = FileEventStore.Open(directory.Store, Small);
        Assert.Equal(seen, (await store.ReadFeedAsync()).Take(seen.Count));
    }

    [Fact]
    public async Task A_second_writer_process_is_refused()
    {
        using var directory = new TestDirectory();
        await using var store = FileEventStore.Open(directory.Store, Small);
        (int exitCode, string output, string errors) = await Command.RunAsync("dotnet", [Writer, "file", directory.Store, "1"]);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("Another writer has the store", errors, StringComparison.Ordinal);
        Assert.Contains("ReadOnly", errors, StringComparison.Ordinal);
        Assert.Equal(0, (await store.AppendTextAsync("s", "1")).FirstSequence);
    }

    [Fact]
    public async Task A_read_only_folder_is_reported_with_advice()
    {
        using var directory = new TestDirectory();
        await using (var store = FileEventStore.Open(directory.Store))
        {
            _ = await store.AppendTextAsync("s", "1");
        }

        // Root may write whatever the permissions say; a read-only mount binds it too.
        string target = Path.Combine(directory.Path, "mounted");
        await using Mount mount = await Mount.OrSkipAsync(target, "--bind", directory.Store);
        await mount.ChangeOrSkipAsync("remount,bind,ro");
        StoreReadOnlyException exception = Assert.Throws<StoreReadOnlyException>(() => FileEventStore.Open(target));
        Assert.Contains("ReadOnly", exception.Message, StringComparison.Ordinal);
        await using var reader = FileEventStore.Open(target, new() { ReadOnly = true });
        Assert.Equal(["s/0:1"], await reader.ReadFeedAsync());
    }

    // Each text says "index/count": whenever the feed ends, it ends behind a whole append.
    private static async Task FollowAsync(FileEventStore reader, Process writer, List<string> seen)
    {
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        long next = 0;
        long last = -1;
        (int Index, int Count) part = (0, 1);
        while (seen.Count < 5000)
        {
            using EventPage page = await reader.ReadFeedAsync(next, 50);
            Assert.False(page.Count == 0 && part.Index + 1 != part.Count && seen.Count > 0, "an append was seen in part");
            Assert.False(page.Count == 0 && writer.HasExited, "the writer ended by itself");
            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                Assert.True(recorded.Offset > last, "the feed goes back");
                last = recorded.Offset;
                Assert.Equal(versions.GetValueOrDefault(recorded.StreamId), recorded.Sequence);
                versions[recorded.StreamId] = recorded.Sequence + 1;
                string text = TestAppends.TextOf(page, recorded);
                int[] numbers = [.. text.Split(' ')[0].Split('/').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
                Assert.Equal(part.Index + 1 == part.Count ? 0 : part.Index + 1, numbers[0]);
                part = (numbers[0], numbers[1]);
                seen.Add($"{recorded.StreamId}/{recorded.Sequence}:{text}");
            }

            next = page.Next;
            if (seen.Count > 0)
            {
                StreamInfo? info = await reader.GetStreamInfoAsync("stream-0");
                Assert.True((info?.Version ?? 0) >= versions.GetValueOrDefault("stream-0"), "the stream is behind the feed");
            }
        }
    }
}
