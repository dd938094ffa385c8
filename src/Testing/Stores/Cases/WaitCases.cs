using System.Collections.Immutable;

namespace Daybook.Testing;

/// <summary>Waiting for the feed.</summary>
internal static class WaitCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("Who waits for what is there already does not wait", ThereAsync),
        new("An append wakes who waits for it", WakesAsync),
        new("An append wakes everybody who waits", WakesAllAsync),
        new("A wait can be cancelled", CancelAsync),
        new("A wait that is cancelled before it begins is refused", CancelledAsync),
        new("A cancelled wait leaves the others waiting, and they wake", OthersAsync),
        new("Closing the store ends the waits", CloseAsync),
        new("Negative offsets are refused", NegativeAsync),
    ];

    private static async Task ThereAsync(IEventStore store, CancellationToken token)
    {
        AppendResult last = await store.AppendAsync("a", 0, 3, token);
        await store.CatchUpAsync(last, token);
        await store.WaitForFeedAsync(0, token);
        await store.WaitForFeedAsync(last.OffsetOf(2), token);
    }

    private static async Task WakesAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 20; i++)
        {
            long end = await store.GetFeedEndAsync(token);
            Task waiting = UntilBeyondAsync(store, end, token);
            _ = await store.AppendAsync("a", i, 1, token);
            await waiting;
            Check.True(await store.GetFeedEndAsync(token) > end);
        }
    }

    private static async Task WakesAllAsync(IEventStore store, CancellationToken token)
    {
        long end = await store.GetFeedEndAsync(token);
        Task[] waiting = [.. Enumerable.Range(0, 50).Select(_ => UntilBeyondAsync(store, end, token))];
        _ = await store.AppendAsync("a", 0, 1, token);
        await Task.WhenAll(waiting);
    }

    private static async Task CancelAsync(IEventStore store, CancellationToken token)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(token);
        Task waiting = UntilBeyondAsync(store, long.MaxValue - 1, cancel.Token);
        await cancel.CancelAsync();
        _ = await Check.ThrowsAsync<OperationCanceledException>(async () => await waiting);
        _ = await store.AppendAsync("a", 0, 1, token);
    }

    private static async Task CancelledAsync(IEventStore store, CancellationToken token) =>
        _ = await Check.ThrowsAsync<OperationCanceledException>(async () => await store.WaitForFeedAsync(0, new(canceled: true)));

    private static async Task OthersAsync(IEventStore store, CancellationToken token)
    {
        long end = await store.GetFeedEndAsync(token);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(token);
        Task cancelled = UntilBeyondAsync(store, end, cancel.Token);
        Task waiting = UntilBeyondAsync(store, end, token);
        await cancel.CancelAsync();
        _ = await Check.ThrowsAsync<OperationCanceledException>(async () => await cancelled);
        _ = await store.AppendAsync("a", 0, 1, token);
        await waiting;
    }

    private static async Task CloseAsync(IEventStore store, CancellationToken token)
    {
        Task waiting = UntilBeyondAsync(store, long.MaxValue - 1, token);
        await store.DisposeAsync();
        _ = await Check.ThrowsAsync<ObjectDisposedException>(async () => await waiting);
    }

    private static async Task NegativeAsync(IEventStore store, CancellationToken token) =>
        _ = await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => await store.WaitForFeedAsync(-1, token));

    /// <summary>As every user of it must: a wait may end early.</summary>
    private static async Task UntilBeyondAsync(IEventStore store, long offset, CancellationToken token)
    {
        while (await store.GetFeedEndAsync(token) <= offset)
        {
            await store.WaitForFeedAsync(offset, token);
        }
    }
}
