using Daybook.FeedTesting;
using Daybook.Stores;

namespace Daybook.Tests.Subscriptions;

public sealed class ViewTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task A_view_folds_many_streams_and_skips_what_it_does_not_take(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        await FillAsync(test.Store);
        await using View<Totals> view = test.Store.Project<Totals>(EventQuery.All, "totals");
        Assert.Equal(0, (await view.GetAsync(Stop)).Offset);
        await view.CatchUpAsync(Stop);
        ViewState<Totals> totals = await view.GetAsync(Stop);
        Assert.Equal(new Totals { Items = 1 + 2 + 4, Cents = 12, LastPart = 0 }, totals.State);
        Assert.Equal(view.Offset, totals.Offset);
    }

    [Theory, EachStore]
    public async Task States_fold_a_stream_a_prefix_or_a_query(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        await FillAsync(test.Store);
        Assert.Equal(new Totals { Items = 3, Cents = 5, LastPart = 2 }, (await test.Store.LoadAsync<Totals>("o-1", cancellationToken: Stop)).State);
        Assert.Equal(new Totals { Items = 7, Cents = 12 }, (await test.Store.FoldAsync<Totals>(EventQuery.All.InStreams("o-"), cancellationToken: Stop)).State);
        Assert.Equal(new Totals { Cents = 12 }, (await test.Store.FoldAsync<Totals>(EventQuery.All.Of<Paid>(), cancellationToken: Stop)).State);
        Assert.Equal(new Order { Items = 7, Cents = 12 }, (await test.Store.FoldAsync<Order>(EventQuery.All.OfState<Order>(), cancellationToken: Stop)).State);
        Assert.Equal(new Order { Items = 7, Cents = 12 }, (await test.Store.FoldAsync<Order>(EventQuery.All, skipUnknownEvents: true, Stop)).State);
        var exception = await Assert.ThrowsAsync<UnknownEventTypeException>(async () => await test.Store.FoldAsync<Order>(EventQuery.All, cancellationToken: Stop));
        Assert.Equal("s-1", exception.StreamId);
        await Assert.ThrowsAsync<ArgumentException>(async () => await test.Store.FoldAsync<Order>(EventQuery.All with { NewestFirst = true }, cancellationToken: Stop));
    }

    [Theory, EachStore]
    public async Task A_saved_view_goes_on_where_it_was(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        for (int run = 0; run < 4; run++)
        {
            await Worker.WriteAsync(test.Store, first: run * 300, count: 300, seed: run);
            await test.ReopenAsync();
            await using View<Trace> view = test.Store.Project<Trace>(EventQuery.All, "trace", new() { SaveEvery = 10, PageSize = 10 });
            Assert.Equal(300 * run, (await view.GetAsync(Stop)).State.Events);
            await view.CatchUpAsync(Stop);
            Assert.Equal(TestData.TraceOf(Numbers((run + 1) * 300)), (await view.GetAsync(Stop)).State);
        }

        StreamInfo? info = await test.Store.GetStreamInfoAsync("$view:trace", Stop);
        Assert.NotNull(info);
        Assert.Equal(test.Store.Capabilities.CanTruncate, info.Version - info.FirstSequence < 24);
    }

    [Theory, EachStore]
    public async Task Another_state_or_query_folds_anew(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        await FillAsync(test.Store);
        await CheckAsync<Totals>(EventQuery.All, isSaved: false, state => Assert.Equal(7, state.Items));
        await CheckAsync<Totals>(EventQuery.All, isSaved: true, state => Assert.Equal(7, state.Items));
        await CheckAsync<NewTotals>(EventQuery.All, isSaved: false, state => Assert.Equal(70, state.Items));
        await CheckAsync<Totals>(EventQuery.All.InStreams("o-2"), isSaved: false, state => Assert.Equal(4, state.Items));

        // Programs of both versions may run side by side: each still finds its own.
        await CheckAsync<Totals>(EventQuery.All, isSaved: true, state => Assert.Equal(7, state.Items));
        await CheckAsync<NewTotals>(EventQuery.All, isSaved: true, state => Assert.Equal(70, state.Items));

        async Task CheckAsync<TState>(EventQuery query, bool isSaved, Action<TState> check)
            where TState : IState<TState>
        {
            await using View<TState> view = test.Store.Project<TState>(query, "totals");
            Assert.Equal(isSaved, (await view.GetAsync(Stop)).Offset > 0);
            await view.CatchUpAsync(Stop);
            check((await view.GetAsync(Stop)).State);
        }
    }

    [Theory, EachStore]
    public async Task Rebuilding_forgets_what_is_gone(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        await FillAsync(test.Store);
        await using View<Totals> view = test.Store.Project<Totals>(EventQuery.All, "totals");
        await using KeyedView<Totals> each = test.Store.Project<Totals>(EventQuery.All, "each", static envelope => envelope.StreamId);
        await view.CatchUpAsync(Stop);
        await each.CatchUpAsync(Stop);
        await test.Store.DeleteStreamAsync("o-2", cancellationToken: Stop);
        await view.CatchUpAsync(Stop);
        await each.CatchUpAsync(Stop);
        Assert.Equal(7, (await view.GetAsync(Stop)).State.Items);
        Assert.NotNull(await each.GetAsync("o-2", Stop));
        await each.SaveAsync(Stop);

        await view.RebuildAsync(Stop);
        await each.RebuildAsync(Stop);
        Assert.Equal(3, (await view.GetAsync(Stop)).State.Items);
        Assert.Null(await each.GetAsync("o-2", Stop));
        Assert.Equal(["o-1"], await each.ListKeysAsync(cancellationToken: Stop).ToListAsync());
        Assert.Equal(2, await each.PruneAsync(Stop));
        Assert.Equal(0, await each.PruneAsync(Stop));
        Assert.Equal(3, (await each.GetAsync("o-1", Stop))?.State.Items);
    }

    [Fact]
    public async Task A_view_that_was_rebuilt_elsewhere_takes_over_what_is_there()
    {
        await using var test = TestStore.Open(StoreKind.Memory);
        ViewOptions options = new() { SaveEvery = 1 };
        await using View<Trace> one = test.Store.Project<Trace>(EventQuery.All, "trace", options);
        await using View<Trace> other = test.Store.Project<Trace>(EventQuery.All, "trace", options);
        await using KeyedView<Trace> oneEach = test.Store.Project<Trace>(EventQuery.All, "each", static envelope => envelope.StreamId, options);
        await using KeyedView<Trace> otherEach = test.Store.Project<Trace>(EventQuery.All, "each", static envelope => envelope.StreamId, options);
        await test.Store.AddAsync("gone", 1, 2, 3);
        await test.Store.AddAsync("kept", 4);
        await CatchUpAsync();
        await test.Store.DeleteStreamAsync("gone", cancellationToken: Stop);
        await one.RebuildAsync(Stop);
        await oneEach.RebuildAsync(Stop);
        await test.Store.AddAsync("kept", 5);
        await CatchUpAsync();
        Assert.Equal(TestData.TraceOf([4, 5]), (await one.GetAsync(Stop)).State);
        Assert.Equal(TestData.TraceOf([4, 5]), (await other.GetAsync(Stop)).State);
        Assert.Equal(TestData.TraceOf([4, 5]), (await otherEach.GetAsync("kept", Stop))?.State);
        Assert.Null(await otherEach.GetAsync("gone", Stop));

        async Task CatchUpAsync()
        {
            await one.CatchUpAsync(Stop);
            await other.CatchUpAsync(Stop);
            await oneEach.CatchUpAsync(Stop);
            await otherEach.CatchUpAsync(Stop);
        }
    }

    [Theory, EachStore]
    public async Task A_keyed_view_holds_one_state_for_each_key(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        await FillAsync(test.Store);
        await using (KeyedView<Totals> view = Open())
        {
            await view.CatchUpAsync(Stop);
            await CheckAsync(view);
        }

        await test.ReopenAsync();
        await using KeyedView<Totals> again = Open();
        await CheckAsync(again);
        await new Order.Recorder(test.Store, "o-3").RecordPlacedAsync("pear", 1, cancellationToken: Stop);
        await again.CatchUpAsync(Stop);
        Assert.Equal(5, (await again.GetAsync("pear", Stop))?.State.Items);
        await Assert.ThrowsAsync<ArgumentException>(async () => await again.GetAsync("", Stop));
        await Assert.ThrowsAsync<ArgumentException>(async () => await again.GetAsync(new string('x', 513), Stop));

        KeyedView<Totals> Open() => test.Store.Project<Totals>(EventQuery.All, "items", static envelope => envelope.TryGet<Placed>(out var placed) ? placed.Item : null);

        static async Task CheckAsync(KeyedView<Totals> view)
        {
            Assert.Equal(3, (await view.GetAsync("apple", Stop))?.State.Items);
            Assert.Equal(4, (await view.GetAsync("pear", Stop))?.State.Items);
            Assert.Null(await view.GetAsync("plum", Stop));
            Assert.Equal(["apple", "pear"], (await view.ListKeysAsync(cancellationToken: Stop).ToListAsync()).Order(StringComparer.Ordinal));
            Assert.Equal(["pear"], await view.ListKeysAsync("p", Stop).ToListAsync());
        }
    }

    [Theory, EachStore]
    public async Task Following_folds_what_is_appended(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        await using View<Trace> view = test.Store.Project<Trace>(EventQuery.All, "trace", new() { SaveEvery = 100 });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task following = view.FollowAsync(stop.Token);
        await Worker.WriteAsync(test.Store, first: 0, count: 1000, seed: 2);
        while ((await view.GetAsync(Stop)).State.Events < 1000)
        {
            await Task.Delay(1, Stop);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
        Assert.Equal(TestData.TraceOf(Numbers(1000)), (await view.GetAsync(Stop)).State);
        await using View<Trace> next = test.Store.Project<Trace>(EventQuery.All, "trace");
        Assert.Equal(1000, (await next.GetAsync(Stop)).State.Events);
    }

    [Fact]
    public async Task A_read_only_store_keeps_views_in_memory_or_elsewhere()
    {
        string directory = Directory.CreateTempSubdirectory("daybook-").FullName;
        try
        {
            await using var writer = FileEventStore.Open(directory);
            await using var reader = FileEventStore.Open(directory, new() { ReadOnly = true });
            await using var own = TestStore.Open(StoreKind.Memory);
            await writer.AddAsync("count-1", 1, 2);
            await writer.AddAsync("count-2", 3);
            await using KeyedView<Trace> inMemory = reader.Project<Trace>(EventQuery.All, "each", static envelope => envelope.StreamId, new() { SaveEvery = 1 });
            await inMemory.CatchUpAsync(Stop);
            Assert.Equal(2, (await inMemory.GetAsync("count-1", Stop))?.State.Events);
            Assert.Equal(["count-1", "count-2"], (await inMemory.ListKeysAsync(cancellationToken: Stop).ToListAsync()).Order(StringComparer.Ordinal));
            await using (View<Trace> elsewhere = reader.Project<Trace>(EventQuery.All, "trace", new() { SnapshotStore = own.Store }))
            {
                await elsewhere.CatchUpAsync(Stop);
            }

            await using View<Trace> again = reader.Project<Trace>(EventQuery.All, "trace", new() { SnapshotStore = own.Store });
            Assert.Equal(TestData.TraceOf([1, 2, 3]), (await again.GetAsync(Stop)).State);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task A_failing_key_leaves_no_event_out()
    {
        await using var test = TestStore.Open(StoreKind.Memory);
        await Worker.WriteAsync(test.Store, first: 0, count: 200, seed: 2);
        int calls = 0;
        await using KeyedView<Trace> view = test.Store.Project<Trace>(
            EventQuery.All, "each", envelope => ++calls % 70 == 0 ? throw new InvalidOperationException("No.") : envelope.StreamId, new() { SaveEvery = 10, PageSize = 60 });
        for (int attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                await view.CatchUpAsync(Stop);
                break;
            }
            catch (InvalidOperationException)
            {
                // The next attempt meets the same page again.
            }
        }

        await ViewChecks.CheckKeysAsync(test.Store, view, Stop);
    }

    private static IEnumerable<long> Numbers(int count) => Enumerable.Range(0, count).Select(number => (long)number);

    private static async Task FillAsync(IEventStore store)
    {
        await store.AppendOldAsync("o-1", new("apple", 1));
        await new Order.Recorder(store, "o-1").RecordPaidAsync(5, cancellationToken: Stop);
        await new Stray.Recorder(store, "s-1").RecordSeenAsync(1, cancellationToken: Stop);
        await new Order.Recorder(store, "o-2").RecordPlacedAsync("pear", 4, cancellationToken: Stop);
        await new Order.Recorder(store, "o-2").RecordPaidAsync(7, cancellationToken: Stop);
    }
}
