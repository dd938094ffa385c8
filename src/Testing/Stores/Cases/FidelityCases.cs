using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>That what goes in comes back, to the last bit.</summary>
internal static class FidelityCases
{
    private static readonly EventMetadata Full = new()
    {
        CorrelationId = "correlation",
        CausationId = "cause",
        Actor = "ada",
        Source = "tests",
        Headers = EventMetadata.Empty.Headers.Add("trace", "0af7").Add("ключ", "значение"),
    };

    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("Id, type, time stamp, metadata and payload come back as they went in", AllPartsAsync),
        new("Payloads of all sizes come back", SizesAsync),
        new("A payload of no bytes comes back", EmptyAsync),
        new("Every byte may stand in a payload, and in any place", BytesAsync),
        new("Each part of the metadata comes back without the others", PartsAsync),
        new("Metadata of no characters is not missing metadata", EmptyTextAsync),
        new("Any text may stand in metadata", AnyTextAsync),
        new("A hundred headers come back, told apart ordinally", HeadersAsync),
        new("Metadata of many kilobytes comes back", LongMetadataAsync),
        new("Time stamps are kept to the tick", TicksAsync),
        new("A time stamp of another time zone is the same moment", ZoneAsync),
        new("Time stamps may stand still and go back, and order nothing", BackwardsAsync),
        new("Ids of every bit pattern come back", IdsAsync),
        new("The feed gives the same as the stream", FeedAsync),
    ];

    private static async Task AllPartsAsync(IEventStore store, CancellationToken token)
    {
        using AppendBatch batch = Sample.Batch("a").Note(0, "first", Full).Note(1, "second").Count(2).Note(3, "fourth", Full);
        _ = await store.AppendAsync(batch, token);
        using EventPage page = await store.ReadStreamAsync("a", 0, 10, token);
        Check.Equal(4, page.Count);
        Check.Equal(Full, page.Events[0].Metadata);
        Check.Equal(null, page.Events[1].Metadata);
        Check.Equal(Full, page.Events[3].Metadata);
        Check.Equal(Sample.Counted, page.Types[page.Events[2].TypeIndex]);
        Check.Equal(Sample.Noted, page.Types[page.Events[3].TypeIndex]);
        for (int i = 0; i < 4; i++)
        {
            Check.Equal(Sample.Id(i), page.Events[i].Id);
            Check.Equal(Sample.Start.AddSeconds(i).UtcTicks, page.Events[i].TimestampTicks);
            Check.True(page.PayloadOf(page.Events[i]).SequenceEqual(batch.PayloadOf(batch.Events[i])));
        }
    }

    private static async Task SizesAsync(IEventStore store, CancellationToken token)
    {
        int largest = Math.Min(store.Limits.MaxPayloadBytes, 1 << 20);
        int[] lengths = [.. new[] { 1, 31, 32, 127, 128, 255, 256, 4095, 4096, 65_535, 65_536, largest }.Where(length => length <= largest)];
        for (int i = 0; i < lengths.Length; i++)
        {
            _ = await store.PutAsync(Sample.Batch("a").Raw(i, Bytes(lengths[i], i)), token);
        }

        for (int i = 0; i < lengths.Length; i++)
        {
            using EventPage page = await store.ReadStreamAsync("a", i, 1, token);
            Check.True(page.PayloadOf(page.Events[0]).SequenceEqual(Bytes(lengths[i], i)));
        }
    }

    private static async Task EmptyAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.PutAsync(Sample.Batch("a").Raw(0, []).Raw(1, [1]).Raw(2, []), token);
        using EventPage page = await store.ReadStreamAsync("a", 0, 10, token);
        Check.Sequence([0, 1, 0], [page.Events[0].PayloadLength, page.Events[1].PayloadLength, page.Events[2].PayloadLength]);
        Check.Equal(0, page.PayloadOf(page.Events[0]).Length);
    }

    private static async Task BytesAsync(IEventStore store, CancellationToken token)
    {
        for (int i = 0; i < 256; i++)
        {
            _ = await store.PutAsync(Sample.Batch("a").Raw(i, [(byte)i, .. Bytes(i, i), (byte)i]), token);
        }

        using EventPage first = await store.ReadStreamAsync("a", 0, 256, token);
        List<string> lines = await store.ReadAsync("a", token);
        Check.Sequence(
            Enumerable.Range(0, 256).Select(i => Convert.ToHexString([(byte)i, .. Bytes(i, i), (byte)i])),
            lines.Select(line => line.Split(' ')[5]));
    }

    private static async Task PartsAsync(IEventStore store, CancellationToken token) => await ComeBackAsync(
        store,
        [
            new() { CorrelationId = "x" }, new() { CausationId = "x" }, new() { Actor = "x" }, new() { Source = "x" },
            new() { Headers = EventMetadata.Empty.Headers.Add("x", "y") }, Full,
        ],
        token);

    private static async Task EmptyTextAsync(IEventStore store, CancellationToken token) => await ComeBackAsync(
        store,
        [
            new() { CorrelationId = "" }, new() { CausationId = "" }, new() { Actor = "" }, new() { Source = "" },
            new() { Headers = EventMetadata.Empty.Headers.Add("", "") }, new() { Headers = EventMetadata.Empty.Headers.Add("x", "") },
        ],
        token);

    private static async Task AnyTextAsync(IEventStore store, CancellationToken token)
    {
        string[] texts = ["'; DROP TABLE events; --", "a\0b", "line\r\nline", "😀", "\u202Eabc", "e\u0301", "{\"a\":1}", "%_\\", " ", "\uFFFF", new string('x', 300)];
        await ComeBackAsync(store, [.. texts.Select(text => new EventMetadata { Actor = text, Headers = EventMetadata.Empty.Headers.Add(text, text) })], token);
    }

    private static async Task HeadersAsync(IEventStore store, CancellationToken token)
    {
        ImmutableSortedDictionary<string, string> headers = EventMetadata.Empty.Headers;
        for (int i = 0; i < 100; i++)
        {
            headers = headers.Add($"name{i}", $"value{i}");
        }

        headers = headers.Add("Case", "1").Add("case", "2").Add("\u00e9", "3").Add("e\u0301", "4");
        await ComeBackAsync(store, [new() { Headers = headers }], token);
    }

    private static async Task LongMetadataAsync(IEventStore store, CancellationToken token) =>
        await ComeBackAsync(store, [new() { CorrelationId = new('c', 40_000), Headers = EventMetadata.Empty.Headers.Add("long", new('h', 60_000)) }, Full], token);

    private static async Task TicksAsync(IEventStore store, CancellationToken token) =>
        await StampsAsync(store, [DateTimeOffset.MinValue, new(1, TimeSpan.Zero), Sample.Start.AddTicks(1), Sample.Start.AddTicks(9_999_999), DateTimeOffset.MaxValue], token);

    private static async Task ZoneAsync(IEventStore store, CancellationToken token)
    {
        var noon = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(2));
        _ = await store.PutAsync(Sample.Batch("a").Note(Sample.Id(0), 0, at: noon), token);
        StreamInfo? info = await store.GetStreamInfoAsync("a", token);
        Check.Equal(noon, info!.FirstTimestamp);
        Check.Equal(TimeSpan.Zero, info.FirstTimestamp.Offset);
        await StampsAsync(store, [noon.ToUniversalTime(), noon, noon.ToOffset(TimeSpan.FromHours(-11))], token, "b");
    }

    private static async Task BackwardsAsync(IEventStore store, CancellationToken token) =>
        await StampsAsync(store, [Sample.Start, Sample.Start.AddYears(-50), Sample.Start, Sample.Start, Sample.Start.AddTicks(-1)], token);

    private static async Task IdsAsync(IEventStore store, CancellationToken token)
    {
        string[] ids =
        [
            "00000000-0000-0000-0000-000000000001", "ffffffff-ffff-ffff-ffff-ffffffffffff", "01020304-0506-0708-090a-0b0c0d0e0f10",
            "80000000-0000-0000-0000-000000000000", "7fffffff-ffff-7fff-bfff-ffffffffffff",
        ];
        for (int i = 0; i < ids.Length; i++)
        {
            _ = await store.PutAsync(Sample.Batch("a").Note(EventId.Parse(ids[i]), i), token);
        }

        List<string> lines = await store.ReadAsync("a", token);
        Check.Sequence(ids, lines.Select(line => line.Split(' ')[2]));
        Check.Equal(EventId.Parse(ids[0]), (await store.GetStreamInfoAsync("a", token))!.Incarnation);
    }

    private static async Task FeedAsync(IEventStore store, CancellationToken token)
    {
        AppendResult last = await store.PutAsync(Sample.Batch("a").Note(0, "first", Full).Count(1).Raw(2, []).Raw(3, Bytes(5000, 3)), token);
        Check.Sequence(await store.ReadAsync("a", token), await store.FeedAsync(last, token));
        using EventPage page = await store.ReadFeedAsync(0, 1, token);
        Check.Equal(Full, page.Events[0].Metadata);
    }

    private static async Task ComeBackAsync(IEventStore store, EventMetadata[] metadata, CancellationToken token)
    {
        for (int i = 0; i < metadata.Length; i++)
        {
            _ = await store.PutAsync(Sample.Batch("a").Note(i, metadata: metadata[i]), token);
        }

        for (int i = 0; i < metadata.Length; i++)
        {
            using EventPage page = await store.ReadStreamAsync("a", i, 1, token);
            Check.Equal(metadata[i], page.Events[0].Metadata);
        }
    }

    private static async Task StampsAsync(IEventStore store, DateTimeOffset[] stamps, CancellationToken token, string streamId = "a")
    {
        for (int i = 0; i < stamps.Length; i++)
        {
            _ = await store.PutAsync(Sample.Batch(streamId).Note(Sample.Id(i), i, at: stamps[i]), token);
        }

        using EventPage page = await store.ReadStreamAsync(streamId, 0, 100, token);
        for (int i = 0; i < stamps.Length; i++)
        {
            Check.Equal(stamps[i].UtcTicks, page.Events[i].TimestampTicks);
            Check.Equal(i, page.Events[i].Sequence);
        }
    }

    private static byte[] Bytes(int length, int seed)
    {
        byte[] bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
