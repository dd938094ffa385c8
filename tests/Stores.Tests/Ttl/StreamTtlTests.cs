using Daybook.Stores;
using Daybook.Testing;

namespace Daybook.Tests.Stores.Ttl;

public sealed class StreamTtlTests : IAsyncDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly ManualTimeProvider _clock = new(Notes.Start);
    private readonly IEventStore _inner = EventStores.Memory();
    private readonly TtlEventStore _store;

    public StreamTtlTests() => _store = _inner.WithTtl(Day, TtlMode.Streams, _clock);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // S1-42: an age of exactly the time to live is not expired.
    [Fact]
    public async Task A_stream_is_expired_a_tick_after_its_time_to_live()
    {
        _ = await _store.NoteAsync("a", 0);
        _clock.Advance(Day);
        Assert.NotNull(await _store.GetStreamInfoAsync("a", Stop));
        Assert.Equal([0], await _store.SequencesAsync("a"));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(await _store.GetStreamInfoAsync("a", Stop));
        Assert.Empty(await _store.SequencesAsync("a"));
    }

    // G26: the seeds still list expired streams, and one of their stores says that they exist.
    [Fact]
    public async Task An_expired_stream_does_not_exist_for_any_reader()
    {
        _ = await _store.NoteAsync("old", 0, 3);
        _ = await _store.NoteAsync("new", 0, 1, Notes.Start.AddHours(30));
        _clock.Advance(TimeSpan.FromHours(40));
        Assert.Equal(["new"], await _store.StreamsAsync(pageSize: 1));
        Assert.Null(await _store.GetStreamInfoAsync("old", Stop));
        using EventPage page = await _store.ReadStreamAsync("old", 0, 10, Stop);
        Assert.Equal((0, 0L), (page.Count, page.StreamVersion));
        Assert.All(await _store.FeedLinesAsync(pageSize: 1), line => Assert.StartsWith("new ", line, StringComparison.Ordinal));
        _ = Assert.Single(await _store.FeedLinesAsync(new() { NewestFirst = true }, pageSize: 1));
        _ = Assert.Single(await _store.FeedLinesAsync(new() { Category = "notes" }));
        _ = await Assert.ThrowsAsync<StreamNotFoundException>(async () => _ = await _store.TruncateStreamAsync("old", 1, Stop));
        Assert.False(await _store.DeleteStreamAsync("old", ExpectedVersion.NoStream, Stop));
        Assert.Null(await _inner.GetStreamInfoAsync("old", Stop));
    }

    // G26: expiry by an event's own time cuts the start off a stream that goes on.
    [Fact]
    public async Task The_newest_event_keeps_the_whole_stream()
    {
        _ = await _store.NoteAsync("a", 0);
        _clock.Advance(Day * 10);
        _ = await _inner.NoteAsync("a", 1, 1, _clock.GetUtcNow());
        Assert.Equal([0, 1], await _store.SequencesAsync("a", pageSize: 1));
    }

    // The newest event is the last one, whatever the stamps say.
    [Fact]
    public async Task Stamps_that_go_back_count_by_the_last_event()
    {
        _ = await _store.NoteAsync("a", 0, 1, Notes.Start.AddDays(100));
        _ = await _store.NoteAsync("a", 1, 1, Notes.Start.AddDays(-2));
        Assert.Null(await _store.GetStreamInfoAsync("a", Stop));
        Assert.Empty(await _store.SequencesAsync("a", pageSize: 1));
        Assert.Empty(await _store.FeedLinesAsync());
    }

    [Fact]
    public async Task The_next_append_starts_again_at_0_as_another_incarnation()
    {
        _ = await _store.NoteAsync("a", 0, 3);
        _clock.Advance(Day * 2);
        AppendResult again = await _store.NoteAsync("a", 7, 1, _clock.GetUtcNow(), ExpectedVersion.NoStream);
        Assert.Equal(0, again.FirstSequence);
        StreamInfo? info = await _store.GetStreamInfoAsync("a", Stop);
        Assert.Equal((1L, Notes.Id("a", 7)), (info!.Version, info.Incarnation));
        _ = Assert.Single(await _inner.LinesAsync("a"));
    }

    [Fact]
    public async Task An_expired_stream_is_at_no_version_and_knows_no_ids()
    {
        _ = await _store.NoteAsync("a", 0, 3);
        _clock.Advance(Day * 2);
        foreach (ExpectedVersion wrong in (ExpectedVersion[])[ExpectedVersion.At(3), ExpectedVersion.Exists])
        {
            ConcurrencyException exception = await Assert.ThrowsAsync<ConcurrencyException>(async () => _ = await _store.NoteAsync("a", 3, 1, null, wrong));
            Assert.Equal(0, exception.Actual);
            _ = await Assert.ThrowsAsync<ConcurrencyException>(async () => _ = await _store.DeleteStreamAsync("a", wrong, Stop));
        }

        // Nothing was refused at the expense of what is there.
        Assert.Equal(3, (await _inner.LinesAsync("a")).Count);
        AppendResult again = await _store.NoteAsync("a", 0, 3, _clock.GetUtcNow());
        Assert.False(again.WasRepeated);
    }

    [Fact]
    public async Task A_refused_append_to_an_expired_stream_removes_nothing()
    {
        _ = await _store.NoteAsync("a", 0);
        _clock.Advance(Day * 2);
        using AppendBatch empty = Notes.Batch("a");
        _ = await Assert.ThrowsAsync<ArgumentException>(async () => _ = await _store.AppendAsync(empty, Stop));
        _ = Assert.Single(await _inner.LinesAsync("a"));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_brings_back_what_was_not_removed()
    {
        _ = await _store.NoteAsync("kept", 0);
        _clock.Advance(Day * 2);
        Assert.Empty(await _store.StreamsAsync());
        _clock.Advance(-Day * 3);
        Assert.Equal(["kept"], await _store.StreamsAsync());
        Assert.Equal(0, await _store.PurgeExpiredAsync(Stop));
        Assert.Equal(1, (await _store.NoteAsync("kept", 1)).FirstSequence);
    }

    [Fact]
    public async Task A_purge_removes_expired_streams_and_nothing_else()
    {
        _ = await _store.NoteAsync("old", 0, 3);
        _ = await _store.NoteAsync("older", 0, 2);
        _ = await _store.NoteAsync("new", 0, 1, Notes.Start.AddDays(2));
        _clock.Advance(Day * 2);
        Assert.Equal(5, await _store.PurgeExpiredAsync(Stop));
        Assert.Equal(0, await _store.PurgeExpiredAsync(Stop));
        Assert.Equal(["new"], await _inner.StreamsAsync());
    }

    [Fact]
    public async Task Appends_beside_purges_and_deletions_lose_nothing_acknowledged()
    {
        // The clock is far ahead of most stamps, so that streams expire all the time.
        _clock.Advance(Day * 2);
        int lost = await BesidePurges.CountLostAsync(
            _store,
            async (stream, i) =>
            {
                // Of the same version as the expired one, so that a late deletion would find what it expects.
                _ = await _store.NoteAsync(stream, i * 2, 1, Notes.Start);
                AppendResult alive = await _store.NoteAsync(stream, (i * 2) + 1, 1, _clock.GetUtcNow());
                StreamInfo? info = await _store.GetStreamInfoAsync(stream, Stop);
                _ = await _store.DeleteStreamAsync(stream, default, Stop);
                return info?.Version == alive.Version ? 0 : 1;
            },
            Stop);
        Assert.Equal(0, lost);
    }

    // The stream that is there again is at the version at which the expired one was.
    [Fact]
    public async Task A_purge_that_comes_late_does_not_delete_the_stream_that_was_begun_anew()
    {
        var holding = new HoldingStore(EventStores.Memory());
        await using TtlEventStore store = holding.WithTtl(Day, TtlMode.Streams, _clock);
        _ = await store.NoteAsync("a", 0);
        _clock.Advance(Day * 2);
        holding.HoldNext();
        Task<long> purge = store.PurgeExpiredAsync(Stop).AsTask();
        await holding.Held;
        Task<AppendResult> append = store.NoteAsync("a", 1, 1, _clock.GetUtcNow()).AsTask();
        await holding.LetGoAfterAsync(append);
        Assert.Equal(1, await purge);
        Assert.Equal(0, (await append).FirstSequence);
        Assert.Equal(Notes.Id("a", 1), (await store.GetStreamInfoAsync("a", Stop))!.Incarnation);
    }

    [Fact]
    public async Task Refuses_what_makes_no_sense()
    {
        await using IEventStore store = EventStores.Memory();
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => store.WithTtl(TimeSpan.FromTicks(-1)));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => store.WithTtl(Day, (TtlMode)7));
        await using TtlEventStore longest = store.WithTtl(TimeSpan.MaxValue);
        _ = await longest.NoteAsync("a", 0, 1, DateTimeOffset.MinValue);
        Assert.NotNull(await longest.GetStreamInfoAsync("a", Stop));
    }
}
