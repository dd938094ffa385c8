using Daybook.Stores;
using Daybook.Testing;

namespace Daybook.Tests.Stores.Ttl;

public sealed class EventTtlTests : IAsyncDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly ManualTimeProvider _clock = new(Notes.Start);
    private readonly IEventStore _inner = EventStores.Memory(new() { Chained = true });
    private readonly TtlEventStore _store;

    public EventTtlTests() => _store = _inner.WithTtl(Day, TtlMode.Events, _clock);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // S1-47, S1-48: sequences count expired events too, and survivors keep theirs.
    [Fact]
    public async Task Readers_do_not_see_expired_events_and_sequences_stay()
    {
        await AppendDailyAsync("a", 5);
        _clock.Advance(Day * 4);
        Assert.Equal([3, 4], await _store.SequencesAsync("a"));
        Assert.Equal([3, 4], await _store.SequencesAsync("a", pageSize: 1));
        Assert.Equal(2, (await _store.FeedLinesAsync(pageSize: 1)).Count);
        Assert.Equal(2, (await _store.FeedLinesAsync(new() { NewestFirst = true }, pageSize: 1)).Count);
        AppendResult next = await _store.NoteAsync("a", 5, 1, _clock.GetUtcNow(), ExpectedVersion.At(5));
        Assert.Equal(5, next.FirstSequence);
        _ = await Assert.ThrowsAsync<ConcurrencyException>(async () => _ = await _store.NoteAsync("a", 6, 1, null, ExpectedVersion.NoStream));
    }

    [Fact]
    public async Task Stream_info_and_pages_say_where_the_stream_begins_now()
    {
        await AppendDailyAsync("a", 5);
        StreamInfo whole = (await _inner.GetStreamInfoAsync("a", Stop))!;
        Assert.Equal(whole, await _store.GetStreamInfoAsync("a", Stop));
        _clock.Advance(Day * 4);
        StreamInfo seen = (await _store.GetStreamInfoAsync("a", Stop))!;
        Assert.Equal((5L, 3L, 2L), (seen.Version, seen.FirstSequence, seen.Count));
        using EventPage all = await _inner.ReadStreamAsync("a", 2, 1, Stop);
        Assert.Equal(all.HashOf(all.Events[0]), seen.HashBefore);
        Assert.Equal(seen, Assert.Single((await _store.ListStreamsAsync("", null, 10, Stop)).Streams));
        using EventPage page = await _store.ReadStreamAsync("a", 0, 10, Stop);
        Assert.Equal((5L, 3L), (page.StreamVersion, page.FirstSequence));
    }

    // A stream whose events are all expired is like one that was truncated to its end: there, and empty.
    [Fact]
    public async Task A_stream_of_expired_events_is_empty_and_keeps_its_version()
    {
        await AppendDailyAsync("a", 3);
        _clock.Advance(Day * 9);
        Assert.Empty(await _store.SequencesAsync("a", pageSize: 1));
        StreamInfo seen = (await _store.GetStreamInfoAsync("a", Stop))!;
        Assert.Equal((3L, 0L), (seen.Version, seen.Count));
        Assert.Equal(3, (await _store.NoteAsync("a", 3, 1, _clock.GetUtcNow())).FirstSequence);
    }

    [Fact]
    public async Task Stamps_that_go_back_hide_events_in_the_middle()
    {
        _ = await _store.NoteAsync("a", 0, 2, Notes.Start);
        _ = await _store.NoteAsync("a", 2, 1, Notes.Start - (Day * 2));
        _ = await _store.NoteAsync("a", 3, 2, Notes.Start);
        Assert.Equal([0, 1, 3, 4], await _store.SequencesAsync("a"));
        Assert.Equal([0, 1, 3, 4], await _store.SequencesAsync("a", pageSize: 2));

        // Whoever folds must notice: the page says that what it has does not start at 0.
        using EventPage page = await _store.ReadStreamAsync("a", 0, 10, Stop);
        Assert.Equal(3, page.FirstSequence);

        // What stands behind a living event cannot be removed yet.
        Assert.Equal(0, await _store.PurgeExpiredAsync(Stop));
    }

    [Fact]
    public async Task A_purge_truncates_and_sequences_stay()
    {
        await AppendDailyAsync("a", 5);
        await AppendDailyAsync("b", 2);
        _clock.Advance(Day * 4);
        StreamInfo before = (await _store.GetStreamInfoAsync("a", Stop))!;
        Assert.Equal(5, await _store.PurgeExpiredAsync(Stop));
        Assert.Equal(0, await _store.PurgeExpiredAsync(Stop));
        Assert.Equal(before, await _inner.GetStreamInfoAsync("a", Stop));
        Assert.Equal([3, 4], await _inner.SequencesAsync("a"));
        Assert.Equal(0, (await _inner.GetStreamInfoAsync("b", Stop))!.Count);
        Assert.Equal(2, (await _store.NoteAsync("b", 2, 1, _clock.GetUtcNow())).FirstSequence);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_brings_back_what_was_not_removed()
    {
        await AppendDailyAsync("a", 3);
        _clock.Advance(Day * 9);
        Assert.Empty(await _store.SequencesAsync("a"));
        _clock.Advance(-Day * 8);
        Assert.Equal([0, 1, 2], await _store.SequencesAsync("a"));
    }

    [Fact]
    public async Task Appends_beside_purges_and_deletions_lose_nothing_acknowledged()
    {
        _clock.Advance(Day * 2);
        int lost = await BesidePurges.CountLostAsync(
            _store,
            async (stream, i) =>
            {
                _ = await _store.NoteAsync(stream, i * 4, 2, Notes.Start);
                AppendResult alive = await _store.NoteAsync(stream, (i * 4) + 2, 1, _clock.GetUtcNow());
                int lost = (await _store.SequencesAsync(stream)).Contains(alive.FirstSequence) ? 0 : 1;
                if (i % 2 == 0)
                {
                    // The same length again, all of it alive, so that a late truncation would cut off something.
                    _ = await _store.DeleteStreamAsync(stream, default, Stop);
                    _ = await _store.NoteAsync(stream, i * 1000, 3, _clock.GetUtcNow());
                    lost += (await _store.SequencesAsync(stream)).Count() == 3 ? 0 : 1;
                    _ = await _store.DeleteStreamAsync(stream, default, Stop);
                }

                return lost;
            },
            Stop);
        Assert.Equal(0, lost);
    }

    [Fact]
    public async Task A_purge_that_comes_late_does_not_truncate_the_stream_that_was_begun_anew()
    {
        var holding = new HoldingStore(EventStores.Memory());
        await using TtlEventStore store = holding.WithTtl(Day, TtlMode.Events, _clock);
        _ = await store.NoteAsync("a", 0);
        _clock.Advance(Day * 2);
        holding.HoldNext();
        Task<long> purge = store.PurgeExpiredAsync(Stop).AsTask();
        await holding.Held;
        Task<AppendResult> anew = BeginAnewAsync();
        await holding.LetGoAfterAsync(anew);
        Assert.Equal(1, await purge);
        Assert.Equal(0, (await anew).FirstSequence);
        Assert.Equal([0], await store.SequencesAsync("a"));

        async Task<AppendResult> BeginAnewAsync()
        {
            _ = await store.DeleteStreamAsync("a", default, Stop);
            return await store.NoteAsync("a", 1, 1, _clock.GetUtcNow());
        }
    }

    private async Task AppendDailyAsync(string streamId, int count)
    {
        for (int i = 0; i < count; i++)
        {
            _ = await _store.NoteAsync(streamId, i, 1, Notes.Start + (Day * i));
        }
    }
}
