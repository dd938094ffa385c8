using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Streams that begin in the middle, as copies of truncated streams do.</summary>
internal static class OriginCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("A store that cannot truncate refuses an origin, and writes nothing", CannotAsync),
        Of("A stream with an origin begins at its sequence", BeginsAsync),
        Of("A stream with an origin is like the truncated stream that it copies", LikeTruncatedAsync),
        Of("An origin at sequence 0 makes an ordinary stream", ZeroAsync),
        Of("An origin is ignored where the stream exists", IgnoredAsync),
        Of("A repeated append with an origin is known again", RepeatedAsync),
        Of("An append with an origin that expects another version is refused", ExpectedAsync),
        Of("A stream with an origin can be truncated and deleted like any other", LivesAsync),
    ];

    private static ComplianceCase Of(string name, Func<IEventStore, CancellationToken, Task> run) => new(name, (IEventStore store, CancellationToken token) =>
    {
        Needs.Truncation(store);
        return run(store, token);
    });

    private static StreamOrigin At(IEventStore store, long sequence) =>
        new(sequence, Sample.Id(77), Sample.Start.AddYears(-1).UtcTicks, store.Capabilities.IsChained ? default(ChainHash) : null);

    private static AppendBatch Beginning(IEventStore store, long sequence, int count)
    {
        AppendBatch batch = Sample.Notes("a", 100, count);
        batch.Origin = At(store, sequence);
        return batch;
    }

    private static async Task CannotAsync(IEventStore store, CancellationToken token)
    {
        Needs.NoTruncation(store);
        _ = await Check.ThrowsAsync<NotSupportedException>(async () => _ = await store.PutAsync(Beginning(store, 5, 2), token));
        Check.Equal(null, await store.GetStreamInfoAsync("a", token));
    }

    private static async Task BeginsAsync(IEventStore store, CancellationToken token)
    {
        AppendResult result = await store.PutAsync(Beginning(store, 5, 2), token);
        Check.Equal(5, result.FirstSequence);
        Check.Equal(7, result.Version);
        StreamInfo info = (await store.GetStreamInfoAsync("a", token))!;
        Check.Equal(5, info.FirstSequence);
        Check.Equal(7, info.Version);
        Check.Equal(Sample.Id(77), info.Incarnation);
        Check.Equal(Sample.Start.AddYears(-1), info.FirstTimestamp);
        Check.Sequence(["a 5", "a 6"], await store.FeedPlacesAsync(result, token));
        Check.Equal(7, (await store.AppendAsync("a", 200, 1, token)).FirstSequence);
    }

    private static async Task LikeTruncatedAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("b", 0, 6, token);
        _ = await store.TruncateStreamAsync("b", 4, token);
        StreamInfo original = (await store.GetStreamInfoAsync("b", token))!;
        AppendBatch batch = Sample.Notes("a", 4, 2);
        batch.Origin = new(original.FirstSequence, original.Incarnation, original.FirstTimestamp.UtcTicks, original.HashBefore);
        _ = await store.PutAsync(batch, token);
        StreamInfo copy = (await store.GetStreamInfoAsync("a", token))!;
        // The chains differ: the stream's id is part of them.
        Check.Equal(original with { StreamId = "a", Hash = null }, copy with { Hash = null });
        using EventPage page = await store.ReadStreamAsync("a", 0, 10, token);
        Check.Equal(4, page.FirstSequence);
        Check.Equal(original.Incarnation, page.Incarnation);
    }

    private static async Task ZeroAsync(IEventStore store, CancellationToken token)
    {
        AppendBatch batch = Sample.Notes("a", 0, 2);
        batch.Origin = new(0, Sample.Id(0), Sample.Start.UtcTicks, store.Capabilities.IsChained ? default(ChainHash) : null);
        Check.Equal(0, (await store.PutAsync(batch, token)).FirstSequence);
        StreamInfo copy = (await store.GetStreamInfoAsync("a", token))!;
        _ = await store.AppendAsync("b", 0, 2, token);
        StreamInfo ordinary = (await store.GetStreamInfoAsync("b", token))!;
        Check.Equal(ordinary with { StreamId = "a", Hash = null }, copy with { Hash = null });
    }

    private static async Task IgnoredAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 2, token);
        Check.Equal(2, (await store.PutAsync(Beginning(store, 50, 1), token)).FirstSequence);
        StreamInfo info = (await store.GetStreamInfoAsync("a", token))!;
        Check.Equal(0, info.FirstSequence);
        Check.Equal(Sample.Id(0), info.Incarnation);
    }

    private static async Task RepeatedAsync(IEventStore store, CancellationToken token)
    {
        AppendResult first = await store.PutAsync(Beginning(store, 5, 3), token);
        AppendResult again = await store.PutAsync(Beginning(store, 5, 3), token);
        Check.True(again.WasRepeated);
        Check.Equal(5, again.FirstSequence);
        Check.Equal(first.OffsetOf(2), again.OffsetOf(2));
    }

    private static async Task ExpectedAsync(IEventStore store, CancellationToken token)
    {
        AppendBatch batch = Beginning(store, 5, 1);
        batch.ExpectedVersion = ExpectedVersion.At(5);
        _ = await Check.ThrowsAsync<ConcurrencyException>(async () => _ = await store.PutAsync(batch, token));
        batch = Beginning(store, 5, 1);
        batch.ExpectedVersion = ExpectedVersion.NoStream;
        Check.Equal(5, (await store.PutAsync(batch, token)).FirstSequence);
    }

    private static async Task LivesAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.PutAsync(Beginning(store, 5, 4), token);
        Check.Equal(false, await store.TruncateStreamAsync("a", 5, token));
        Check.Equal(true, await store.TruncateStreamAsync("a", 7, token));
        Check.Equal(2, (await store.ReadAsync("a", token)).Count);
        Check.True(await store.DeleteStreamAsync("a", ExpectedVersion.At(9), token));
        Check.Equal(0, (await store.AppendAsync("a", 0, 1, token)).FirstSequence);
    }
}
