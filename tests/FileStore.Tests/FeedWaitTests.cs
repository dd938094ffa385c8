using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class FeedWaitTests
{
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024 };

    [Fact]
    public async Task Who_waits_is_woken_by_an_append()
    {
        using var directory = new TestDirectory();
        await using var store = FileEventStore.Open(directory.Store, Small);
        long end = await store.GetFeedEndAsync();
        Task wait = store.WaitForFeedAsync(end).AsTask();
        Assert.False(wait.IsCompleted);
        AppendResult result = await store.AppendTextAsync("s", "1", "2");
        await wait;
        Assert.Equal(result.FirstOffset + 2, await store.GetFeedEndAsync());
        await store.WaitForFeedAsync(end);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reader_is_woken_by_a_writer_that_it_does_not_know(bool opensLate)
    {
        using var directory = new TestDirectory();
        await using var store = FileEventStore.Open(directory.Store, Small);
        _ = await store.AppendTextAsync("s", "1");
        await using var reader = FileEventStore.Open(directory.Store, Small with { ReadOnly = true, FollowInterval = TimeSpan.FromMilliseconds(1) });
        if (opensLate)
        {
            Assert.Equal(1, await reader.GetFeedEndAsync());
        }

        Task wait = reader.WaitForFeedAsync(1).AsTask();
        Assert.False(wait.IsCompleted);
        _ = await store.AppendTextAsync("s", "2");
        await wait;
        Assert.Equal(2, await reader.GetFeedEndAsync());
        Assert.Equal(["s/0:1", "s/1:2"], await reader.ReadFeedAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Closing_ends_the_wait_and_so_does_the_token(bool isReader)
    {
        using var directory = new TestDirectory();
        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            _ = await store.AppendTextAsync("s", "1");
        }

        var opened = FileEventStore.Open(directory.Store, Small with { ReadOnly = isReader, FollowInterval = TimeSpan.FromDays(1) });
        using var cancellation = new CancellationTokenSource();
        Task cancelled = opened.WaitForFeedAsync(1, cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Task closed = opened.WaitForFeedAsync(1).AsTask();
        Assert.False(closed.IsCompleted);
        await opened.DisposeAsync();
        await closed;
        _ = await Assert.ThrowsAsync<ObjectDisposedException>(async () => await opened.WaitForFeedAsync(1));
    }

    [Fact]
    public async Task The_end_stays_behind_what_is_still_on_its_way_into_the_next_segment()
    {
        var files = new RecordingFiles();
        await using var store = FileEventStore.Open("/store", Small, files);
        _ = await store.AppendTextAsync("s", new string('a', 40_000));
        using var isFlushing = new SemaphoreSlim(0);
        using var mayFlush = new SemaphoreSlim(0);
        files.BeforeFlush = file =>
        {
            if (file == 1)
            {
                _ = isFlushing.Release();
                mayFlush.Wait();
            }
        };
        Task first = Task.Run(() => store.AppendTextAsync("s", "b"));
        await isFlushing.WaitAsync();
        // There is no room for it where the other one is on its way.
        var second = Task.Run(() => store.AppendTextAsync("s", new string('c', 40_000)));
        for (int i = 0; i < 1000; i++)
        {
            Assert.Equal(1, await store.GetFeedEndAsync());
            await Task.Yield();
        }

        Assert.Single(await store.ReadFeedAsync());
        Assert.False(second.IsCompleted);
        files.BeforeFlush = static _ => { };
        _ = mayFlush.Release(10);
        await Task.WhenAll(first, second);
        Assert.Equal(3, await store.GetFeedEndAsync());
    }
}
