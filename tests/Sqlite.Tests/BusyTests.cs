using Daybook.CrashTesting;
using Daybook.Stores;
using Daybook.Stores.Sqlite;

namespace Daybook.SqliteTests;

public sealed class BusyTests
{
    [Fact]
    public async Task A_store_that_stays_busy_is_unavailable_and_nothing_is_written()
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open(new() { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        _ = await store.AppendTextAsync("s", "one");
        using (Connection other = database.Connect())
        {
            other.Execute("BEGIN IMMEDIATE");
            Task[] appends = [.. Enumerable.Range(0, 5).Select(i => (Task)store.AppendTextAsync("s" + i, "two"))];
            foreach (Task append in appends)
            {
                _ = await Assert.ThrowsAsync<StoreUnavailableException>(() => append);
            }

            // Readers are not held up.
            _ = Assert.Single(await store.ReadFeedAsync());
        }

        Assert.Equal(1, (await store.AppendTextAsync("s", "two")).FirstSequence);
        Assert.Equal(2, (await store.ReadFeedAsync()).Count);
    }

    [Fact]
    public async Task Appends_wait_for_another_writer_to_end()
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open();
        Task<AppendResult>[] appends;
        using (Connection other = database.Connect())
        {
            other.Execute("BEGIN IMMEDIATE");
            appends = [.. Enumerable.Range(0, 20).Select(_ => store.AppendTextAsync("s", "text"))];
            Assert.DoesNotContain(appends, append => append.IsCompleted);
            other.Execute("COMMIT");
        }

        AppendResult[] results = await Task.WhenAll(appends);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => (long)i), results.Select(result => result.FirstSequence).Order());
    }

    [Fact]
    public async Task Waiting_can_be_cancelled_and_then_nothing_is_written()
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open();
        using var cancelled = new CancellationTokenSource();
        using (Connection other = database.Connect())
        {
            other.Execute("BEGIN IMMEDIATE");
            using AppendBatch first = Batch("first");
            using AppendBatch second = Batch("second");
            Task<AppendResult> leads = store.AppendAsync(first, cancelled.Token).AsTask();
            Task<AppendResult> waits = store.AppendAsync(second, cancelled.Token).AsTask();
            Task<AppendResult> stays = store.AppendTextAsync("s", "third");
            await cancelled.CancelAsync();
            _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leads);
            _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
            other.Execute("COMMIT");
            Assert.Equal(0, (await stays).FirstSequence);
        }

        Assert.Equal("third", Assert.Single(await store.ReadTextsAsync("s")).Text);
    }

    [Fact]
    public async Task Each_append_of_a_group_fails_alone()
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open();
        EventId known = TestAppends.NextId();
        using (var batch = new AppendBatch())
        {
            batch.Start("s");
            batch.AddText("one", known);
            _ = await store.AppendAsync(batch);
        }

        List<AppendBatch> batches = [];
        Task<AppendResult>[] appends;
        using (Connection other = database.Connect())
        {
            other.Execute("BEGIN IMMEDIATE");
            appends =
            [
                Append(batch => batch.AddText("good")),
                Append(batch => batch.ExpectedVersion = ExpectedVersion.At(7)),
                Append(batch => batch.AddText("other payload", known)),
                Append(batch => batch.AddText("good, too")),
            ];
            other.Execute("COMMIT");
        }

        Assert.Equal((1L, 2), ((await appends[0]).FirstSequence, (await appends[0]).Count));
        _ = await Assert.ThrowsAsync<ConcurrencyException>(() => appends[1]);
        _ = await Assert.ThrowsAsync<DuplicateEventException>(() => appends[2]);
        Assert.Equal(3, (await appends[3]).FirstSequence);
        Assert.Equal(5, (await store.ReadTextsAsync("s")).Count);
        batches.ForEach(batch => batch.Dispose());

        Task<AppendResult> Append(Action<AppendBatch> change)
        {
            AppendBatch batch = Batch("text");
            batches.Add(batch);
            change(batch);
            return store.AppendAsync(batch).AsTask();
        }
    }

    [Fact]
    public async Task Appends_of_a_group_share_a_transaction()
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open();
        using Connection other = database.Connect();
        Assert.True(other.TryTruncateLog());
        Task<AppendResult>[] appends = new Task<AppendResult>[64];
        other.Execute("BEGIN IMMEDIATE");
        for (int i = 0; i < appends.Length; i++)
        {
            appends[i] = store.AppendTextAsync("s" + i, "text");
        }

        other.Execute("COMMIT");
        _ = await Task.WhenAll(appends);

        // Alone each would write at least five pages to the log.
        using Statement checkpoint = other.Prepare("PRAGMA wal_checkpoint(PASSIVE)");
        using (Rows rows = checkpoint.Run())
        {
            Assert.True(rows.Next());
            Assert.InRange(rows.Number(1), 5, 64 * 5 / 2);
        }

        Assert.Equal(64, (await store.ReadFeedAsync()).Count);
    }

    [Fact]
    public async Task A_thread_with_a_context_of_its_own_is_not_kept()
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open();
        SynchronizationContext? before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
        Task<AppendResult> append;
        try
        {
            append = store.AppendTextAsync("s", "text");
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        Assert.Equal(0, (await append).FirstSequence);
    }

    [Fact]
    public async Task Closing_waits_for_what_was_asked_for()
    {
        using var database = new TestDatabase();
        SqliteEventStore store = database.Open();
        Task<AppendResult>[] appends = [.. Enumerable.Range(0, 100).Select(i => Task.Run(() => store.AppendTextAsync("s", "text")))];
        _ = await Task.WhenAny(appends);
        await store.DisposeAsync();
        int done = 0;
        foreach (Task<AppendResult> append in appends)
        {
            Exception? exception = await Record.ExceptionAsync(() => append);
            Assert.True(exception is null or ObjectDisposedException, exception?.ToString());
            done += exception is null ? 1 : 0;
        }

        await using SqliteEventStore reopened = database.Open(new() { ReadOnly = true });
        Assert.Equal(done, (await reopened.ReadTextsAsync("s")).Count);
    }

    private static AppendBatch Batch(string text)
    {
        var batch = new AppendBatch();
        batch.Start("s");
        batch.AddText(text);
        return batch;
    }
}
