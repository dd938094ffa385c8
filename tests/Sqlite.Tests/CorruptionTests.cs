using Daybook.CrashTesting;
using Daybook.Stores.Sqlite;

namespace Daybook.SqliteTests;

public sealed class CorruptionTests
{
    [Theory]
    [InlineData("UPDATE events SET id = x'00' WHERE offset = 1")]
    [InlineData("UPDATE events SET type = 99 WHERE offset = 1")]
    [InlineData("UPDATE events SET type = -1 WHERE offset = 1")]
    [InlineData("UPDATE types SET schema = 'nonsense'")]
    [InlineData("UPDATE types SET number = 9223372036854775807")]
    [InlineData("UPDATE events SET timestamp = -5 WHERE offset = 1")]
    [InlineData("UPDATE events SET timestamp = 9223372036854775807 WHERE offset = 1")]
    [InlineData("UPDATE events SET sequence = 7 WHERE offset = 1")]
    [InlineData("UPDATE events SET hash = x'1234' WHERE offset = 1")]
    [InlineData("UPDATE events SET headers = 3 WHERE offset = 1")]
    [InlineData("UPDATE events SET source = x'FF' WHERE offset = 1")]
    [InlineData("DELETE FROM events WHERE offset = 1")]
    [InlineData("DELETE FROM events")]
    public async Task A_row_that_no_store_wrote_is_reported(string sql)
    {
        using var database = new TestDatabase();
        await FillAsync(database);
        using (Connection connection = database.Connect())
        {
            connection.Execute(sql);
        }

        await using SqliteEventStore store = database.Open();
        CorruptEventException exception = await Assert.ThrowsAsync<CorruptEventException>(() => store.ReadTextsAsync("s"));
        Assert.Equal(database.Path, exception.File);
        Assert.DoesNotContain("byte", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("first_timestamp = -1")]
    [InlineData("last_timestamp = 9223372036854775807")]
    public async Task A_stream_that_no_store_wrote_is_reported(string sql)
    {
        using var database = new TestDatabase();
        await FillAsync(database);
        using (Connection connection = database.Connect())
        {
            connection.Execute("UPDATE streams SET " + sql);
        }

        await using SqliteEventStore store = database.Open();
        _ = await Assert.ThrowsAsync<CorruptEventException>(async () => await store.GetStreamInfoAsync("s"));
        _ = await Assert.ThrowsAsync<CorruptEventException>(async () => await store.ListStreamsAsync());
    }

    [Fact]
    public async Task An_encoding_of_a_later_version_is_refused()
    {
        using var database = new TestDatabase();
        await FillAsync(database);
        using (Connection connection = database.Connect())
        {
            connection.Execute("UPDATE events SET encoding = 1 WHERE offset = 1");
        }

        await using SqliteEventStore store = database.Open();
        _ = await Assert.ThrowsAsync<StoreFormatException>(() => store.ReadTextsAsync("s"));
    }

    [Fact]
    public async Task Events_that_a_stream_does_not_know_keep_others_from_being_lost()
    {
        using var database = new TestDatabase();
        await FillAsync(database);
        using (Connection connection = database.Connect())
        {
            connection.Execute("UPDATE streams SET version = 1");
        }

        await using SqliteEventStore store = database.Open();
        _ = await Assert.ThrowsAsync<CorruptEventException>(() => store.AppendTextAsync("s", "more"));
        Assert.Equal(3, (await store.ReadFeedAsync()).Count);
        _ = await store.AppendTextAsync("t", "more");
    }

    [Fact]
    public async Task Damaged_pages_are_reported_and_never_read_as_something_else()
    {
        using var database = new TestDatabase();
        await using (SqliteEventStore store = database.Open())
        {
            for (int i = 0; i < 50; i++)
            {
                _ = await store.AppendTextAsync("s", Enumerable.Range(0, 20).Select(number => $"text {number}").ToArray());
            }
        }

        byte[] sound = await File.ReadAllBytesAsync(database.Path);
        int reported = 0;
        for (int page = 1; page < sound.Length / 4096; page++)
        {
            byte[] damaged = [.. sound];
            damaged.AsSpan(page * 4096, 4096).Fill(0xA5);
            await File.WriteAllBytesAsync(database.Path, damaged);
            Exception? exception = await Record.ExceptionAsync(async () =>
            {
                await using SqliteEventStore store = database.Open(new() { ReadOnly = true });
                List<(EventId Id, string Text)> texts = await store.ReadTextsAsync("s");
                Assert.Equal(1000, texts.Count);
                Assert.All(texts, (entry, i) => Assert.Equal($"text {i % 20}", entry.Text));
            });
            Assert.True(exception is null or CorruptEventException, exception?.ToString());
            reported += exception is null ? 0 : 1;
        }

        Assert.InRange(reported, 10, sound.Length / 4096);
    }

    private static async Task FillAsync(TestDatabase database)
    {
        await using SqliteEventStore store = database.Open();
        _ = await store.AppendTextAsync("s", "one", "two", "three");
    }
}
