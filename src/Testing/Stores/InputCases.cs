using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>What a store refuses, before anything is written.</summary>
internal static class InputCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("Every id that the rules allow works", HostileIdsAsync),
        new("Ids that the rules forbid are refused", BadIdsAsync),
        new("Payloads and appends over the limit are refused, and nothing is written", LimitsAsync),
        new("An empty append is refused", EmptyAsync),
        new("A cancelled call writes nothing", CancelledAsync),
        new("A closed store refuses every call", ClosedAsync),
        new("Arguments out of range are refused", ArgumentsAsync),
    ];

    private static async Task HostileIdsAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        string[] ids =
        [
            "'; DROP TABLE events; --", "a\"b", "%", "_", "../../etc/passwd", "..", ".", "CON", "a b", " ", "\u202Eabc", "😀", "é", "e\u0301", "A", "a",
            new string('x', 512), new string('é', 256), "a$", "#", "a:b", "\\",
        ];
        await using IEventStore store = await fixture.OpenAsync();
        for (int i = 0; i < ids.Length; i++)
        {
            Check.Equal(0, (await store.AppendAsync(ids[i], i, 1, cancellationToken)).FirstSequence);
        }

        for (int i = 0; i < ids.Length; i++)
        {
            using EventPage page = await store.ReadStreamAsync(ids[i], 0, 10, cancellationToken);
            Check.Equal(1, page.Count);
            Check.Equal(ids[i], page.Events[0].StreamId);
            Check.Equal(Sample.Id(i), page.Events[0].Id);
        }

        Check.Sequence(ids.Order(StringComparer.Ordinal), await StreamCases.NamesAsync(store, "", 5, cancellationToken));
    }

    private static async Task BadIdsAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        string[] ids = ["", "a\0b", "a\nb", "\u007f", "a\u0085", new string('x', 513), new string('é', 257), "\ud800", "a\udc00b"];
        await using IEventStore store = await fixture.OpenAsync();
        foreach (string id in ids)
        {
            _ = await Check.ThrowsAsync<InvalidStreamIdException>(async () => _ = await store.ReadStreamAsync(id, 0, 1, cancellationToken));
            _ = await Check.ThrowsAsync<InvalidStreamIdException>(async () => _ = await store.GetStreamInfoAsync(id, cancellationToken));
            _ = await Check.ThrowsAsync<InvalidStreamIdException>(async () => _ = await store.AppendAsync(id, 0, 1, cancellationToken));
        }

        _ = await Check.ThrowsAsync<InvalidStreamIdException>(async () => _ = await store.AppendAsync("$mine", 0, 1, cancellationToken));
    }

    private static async Task LimitsAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        using AppendBatch batch = Sample.Batch("a").Note(0).Note(1, new string('x', store.Limits.MaxPayloadBytes));
        var exception = await Check.ThrowsAsync<StoreLimitException>(async () => _ = await store.AppendAsync(batch, cancellationToken));
        Check.Equal(store.Limits.MaxPayloadBytes, exception.Limit);
        Check.True(exception.Actual > exception.Limit);
        Check.Equal(null, await store.GetStreamInfoAsync("a", cancellationToken));
    }

    private static async Task EmptyAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        using AppendBatch batch = Sample.Batch("a");
        _ = await Check.ThrowsAsync<ArgumentException>(async () => _ = await store.AppendAsync(batch, cancellationToken));
    }

    private static async Task CancelledAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        var cancelled = new CancellationToken(canceled: true);
        _ = await Check.ThrowsAsync<OperationCanceledException>(async () => _ = await store.AppendAsync("a", 0, 1, cancelled));
        _ = await Check.ThrowsAsync<OperationCanceledException>(async () => _ = await store.ReadStreamAsync("a", 0, 1, cancelled));
        Check.Equal(null, await store.GetStreamInfoAsync("a", cancellationToken));
    }

    private static async Task ClosedAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        IEventStore store = await fixture.OpenAsync();
        await store.DisposeAsync();
        await store.DisposeAsync();
        _ = await Check.ThrowsAsync<ObjectDisposedException>(async () => _ = await store.AppendAsync("a", 0, 1, cancellationToken));
        _ = await Check.ThrowsAsync<ObjectDisposedException>(async () => _ = await store.ReadStreamAsync("a", 0, 1, cancellationToken));
        _ = await Check.ThrowsAsync<ObjectDisposedException>(async () => _ = await store.ReadFeedAsync(0, 1, cancellationToken));
        _ = await Check.ThrowsAsync<ObjectDisposedException>(async () => _ = await store.ListStreamsAsync("", null, 1, cancellationToken));
        _ = await Check.ThrowsAsync<ObjectDisposedException>(async () => _ = await store.DeleteStreamAsync("a", default, cancellationToken));
    }

    private static async Task ArgumentsAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        _ = await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => _ = await store.ReadStreamAsync("a", -1, 1, cancellationToken));
        _ = await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => _ = await store.ReadStreamAsync("a", 0, 0, cancellationToken));
        _ = await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => _ = await store.ReadFeedAsync(-1, 1, cancellationToken));
        _ = await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => _ = await store.ReadFeedAsync(0, -1, cancellationToken));
        _ = await Check.ThrowsAsync<ArgumentOutOfRangeException>(async () => _ = await store.ListStreamsAsync("", null, 0, cancellationToken));
    }
}
