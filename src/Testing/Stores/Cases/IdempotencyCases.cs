using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>What an append does that the stream knows already, in whole or in part.</summary>
internal static class IdempotencyCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("A repeated append changes nothing and says where its events stand", RepeatedAsync),
        new("A repeated append does not show in the feed", FeedAsync),
        new("The ids of a repeated append are looked at before its expected version", BeforeVersionAsync),
        new("The ids of a repeated append are looked at before its expected incarnation", BeforeIncarnationAsync),
        new("A repeated append is known however much came after it", LongAgoAsync),
        new("Side by side counts, not the appends that the events came in", RegroupedAsync),
        new("A part of an earlier append is known on its own", PartAsync),
        new("Another time stamp or other metadata make no other append", StampAsync),
        new("An append of known ids and then new ones is refused", KnownThenNewAsync),
        new("An append of new ids and then known ones is refused", NewThenKnownAsync),
        new("A known id with another payload is refused", PayloadAsync),
        new("A known id with another type is refused", TypeAsync),
        new("Known ids in another order are refused", OrderAsync),
        new("Known ids that do not stand side by side are refused", GapAsync),
        new("A refused append with known ids says the stream and writes nothing", NothingAsync),
        new("An id twice in one append is refused", TwiceAsync),
        new("The same id in two streams is two events", TwoStreamsAsync),
        new("Ids that are no UUIDv7 are known again too", OtherIdsAsync),
        new("Ids of both kinds in one append are known again", MixedIdsAsync),
        new("New ids may be lesser than known ones", UnorderedAsync),
        new("Ids are forgotten with their stream", DeletedAsync),
        new("Ids are forgotten with their truncated events, and no others", TruncatedAsync),
    ];

    private static async Task RepeatedAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 2, token);
        AppendResult first = await store.AppendAsync("a", 2, 3, token);
        _ = await store.AppendAsync("a", 5, 1, token);
        List<string> before = await store.ReadAsync("a", token);
        AppendResult again = await store.AppendAsync("a", 2, 3, token);
        Check.True(again.WasRepeated);
        Check.Equal(first.FirstSequence, again.FirstSequence);
        Check.Equal(first.Count, again.Count);
        Check.Sequence([first.OffsetOf(0), first.OffsetOf(1), first.OffsetOf(2)], [again.OffsetOf(0), again.OffsetOf(1), again.OffsetOf(2)]);
        Check.Sequence(before, await store.ReadAsync("a", token));
    }

    private static async Task FeedAsync(IEventStore store, CancellationToken token)
    {
        AppendResult last = await store.AppendAsync("a", 0, 3, token);
        List<string> before = await store.FeedAsync(last, token);
        for (int i = 0; i < 5; i++)
        {
            Check.True((await store.AppendAsync("a", 0, 3, token)).WasRepeated);
        }

        Check.Sequence(before, await store.FeedAsync(last, token));
    }

    private static async Task BeforeVersionAsync(IEventStore store, CancellationToken token)
    {
        using AppendBatch batch = Sample.Batch("a", ExpectedVersion.NoStream).Note(0).Note(1);
        _ = await store.AppendAsync(batch, token);
        foreach (ExpectedVersion expected in (ExpectedVersion[])[ExpectedVersion.NoStream, ExpectedVersion.At(0), ExpectedVersion.At(1), ExpectedVersion.At(99)])
        {
            batch.ExpectedVersion = expected;
            Check.True((await store.AppendAsync(batch, token)).WasRepeated);
        }
    }

    private static async Task BeforeIncarnationAsync(IEventStore store, CancellationToken token)
    {
        using AppendBatch batch = Sample.Batch("a").Note(0).Note(1);
        _ = await store.AppendAsync(batch, token);
        batch.ExpectedIncarnation = Sample.Id(77);
        Check.True((await store.AppendAsync(batch, token)).WasRepeated);
    }

    private static async Task LongAgoAsync(IEventStore store, CancellationToken token)
    {
        AppendResult first = await store.AppendAsync("a", 0, 3, token);
        for (int i = 0; i < 30; i++)
        {
            _ = await store.AppendAsync(i % 2 == 0 ? "a" : "b", 1000 + (i * 100), 100, token);
        }

        AppendResult again = await store.AppendAsync("a", 0, 3, token);
        Check.True(again.WasRepeated);
        Check.Equal(first.OffsetOf(2), again.OffsetOf(2));
        Check.Equal(1503, await store.VersionAsync("a", token));
    }

    private static async Task RegroupedAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 2, token);
        _ = await store.AppendAsync("b", 100, 1, token);
        _ = await store.AppendAsync("a", 2, 2, token);
        AppendResult again = await store.AppendAsync("a", 1, 2, token);
        Check.True(again.WasRepeated);
        Check.Equal(1, again.FirstSequence);
        using EventPage page = await store.ReadStreamAsync("a", 1, 2, token);
        Check.Equal(page.Events[0].Offset, again.OffsetOf(0));
        Check.Equal(page.Events[1].Offset, again.OffsetOf(1));
    }

    private static async Task PartAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 6, token);
        foreach ((int first, int count) in ((int, int)[])[(0, 1), (5, 1), (2, 2), (0, 6), (1, 5)])
        {
            AppendResult again = await store.AppendAsync("a", first, count, token);
            Check.True(again.WasRepeated);
            Check.Equal(first, again.FirstSequence);
            Check.Equal(count, again.Count);
        }
    }

    private static async Task StampAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 1, token);
        List<string> before = await store.ReadAsync("a", token);
        AppendBatch batch = Sample.Batch("a").Note(Sample.Id(0), 0, metadata: new() { Actor = "somebody else" }, at: Sample.Start.AddYears(1));
        Check.True((await store.PutAsync(batch, token)).WasRepeated);
        Check.Sequence(before, await store.ReadAsync("a", token));
    }

    private static async Task KnownThenNewAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        await RefusedAsync(store, Sample.Batch("a").Note(2).Note(3), token);
        await RefusedAsync(store, Sample.Batch("a").Note(0).Note(1).Note(2).Note(3), token);
    }

    private static async Task NewThenKnownAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 1, 3, token);
        await RefusedAsync(store, Sample.Batch("a").Note(9).Note(2), token);
        await RefusedAsync(store, Sample.Batch("a").Note(0).Note(1), token);
    }

    private static async Task PayloadAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        await RefusedAsync(store, Sample.Batch("a").Note(1, "another"), token);
        await RefusedAsync(store, Sample.Batch("a").Note(0).Note(1, "another").Note(2), token);
    }

    private static async Task TypeAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.PutAsync(Sample.Batch("a").Raw(0, [0x90]), token);
        await RefusedAsync(store, Sample.Batch("a").Raw(0, [0x90], Sample.Counted), token);
    }

    private static async Task OrderAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        await RefusedAsync(store, Sample.Batch("a").Note(2).Note(1), token);
        await RefusedAsync(store, Sample.Batch("a").Note(0).Note(2).Note(1), token);
    }

    private static async Task GapAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 4, token);
        await RefusedAsync(store, Sample.Batch("a").Note(0).Note(2), token);
        await RefusedAsync(store, Sample.Batch("a").Note(0).Note(1).Note(3), token);
    }

    private static async Task NothingAsync(IEventStore store, CancellationToken token)
    {
        AppendResult last = await store.AppendAsync("a", 0, 3, token);
        List<string> before = await store.FeedAsync(last, token);
        using AppendBatch batch = Sample.Batch("a").Note(10).Note(11).Note(1);
        var exception = await Check.ThrowsAsync<DuplicateEventException>(async () => _ = await store.AppendAsync(batch, token));
        Check.Equal("a", exception.StreamId);
        Check.Equal(Sample.Id(1), exception.EventId);
        Check.Sequence(before, await store.FeedAsync(last, token));
        Check.Equal(3, await store.VersionAsync("a", token));
    }

    private static async Task TwiceAsync(IEventStore store, CancellationToken token)
    {
        await RefusedAsync(store, Sample.Batch("a").Note(1).Note(2).Note(1), token);
        await RefusedAsync(store, Sample.Batch("a").Note(1).Note(1), token);
        Check.Equal(null, await store.GetStreamInfoAsync("a", token));
    }

    private static async Task TwoStreamsAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 2, token);
        AppendResult other = await store.AppendAsync("b", 0, 2, token);
        Check.Equal(false, other.WasRepeated);
        Check.Equal(0, other.FirstSequence);
        AppendResult again = await store.AppendAsync("b", 0, 2, token);
        Check.True(again.WasRepeated);
        Check.Equal(other.FirstOffset, again.FirstOffset);
    }

    private static async Task OtherIdsAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 10; i++)
        {
            AppendBatch batch = Sample.Batch("a").Note(EventId.From("a", Sample.TextOf(i)), i);
            Check.Equal(i, (await store.PutAsync(batch, token)).FirstSequence);
        }

        AppendBatch again = Sample.Batch("a").Note(EventId.From("a", Sample.TextOf(4)), 4).Note(EventId.From("a", Sample.TextOf(5)), 5);
        AppendResult result = await store.PutAsync(again, token);
        Check.True(result.WasRepeated);
        Check.Equal(4, result.FirstSequence);
    }

    private static async Task MixedIdsAsync(IEventStore store, CancellationToken token)
    {
        using AppendBatch batch = Sample.Batch("a").Note(0).Note(EventId.From("a", "x"), 1).Note(2).Note(new EventId(new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11])), 3);
        _ = await store.AppendAsync(batch, token);
        _ = await store.AppendAsync("a", 10, 3, token);
        Check.True((await store.AppendAsync(batch, token)).WasRepeated);
        await RefusedAsync(store, Sample.Batch("a").Note(20).Note(EventId.From("a", "x"), 1), token);
    }

    private static async Task UnorderedAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 20; i++)
        {
            Check.Equal(i, (await store.AppendAsync("a", 1000 - i, 1, token)).FirstSequence);
        }

        Check.True((await store.AppendAsync("a", 990, 1, token)).WasRepeated);
        Check.Equal(false, (await store.AppendAsync("a", 980, 1, token)).WasRepeated);
    }

    private static async Task DeletedAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 2, token);
        Check.True(await store.DeleteStreamAsync("a", default, token));
        AppendResult again = await store.AppendAsync("a", 0, 2, token);
        Check.Equal(false, again.WasRepeated);
        Check.Equal(0, again.FirstSequence);
    }

    private static async Task TruncatedAsync(IEventStore store, CancellationToken token)
    {
        Needs.Truncation(store);
        _ = await store.AppendAsync("a", 0, 6, token);
        _ = await store.TruncateStreamAsync("a", 3, token);
        Check.True((await store.AppendAsync("a", 3, 3, token)).WasRepeated);
        await RefusedAsync(store, Sample.Notes("a", 2, 2), token);
        AppendResult again = await store.AppendAsync("a", 0, 3, token);
        Check.Equal(false, again.WasRepeated);
        Check.Equal(6, again.FirstSequence);
    }

    private static async Task RefusedAsync(IEventStore store, AppendBatch batch, CancellationToken token)
    {
        long version = await store.VersionAsync("a", token);
        _ = await Check.ThrowsAsync<DuplicateEventException>(async () => _ = await store.PutAsync(batch, token));
        Check.Equal(version, await store.VersionAsync("a", token));
    }
}
