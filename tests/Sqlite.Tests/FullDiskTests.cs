using System.Globalization;
using Daybook.CrashTesting;
using Daybook.FileStoreTests;
using Daybook.Stores.Sqlite;

namespace Daybook.SqliteTests;

public sealed class FullDiskTests
{
    [Fact]
    public async Task A_full_disk_loses_nothing_and_appending_goes_on_once_there_is_room()
    {
        using var database = new TestDatabase();
        string disk = Path.Combine(database.Directory, "disk");
        await using Mount mount = await Mount.OrSkipAsync(disk, "-t", "tmpfs", "-o", "size=2m", "tmpfs");
        string filler = Path.Combine(disk, "filler");
        await File.WriteAllBytesAsync(filler, new byte[1024 * 1024]);
        string path = Path.Combine(disk, "store.db");
        var acknowledged = new List<string>();
        await using (SqliteEventStore store = SqliteEventStores.Open(path))
        {
            await AppendUntilFullAsync(store);
            int first = acknowledged.Count;
            _ = await Assert.ThrowsAsync<StoreFullException>(() => AppendAsync(store));
            await CheckAsync(store);
            File.Delete(filler);
            await AppendUntilFullAsync(store);
            Assert.True(acknowledged.Count > first + 30, $"{first} events, then {acknowledged.Count}");
            await CheckAsync(store);
        }

        await using SqliteEventStore reopened = SqliteEventStores.Open(path, new() { ReadOnly = true });
        await CheckAsync(reopened);

        async Task AppendUntilFullAsync(SqliteEventStore store)
        {
            Exception? exception = null;
            while (exception is null)
            {
                exception = await Record.ExceptionAsync(() => AppendAsync(store));
            }

            _ = Assert.IsType<StoreFullException>(exception);
        }

        async Task AppendAsync(SqliteEventStore store)
        {
            string[] texts = [Text(acknowledged.Count), Text(acknowledged.Count + 1)];
            Assert.Equal(acknowledged.Count, (await store.AppendTextAsync("s", texts)).FirstSequence);
            acknowledged.AddRange(texts);
        }

        async Task CheckAsync(SqliteEventStore store)
        {
            Assert.Equal(acknowledged, (await store.ReadTextsAsync("s")).Select(entry => entry.Text));
            Assert.Equal(acknowledged.Count, (await store.ReadFeedAsync()).Count);
        }
    }

    [Fact]
    public async Task What_is_too_large_for_the_disk_fails_without_those_beside_it()
    {
        using var database = new TestDatabase();
        string disk = Path.Combine(database.Directory, "disk");
        await using Mount mount = await Mount.OrSkipAsync(disk, "-t", "tmpfs", "-o", "size=2m", "tmpfs");
        await using SqliteEventStore store = SqliteEventStores.Open(Path.Combine(disk, "store.db"));
        Task<AppendResult>[] appends;
        using (Connection other = Connection.Open(Path.Combine(disk, "store.db"), Access.Write, TimeSpan.Zero))
        {
            other.Execute("BEGIN IMMEDIATE");
            appends =
            [
                store.AppendTextAsync("a", "small"),
                store.AppendTextAsync("b", new string('x', 4 * 1024 * 1024)),
                store.AppendTextAsync("c", "small"),
            ];
            other.Execute("COMMIT");
        }

        _ = await appends[0];
        _ = await Assert.ThrowsAsync<StoreFullException>(() => appends[1]);
        _ = await appends[2];
        Assert.Equal(2, (await store.ReadFeedAsync()).Count);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture) + new string('d', 1500);
}
