using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>What an append does that the stream knows already, in whole or in part.</summary>
internal static class IdempotencyCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("A repeated append changes nothing and says where its events stand", RepeatedAsync),
        new("The ids of a repeated append are looked at before its expected version", BeforeVersionAsync),
        new("Side by side counts, not the appends they came in", RegroupedAsync),
        new("An append of known and new ids is refused", PartlyKnownAsync),
        new("A known id with another payload, type or order is refused", DifferentAsync),
        new("An id twice in one append is refused", TwiceAsync),
        new("The same id in two streams is two events", TwoStreamsAsync),
        new("Ids that are no UUIDv7 are known again too", OtherIdsAsync),
        new("Ids live as long as their events", DeletedAsync),
        new("Ids are known after reopening", ReopenedAsync),
        new("New ids may be lesser than known ones", UnorderedAsync),
    ];

    private static async Task RepeatedAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        _ = await store.AppendAsync("a", 0, 2, cancellationToken);
        AppendResult first = await store.AppendAsync("a", 2, 3, cancellationToken);
        _ = await store.AppendAsync("a", 5, 1, cancellationToken);
        List<string> before = await store.ReadAsync("a");
        AppendResult again = await store.AppendAsync("a", 2, 3, cancellationToken);
        Check.True(again.WasRepeated);
        Check.Equal(first.FirstSequence, again.FirstSequence);
        Check.Equal(first.Count, again.Count);
        for (int i = 0; i < first.Count; i++)
        {
            Check.Equal(first.OffsetOf(i), again.OffsetOf(i));
        }

        Check.Sequence(before, await store.ReadAsync("a"));
    }

    private static async Task BeforeVersionAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        using AppendBatch batch = Sample.Batch("a", ExpectedVersion.NoStream).Note(0).Note(1);
        _ = await store.AppendAsync(batch, cancellationToken);
        Check.True((await store.AppendAsync(batch, cancellationToken)).WasRepeated);
    }

    private static async Task RegroupedAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        _ = await store.AppendAsync("a", 0, 2, cancellationToken);
        _ = await store.AppendAsync("b", 100, 1, cancellationToken);
        _ = await store.AppendAsync("a", 2, 2, cancellationToken);
        AppendResult again = await store.AppendAsync("a", 1, 2, cancellationToken);
        Check.True(again.WasRepeated);
        Check.Equal(1, again.FirstSequence);
        using EventPage page = await store.ReadStreamAsync("a", 1, 2, cancellationToken);
        Check.Equal(page.Events[0].Offset, again.OffsetOf(0));
        Check.Equal(page.Events[1].Offset, again.OffsetOf(1));
    }

    private static async Task PartlyKnownAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        _ = await store.AppendAsync("a", 0, 3, cancellationToken);
        await RefusedAsync(store, Sample.Batch("a").Note(2).Note(3), cancellationToken);
        await RefusedAsync(store, Sample.Batch("a").Note(3).Note(2), cancellationToken);
        Check.Equal(3, (await store.ReadAsync("a")).Count);
    }

    private static async Task DifferentAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        _ = await store.AppendAsync("a", 0, 4, cancellationToken);
        await RefusedAsync(store, Sample.Batch("a").Note(1, "another"), cancellationToken);
        await RefusedAsync(store, Sample.Batch("a").Count(1), cancellationToken);
        await RefusedAsync(store, Sample.Batch("a").Note(2).Note(1), cancellationToken);
        await RefusedAsync(store, Sample.Batch("a").Note(0).Note(2), cancellationToken);
        Check.Equal(4, (await store.ReadAsync("a")).Count);
    }

    private static async Task TwiceAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        await RefusedAsync(store, Sample.Batch("a").Note(1).Note(2).Note(1), cancellationToken);
        Check.Equal(null, await store.GetStreamInfoAsync("a", cancellationToken));
    }

    private static async Task TwoStreamsAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        _ = await store.AppendAsync("a", 0, 2, cancellationToken);
        AppendResult other = await store.AppendAsync("b", 0, 2, cancellationToken);
        Check.Equal(false, other.WasRepeated);
        Check.Equal(0, other.FirstSequence);
    }

    private static async Task OtherIdsAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        for (int i = 0; i < 10; i++)
        {
            using AppendBatch batch = Sample.Batch("a").Note(EventId.From("a", Sample.TextOf(i)), i);
            Check.Equal(i, (await store.AppendAsync(batch, cancellationToken)).FirstSequence);
        }

        using AppendBatch again = Sample.Batch("a").Note(EventId.From("a", Sample.TextOf(4)), 4).Note(EventId.From("a", Sample.TextOf(5)), 5);
        AppendResult result = await store.AppendAsync(again, cancellationToken);
        Check.True(result.WasRepeated);
        Check.Equal(4, result.FirstSequence);
    }

    private static async Task DeletedAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        _ = await store.AppendAsync("a", 0, 2, cancellationToken);
        Check.True(await store.DeleteStreamAsync("a", default, cancellationToken));
        AppendResult again = await store.AppendAsync("a", 0, 2, cancellationToken);
        Check.Equal(false, again.WasRepeated);
        Check.Equal(0, again.FirstSequence);
    }

    private static async Task ReopenedAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        if (!fixture.CanReopen)
        {
            return;
        }

        using AppendBatch batch = Sample.Batch("a").Note(0).Note(1);
        using AppendBatch named = Sample.Batch("a").Note(EventId.From("a", "x"), 2);
        IEventStore first = await fixture.OpenAsync();
        await using (first)
        {
            _ = await first.AppendAsync(batch, cancellationToken);
            _ = await first.AppendAsync(named, cancellationToken);
        }

        await using IEventStore second = await fixture.OpenAsync();
        Check.True((await second.AppendAsync(batch, cancellationToken)).WasRepeated);
        Check.True((await second.AppendAsync(named, cancellationToken)).WasRepeated);
        Check.Equal(3, (await second.ReadAsync("a")).Count);
    }

    private static async Task UnorderedAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        for (int i = 0; i < 20; i++)
        {
            AppendResult result = await store.AppendAsync("a", 1000 - i, 1, cancellationToken);
            Check.Equal(i, result.FirstSequence);
        }

        Check.True((await store.AppendAsync("a", 990, 1, cancellationToken)).WasRepeated);
    }

    private static async Task RefusedAsync(IEventStore store, AppendBatch batch, CancellationToken cancellationToken)
    {
        using (batch)
        {
            var exception = await Check.ThrowsAsync<DuplicateEventException>(async () => _ = await store.AppendAsync(batch, cancellationToken));
            Check.Equal(batch.StreamId, exception.StreamId);
        }
    }
}
