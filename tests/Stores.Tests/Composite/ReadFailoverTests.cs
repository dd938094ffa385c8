using Daybook.Stores;
using Daybook.Testing;

namespace Daybook.Tests.Stores.Composite;

public sealed class ReadFailoverTests : IAsyncDisposable
{
    private const StoreOperations Reads = StoreOperations.ReadStream | StoreOperations.GetStreamInfo | StoreOperations.ListStreams;
    private readonly FaultInjectingStore _primary = new(EventStores.Memory());
    private readonly FaultInjectingStore _first = new(EventStores.Memory());
    private readonly FaultInjectingStore _second = new(EventStores.Memory());
    private readonly CompositeEventStore _store;

    public ReadFailoverTests() => _store = EventStores.Composite(
        _primary,
        [_first, _second],
        new() { OnSecondaryFailure = SecondaryFailure.Remember, OnPrimaryReadFailure = PrimaryReadFailure.ReadSecondary });

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_primary_cannot_be_read_a_secondary_answers()
    {
        _ = await _store.NoteAsync("a", 0, 5);
        List<string> lines = await _store.LinesAsync("a", pageSize: 2);
        StreamInfo? info = await _store.GetStreamInfoAsync("a", Stop);
        Break(_primary, times: int.MaxValue);
        Break(_first, times: int.MaxValue);

        Assert.Equal(lines, await _store.LinesAsync("a", pageSize: 2));
        Assert.Equal(info, await _store.GetStreamInfoAsync("a", Stop));
        Assert.Equal(["a"], await _store.StreamsAsync());
        Assert.NotEqual(0, _second.CallsOf(StoreOperations.ReadStream));
    }

    [Fact]
    public async Task It_changes_stores_in_the_middle_of_a_stream()
    {
        _ = await _store.NoteAsync("a", 0, 5);
        List<string> lines = await _store.LinesAsync("a");
        _primary.Add(new() { Operations = StoreOperations.ReadStream, Skip = 1, Times = 1 });

        Assert.Equal(lines, await _store.LinesAsync("a", pageSize: 2));
        Assert.Equal(1, _first.CallsOf(StoreOperations.ReadStream));
    }

    [Fact]
    public async Task A_secondary_that_lags_in_a_stream_is_not_read()
    {
        _ = await _store.NoteAsync("a", 0);
        _ = await _store.NoteAsync("b", 0);
        _first.Add(new());
        _ = await _store.NoteAsync("a", 1);
        Break(_primary, times: int.MaxValue);

        Assert.Equal(2, (await _store.LinesAsync("a")).Count);
        Assert.Equal((0, 2), (_first.CallsOf(StoreOperations.ReadStream), _second.CallsOf(StoreOperations.ReadStream)));
        Assert.Equal(["a", "b"], await _store.StreamsAsync());
        Assert.Equal(0, _first.CallsOf(StoreOperations.ListStreams));
        _ = await _store.LinesAsync("b");
        Assert.NotEqual(0, _first.CallsOf(StoreOperations.ReadStream));

        // Brought up to date it answers again.
        _primary.Clear();
        _ = await _store.RepairAsync(cancellationToken: Stop);
        Break(_primary, times: int.MaxValue);
        int calls = _second.CallsOf(StoreOperations.ReadStream);
        Assert.Equal(2, (await _store.LinesAsync("a")).Count);
        Assert.Equal(calls, _second.CallsOf(StoreOperations.ReadStream));
    }

    [Fact]
    public async Task Where_no_store_answers_the_primarys_failure_is_seen()
    {
        _ = await _store.NoteAsync("a", 0);
        _primary.Add(new() { Operations = Reads, Throws = static () => new StoreFaultedException("the primary's") });
        Break(_first, times: 1);
        Break(_second, times: 1);
        StoreFaultedException failure = await Assert.ThrowsAsync<StoreFaultedException>(async () => _ = await _store.GetStreamInfoAsync("a", Stop));
        Assert.Equal("the primary's", failure.Message);
    }

    [Fact]
    public async Task Wrong_questions_and_cancelled_ones_are_asked_once()
    {
        _ = await Assert.ThrowsAsync<InvalidStreamIdException>(async () => _ = await _store.ReadStreamAsync("a\n", 0, 1, Stop));
        _primary.Add(new() { Operations = Reads, Throws = static () => new OperationCanceledException() });
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => _ = await _store.ReadStreamAsync("a", 0, 1, new(canceled: true)));
        Assert.Equal(0, _first.CallsOf(StoreOperations.All));
    }

    [Fact]
    public async Task Unless_asked_for_the_primarys_failure_is_the_answer()
    {
        await using CompositeEventStore store = EventStores.Composite(_primary, [_first]);
        Break(_primary, times: 1);
        _ = await Assert.ThrowsAsync<StoreUnavailableException>(async () => _ = await store.GetStreamInfoAsync("a", Stop));
        Assert.Equal(0, _first.CallsOf(Reads));
    }

    private static void Break(FaultInjectingStore store, int times) => store.Add(new() { Operations = Reads, Times = times });
}
