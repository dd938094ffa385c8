using System.Text;
using Daybook.CrashTesting;
using Daybook.Stores;
using Daybook.Stores.Sqlite;

namespace Daybook.SqliteTests;

public sealed class RedactionTests
{
    private const string Secret = "a very secret text that must go";

    [Theory]
    [InlineData(1)]
    [InlineData(2000)]
    public async Task What_is_replaced_is_in_no_file_any_more(int repetitions)
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open(new() { Chained = true });
        _ = await store.AppendTextAsync("s", "before", string.Concat(Enumerable.Repeat(Secret, repetitions)), "after");
        var hash = (await store.GetStreamInfoAsync("s"))!.Hash;
        Assert.True(Holds(database));
        Assert.True(await store.ReplaceEventAsync("s", 1, TestAppends.Other, Encoding.UTF8.GetBytes("\u0091\u00A4gone"[1..])));
        Assert.False(Holds(database));
        Assert.Equal(hash, (await store.GetStreamInfoAsync("s"))!.Hash);
        Assert.False(await store.ReplaceEventAsync("s", 3, TestAppends.Other, default));
    }

    [Fact]
    public async Task Replacements_at_once_wait_for_each_other_to_empty_the_log()
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            _ = await store.AppendTextAsync($"s{worker}", "secret");
            for (int i = 0; i < 25; i++)
            {
                Assert.True(await store.ReplaceEventAsync($"s{worker}", 0, TestAppends.Other, new byte[] { 0x90 }));
            }
        })));
    }

    [Fact]
    public async Task An_append_of_a_redacted_event_is_known_when_it_is_sent_again()
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open();
        using var batch = new AppendBatch();
        batch.Start("s");
        batch.AddText(Secret);
        _ = await store.AppendAsync(batch);
        Assert.True(await store.RedactAsync("s", 0, "asked for"));
        Assert.False(Holds(database));
        Assert.True((await store.AppendAsync(batch)).WasRepeated);
    }

    [Fact]
    public async Task What_snapshots_held_of_it_is_gone_too()
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open();
        _ = await store.AppendTextAsync("s", Secret);
        using var snapshot = new AppendBatch();
        snapshot.StartSystem("$snapshots:s");
        snapshot.AddText(Secret);
        _ = await store.AppendAsync(snapshot);
        Assert.True(await store.RedactAsync("s", 0, "asked for"));
        Assert.False(Holds(database));
        Assert.Null(await store.GetStreamInfoAsync("$snapshots:s"));
    }

    [Fact]
    public async Task What_is_deleted_or_truncated_is_gone_once_the_store_is_closed()
    {
        using var database = new TestDatabase();
        await using (SqliteEventStore store = database.Open())
        {
            _ = await store.AppendTextAsync("s", Secret);
            _ = await store.AppendTextAsync("t", Secret, "kept");
            Assert.True(await store.DeleteStreamAsync("s"));
            Assert.True(await store.TruncateStreamAsync("t", 1));
        }

        Assert.False(Holds(database));
    }

    [Fact]
    public async Task A_reader_that_keeps_the_old_payload_readable_is_reported()
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open(new() { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        _ = await store.AppendTextAsync("s", Secret);
        using (Connection reader = database.Connect())
        {
            reader.Execute("BEGIN");
            _ = reader.Number("SELECT count(*) FROM events");
            StoreUnavailableException exception = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.ReplaceEventAsync("s", 0, TestAppends.Other, new byte[] { 0x90 }));
            Assert.Contains("was replaced, but", exception.Message, StringComparison.Ordinal);
        }

        Assert.True(await store.ReplaceEventAsync("s", 0, TestAppends.Other, new byte[] { 0x90 }));
        Assert.False(Holds(database));
    }

    private static bool Holds(TestDatabase database) =>
        Directory.GetFiles(database.Directory).Any(file => Read(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)) >= 0);

    // A copy: closing a file of the database would let go of SQLite's locks on it.
    private static byte[] Read(string file)
    {
        using var copied = new MemoryStream();
        using System.Diagnostics.Process process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("cat", [file]) { RedirectStandardOutput = true })!;
        process.StandardOutput.BaseStream.CopyTo(copied);
        process.WaitForExit();
        return copied.ToArray();
    }
}
