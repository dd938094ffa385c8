using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>What a store takes and what is too much for it.</summary>
internal static class LimitCases
{
    // What a case is willing to make; a store that takes more is believed.
    private const int MaxBytes = 128 * 1024 * 1024;

    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("The limits fit together", TogetherAsync),
        new("A payload as large as the limit comes back", PayloadAsync),
        new("A payload over the limit is refused with its size and the limit", PayloadOverAsync),
        new("An append of as many bytes as the limit comes back", BytesAsync),
        new("An append over the limit of bytes is refused", BytesOverAsync),
        new("An append of as many events as the limit comes back", EventsAsync),
        new("An append over the limit of events is refused", EventsOverAsync),
        new("After a refusal the stream goes on as if nothing had been", AfterwardsAsync),
        new("An append of no events is refused", EmptyAsync),
    ];

    private static Task TogetherAsync(IEventStore store, CancellationToken token)
    {
        Check.True(store.Limits.MaxPayloadBytes > 0);
        Check.True(store.Limits.MaxAppendBytes >= store.Limits.MaxPayloadBytes);
        Check.True(store.Limits.MaxAppendEvents > 0);
        return Task.CompletedTask;
    }

    private static async Task PayloadAsync(IEventStore store, CancellationToken token)
    {
        byte[] payload = Payload(store.Limits.MaxPayloadBytes);
        _ = await store.PutAsync(Sample.Batch("a").Raw(0, payload), token);
        using EventPage page = await store.ReadStreamAsync("a", 0, 10, token);
        Check.True(page.PayloadOf(page.Events[0]).SequenceEqual(payload));
    }

    private static async Task PayloadOverAsync(IEventStore store, CancellationToken token)
    {
        int limit = store.Limits.MaxPayloadBytes;
        byte[] payload = Payload(limit + 1);
        StoreLimitException exception = await RefusedAsync(store, Sample.Batch("a").Note(0).Raw(1, payload), token);
        Check.Equal("a", exception.StreamId);
        Check.Equal(limit, exception.Limit);
        Check.True(exception.Actual > limit);
    }

    private static async Task BytesAsync(IEventStore store, CancellationToken token)
    {
        int count = (await store.PutAsync(Full(store, extra: 0), token)).Count;
        long bytes = 0;
        for (long from = 0; from < count;)
        {
            using EventPage page = await store.ReadStreamAsync("a", from, 1000, token);
            Check.True(page.Count > 0);
            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                bytes += recorded.PayloadLength;
            }

            from = page.Next;
        }

        Check.Equal(store.Limits.MaxAppendBytes, bytes);
    }

    private static async Task BytesOverAsync(IEventStore store, CancellationToken token)
    {
        StoreLimitException exception = await RefusedAsync(store, Full(store, extra: 1), token);
        Check.Equal(store.Limits.MaxAppendBytes, exception.Limit);
    }

    private static async Task EventsAsync(IEventStore store, CancellationToken token)
    {
        Needs.That(store.Limits.MaxAppendEvents <= 1_000_000, "the store takes more than a million events at once");
        int count = store.Limits.MaxAppendEvents;
        Check.Equal(count, (await store.PutAsync(Sample.Notes("a", 0, count), token)).Version);
        Check.Equal(count, await store.VersionAsync("a", token));
        Check.True((await store.AppendAsync("a", count - 1, 1, token)).WasRepeated);
    }

    private static async Task EventsOverAsync(IEventStore store, CancellationToken token)
    {
        Needs.That(store.Limits.MaxAppendEvents <= 1_000_000, "the store takes more than a million events at once");
        StoreLimitException exception = await RefusedAsync(store, Sample.Notes("a", 0, store.Limits.MaxAppendEvents + 1), token);
        Check.Equal(store.Limits.MaxAppendEvents, exception.Limit);
        Check.Equal(store.Limits.MaxAppendEvents + 1, exception.Actual);
    }

    private static async Task AfterwardsAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 2, token);
        byte[] payload = Payload(store.Limits.MaxPayloadBytes + 1);
        _ = await RefusedAsync(store, Sample.Batch("a").Note(2).Raw(3, payload), token);
        Check.Equal(2, (await store.AppendAsync("a", 2, 1, token)).FirstSequence);
        AppendResult last = await store.AppendAsync("b", 3, 1, token);
        Check.Equal(4, (await store.FeedAsync(last, token)).Count);
    }

    private static async Task EmptyAsync(IEventStore store, CancellationToken token)
    {
        _ = await Check.ThrowsAsync<ArgumentException>(async () => _ = await store.PutAsync(Sample.Batch("a"), token));
        Check.Equal(null, await store.GetStreamInfoAsync("a", token));
    }

    private static async Task<StoreLimitException> RefusedAsync(IEventStore store, AppendBatch batch, CancellationToken token)
    {
        long version = await store.VersionAsync("a", token);
        var exception = await Check.ThrowsAsync<StoreLimitException>(async () => _ = await store.PutAsync(batch, token));
        Check.Equal(version, await store.VersionAsync("a", token));
        return exception;
    }

    private static byte[] Payload(int length)
    {
        Needs.That(length is > 0 and <= MaxBytes, "the store takes larger payloads than the suite makes");
        byte[] payload = new byte[length];
        new Random(length).NextBytes(payload);
        return payload;
    }

    /// <summary>An append with as many bytes as the store takes, and some more.</summary>
    private static AppendBatch Full(IEventStore store, int extra)
    {
        int left = store.Limits.MaxAppendBytes + extra;
        Needs.That(left is > 0 and <= MaxBytes, "the store takes larger appends than the suite makes");
        byte[] payload = Payload(Math.Min(store.Limits.MaxPayloadBytes, left));
        AppendBatch batch = Sample.Batch("a");
        for (int i = 0; left > 0; i++)
        {
            int length = Math.Min(payload.Length, left);
            _ = batch.Raw(i, payload.AsSpan(0, length));
            left -= length;
        }

        return batch;
    }
}
