using Daybook.CrashTesting;
using Daybook.Stores.Sqlite;

namespace Daybook.SqliteTests;

public sealed class RegistryTests
{
    private static readonly EventStoreRegistry Registry = new EventStoreRegistry().AddSqlite();

    [Fact]
    public async Task A_connection_string_opens_a_store()
    {
        using var database = new TestDatabase();
        await using (IEventStore store = await Registry.OpenAsync($"sqlite:{database.Path}?chain=true&durability=written&busytimeout=00:00:01"))
        {
            Assert.IsType<SqliteEventStore>(store);
            Assert.True(store.Capabilities.IsChained);
            _ = await store.AppendTextAsync("s", "one");
        }

        await using IEventStore reader = await Registry.OpenAsync($"sqlite:{database.Path}?readonly=true");
        Assert.True(reader.Capabilities.IsReadOnly);
        Assert.NotNull((await reader.GetStreamInfoAsync("s"))!.Hash);
    }

    [Theory]
    [InlineData("sqlite:")]
    [InlineData("sqlite:x.db?unknown=1")]
    [InlineData("sqlite:x.db?durability=some")]
    public async Task A_wrong_connection_string_is_refused(string text) =>
        _ = await Assert.ThrowsAsync<InvalidConnectionStringException>(async () => await Registry.OpenAsync(text));
}
