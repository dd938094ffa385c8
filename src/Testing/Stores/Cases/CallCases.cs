using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Cancelled calls, calls to a closed store, and arguments that make no sense.</summary>
internal static class CallCases
{
    private static readonly (string Name, Func<IEventStore, CancellationToken, ValueTask> Run)[] Reads =
    [
        ("ReadStreamAsync", async (store, token) => (await store.ReadStreamAsync("a", 0, 10, token)).Dispose()),
        ("ReadFeedAsync", async (store, token) => (await store.ReadFeedAsync(0, 10, token)).Dispose()),
        ("GetFeedEndAsync", async (store, token) => _ = await store.GetFeedEndAsync(token)),
        ("WaitForFeedAsync", (store, token) => store.WaitForFeedAsync(0, token)),
        ("ReadQueryAsync", async (store, token) => (await store.ReadQueryAsync(EventQuery.All, 0, 10, token)).Dispose()),
        ("GetStreamInfoAsync", async (store, token) => _ = await store.GetStreamInfoAsync("a", token)),
        ("ListStreamsAsync", async (store, token) => _ = await store.ListStreamsAsync("", null, 10, token)),
    ];

    private static readonly (string Name, Func<IEventStore, CancellationToken, ValueTask> Run)[] Writes =
    [
        ("AppendAsync", async (store, token) => _ = await store.AppendAsync("a", 100, 2, token)),
        ("DeleteStreamAsync", async (store, token) => _ = await store.DeleteStreamAsync("a", default, token)),
        ("TruncateStreamAsync", async (store, token) => _ = await store.TruncateStreamAsync("a", 1, token)),
        ("ReplaceEventAsync", async (store, token) => _ = await store.ReplaceEventAsync("a", 0, Sample.Counted, new byte[] { 0x90 }, token)),
    ];

    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        .. Reads.Concat(Writes).Select(call => new ComplianceCase($"{call.Name} with a cancelled token does nothing", (store, token) => CancelledAsync(store, call.Run, token))),
        .. Reads.Concat(Writes).Select(call => new ComplianceCase($"{call.Name} of a closed store says that it is closed", (store, _) => ClosedAsync(store, call.Run))),
        new("A store can be closed twice", TwiceAsync),
        new("A page lives on when its store is closed", PageAsync),
        new("Sequences and offsets are not negative", NegativeAsync),
        new("Pages have room for one event at least", CountAsync),
        new("Missing arguments are refused", MissingAsync),
        new("A store that only reads refuses every change", ReadOnlyAsync),
        new("An append that is cancelled on its way is either acknowledged or not stored", OnItsWayAsync),
    ];

    private static async Task CancelledAsync(IEventStore store, Func<IEventStore, CancellationToken, ValueTask> run, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        List<string> before = await store.ReadAsync("a", token);
        _ = await Check.ThrowsAsync<OperationCanceledException>(() => run(store, new(canceled: true)));
        Check.Sequence(before, await store.ReadAsync("a", token));
    }

    private static async Task ClosedAsync(IEventStore store, Func<IEventStore, CancellationToken, ValueTask> run)
    {
        await store.DisposeAsync();
        _ = await Check.ThrowsAsync<ObjectDisposedException>(() => run(store, default));
    }

    private static async Task TwiceAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 1, token);
        await store.DisposeAsync();
        await store.DisposeAsync();
    }

    private static async Task PageAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        using EventPage page = await store.ReadStreamAsync("a", 0, 10, token);
        List<string> before = [.. Sample.Lines(page)];
        await store.DisposeAsync();
        Check.Sequence(before, Sample.Lines(page));
    }

    private static async Task NegativeAsync(IEventStore store, CancellationToken token)
    {
        foreach (long negative in (long[])[-1, long.MinValue])
        {
            _ = await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => _ = await store.ReadStreamAsync("a", negative, 1, token));
            _ = await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => _ = await store.ReadFeedAsync(negative, 1, token));
            _ = await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => _ = await store.ReadQueryAsync(EventQuery.All, negative, 1, token));
            _ = await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => _ = await store.TruncateStreamAsync("a", negative, token));
            _ = await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => _ = await store.ReplaceEventAsync("a", negative, Sample.Noted, default, token));
        }
    }

    private static async Task CountAsync(IEventStore store, CancellationToken token)
    {
        foreach (int count in (int[])[0, -1, int.MinValue])
        {
            _ = await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => _ = await store.ReadStreamAsync("a", 0, count, token));
            _ = await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => _ = await store.ReadFeedAsync(0, count, token));
            _ = await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => _ = await store.ReadQueryAsync(EventQuery.All, 0, count, token));
            _ = await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => _ = await store.ListStreamsAsync("", null, count, token));
        }
    }

    private static async Task MissingAsync(IEventStore store, CancellationToken token)
    {
        _ = await Check.ThrowsAsync<ArgumentNullException>(async () => _ = await store.AppendAsync(null!, token));
        _ = await Check.ThrowsAsync<ArgumentNullException>(async () => _ = await store.ReadQueryAsync(null!, 0, 1, token));
        _ = await Check.ThrowsAsync<ArgumentNullException>(async () => _ = await store.ListStreamsAsync(null!, null, 1, token));
        _ = await Check.ThrowsAsync<ArgumentException>(async () => _ = await store.ReadStreamAsync(null!, 0, 1, token));
        _ = await Check.ThrowsAsync<ArgumentNullException>(async () => _ = await store.ReplaceEventAsync("a", 0, null!, default, token));
    }

    private static async Task ReadOnlyAsync(IEventStore store, CancellationToken token)
    {
        Needs.That(store.Capabilities.IsReadOnly, "the store takes changes");
        foreach ((_, Func<IEventStore, CancellationToken, ValueTask> run) in Writes)
        {
            _ = await Check.ThrowsAsync<StoreReadOnlyException>(() => run(store, token));
        }
    }

    private static async Task OnItsWayAsync(IEventStore store, CancellationToken token)
    {
        long version = 0;
        for (int i = 0; i < 50; i++)
        {
            using var cancel = new CancellationTokenSource();
            Task append = Task.Run(async () => _ = await store.AppendAsync("a", i * 10, 3, cancel.Token), token);
            await cancel.CancelAsync();
            bool isStored = await AsCancelledAsync(append);
            Check.Equal(isStored ? version + 3 : version, await store.VersionAsync("a", token));
            AppendResult again = await store.AppendAsync("a", i * 10, 3, token);
            Check.Equal(isStored, again.WasRepeated);
            version = again.Version;
        }
    }

    private static async Task<bool> AsCancelledAsync(Task append)
    {
        try
        {
            await append;
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
