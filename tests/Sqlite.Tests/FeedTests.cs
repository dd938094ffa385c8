using Daybook.CrashTesting;
using Daybook.Stores;
using Daybook.Stores.Sqlite;

namespace Daybook.SqliteTests;

public sealed class FeedTests
{
    [Fact]
    public async Task Offsets_are_never_used_again()
    {
        using var database = new TestDatabase();
        await using (SqliteEventStore store = database.Open())
        {
            _ = await store.AppendTextAsync("s", "one", "two");
            _ = await store.AppendTextAsync("t", "three");
            Assert.True(await store.DeleteStreamAsync("t"));
            Assert.Equal(3, await store.GetFeedEndAsync());
        }

        await using SqliteEventStore reopened = database.Open();
        Assert.Equal(3, await reopened.GetFeedEndAsync());
        Assert.Equal(3, (await reopened.AppendTextAsync("t", "four")).FirstOffset);
        Assert.True(await reopened.TruncateStreamAsync("t", 1));
        Assert.Equal(4, (await reopened.AppendTextAsync("s", "five")).FirstOffset);
    }

    [Fact]
    public async Task Offsets_rise_with_commits_whoever_appends()
    {
        using var database = new TestDatabase();
        await using SqliteEventStore first = database.Open();
        await using SqliteEventStore second = database.Open();
        using var stop = new CancellationTokenSource();
        Task<int> reading = Task.Run(ReadAsync);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (int i = 0; i < 50; i++)
            {
                _ = await (worker % 2 == 0 ? first : second).AppendTextAsync("s" + worker, "one", "two");
            }
        })));
        await stop.CancelAsync();
        Assert.Equal(800, await reading);

        async Task<int> ReadAsync()
        {
            long next = 0;
            while (true)
            {
                bool isLast = stop.IsCancellationRequested;
                using EventPage page = await first.ReadFeedAsync(next, 100);
                foreach (ref readonly RecordedEvent recorded in page.Events)
                {
                    // No offset is left out, so none can appear behind a reader.
                    Assert.Equal(next++, recorded.Offset);
                }

                if (isLast && page.Count == 0)
                {
                    return (int)next;
                }
            }
        }
    }

    [Fact]
    public async Task Waiting_ends_when_another_store_appends_and_when_this_one_closes()
    {
        using var database = new TestDatabase();
        SqliteEventStore store = database.Open(new() { PollInterval = TimeSpan.FromMilliseconds(5) });
        await using SqliteEventStore other = database.Open();
        Task wait = store.WaitForFeedAsync(0, TestContext.Current.CancellationToken).AsTask();
        Assert.False(wait.IsCompleted);
        _ = await other.AppendTextAsync("s", "one");
        await wait;
        await store.WaitForFeedAsync(0, TestContext.Current.CancellationToken);
        wait = store.WaitForFeedAsync(1, TestContext.Current.CancellationToken).AsTask();
        _ = await store.AppendTextAsync("s", "two");
        await wait;
        using var cancelled = new CancellationTokenSource();
        wait = store.WaitForFeedAsync(2, cancelled.Token).AsTask();
        await cancelled.CancelAsync();
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        wait = store.WaitForFeedAsync(2, TestContext.Current.CancellationToken).AsTask();
        await store.DisposeAsync();
        Assert.True(await Record.ExceptionAsync(() => wait) is null or ObjectDisposedException);
    }

    [Fact]
    public async Task Empty_payloads_and_texts_survive()
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open();
        using var batch = new AppendBatch();
        batch.Start("s", "");
        batch.Add(TestAppends.Token, TestAppends.NextId(), DateTimeOffset.UnixEpoch, new() { Actor = "" }, 0);
        _ = await store.AppendAsync(batch);
        Assert.True((await store.AppendAsync(batch)).WasRepeated);
        using EventPage page = await store.ReadStreamAsync("s", 0, 10);
        Assert.Equal((0, ""), (page.Events[0].PayloadLength, page.Events[0].Metadata!.Actor));
        Assert.Equal("", (await store.GetStreamInfoAsync("s"))!.Category);
        using EventPage found = await store.ReadQueryAsync(new() { Actor = "", Category = "" }, 0, 10);
        Assert.Equal(1, found.Count);
    }
}
