using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>A store full of events that differ in everything that a query can ask for, and what is known of them.</summary>
internal sealed class QuerySample
{
    private static readonly string?[] Texts = [null, "x", "X", "", "x%", "日本"];

    private readonly List<Known> _known = [];
    private AppendResult _last;

    private QuerySample(IEventStore store) => Store = store;

    private IEventStore Store { get; }

    internal static async Task<QuerySample> FillAsync(IEventStore store, CancellationToken token)
    {
        var sample = new QuerySample(store);
        (string Stream, string? Category)[] streams = [("cart-1", "cart"), ("cart-2", "cart"), ("cart%", "Cart"), ("order-1", "order"), ("Cart-1", null), ("日本-1", "日本")];
        for (int i = 0; i < 180; i++)
        {
            (string stream, string? category) = streams[i * 7 % streams.Length];
            EventMetadata? metadata = i % 5 == 0 ? null : Metadata(i);
            AppendBatch batch = Sample.Batch(stream, category: category);
            batch.Durability = Durability.Written;
            bool isCount = i % 4 == 1;
            // Stamps that go back now and then.
            DateTimeOffset at = Sample.Start.AddMinutes(i % 9 == 0 ? -i : i);
            _ = isCount ? batch.Count(i) : batch.Note(Sample.Id(i), i, metadata: metadata, at: at);
            sample._last = await store.PutAsync(batch, token);
            sample._known.Add(new(
                stream,
                category,
                new(isCount ? "sample.counted" : "sample.noted", isCount ? 2 : 1),
                isCount ? Sample.Start.AddSeconds(i) : at,
                isCount ? EventMetadata.Empty : metadata ?? EventMetadata.Empty,
                sample._last.FirstSequence));
            _ = i % 20 == 0 ? await store.AppendSystemAsync("$snapshots:cart-1", 1000 + i, token) : default;
        }

        return sample;
    }

    /// <summary>Asks in both directions and with pages of several sizes, and compares with what must come.</summary>
    internal async Task CheckAsync(EventQuery query, Func<Known, bool> wanted, CancellationToken token, bool mayBeEmpty = false)
    {
        List<string> expected = [.. _known.Where(wanted).Select(known => known.Place)];
        Check.True(mayBeEmpty || (expected.Count > 0 && expected.Count <= _known.Count));
        await Store.CatchUpAsync(_last, token);
        foreach (int size in (int[])[1, 7, 1000])
        {
            Check.Sequence(expected, await QueryReading.PlacesAsync(Store, query, size, token));
            Check.Sequence(Enumerable.Reverse(expected), await QueryReading.PlacesAsync(Store, query with { NewestFirst = true }, size, token));
        }
    }

    private static EventMetadata Metadata(int i) => new()
    {
        CorrelationId = Texts[i % 6],
        CausationId = Texts[i / 2 % 6],
        Actor = Texts[i / 3 % 6],
        Source = Texts[i / 4 % 6],
        Headers = i % 3 == 0
            ? EventMetadata.Empty.Headers
            : EventMetadata.Empty.Headers.Add("name", i % 2 == 0 ? "x" : "X").Add("other", $"{i % 4}"),
    };

    internal sealed record Known(string StreamId, string? Category, EventType Type, DateTimeOffset At, EventMetadata Metadata, long Sequence)
    {
        internal string Place => $"{StreamId} {Sequence}";
    }
}
