using System.Globalization;
using System.Text;
using Daybook.CrashTesting;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook.SqliteTests;

/// <summary>Does random things to the store in memory and to another one, and describes what came of it, to be compared.</summary>
internal sealed class Model(IEventStore store, int seed)
{
    private static readonly string[] Streams = ["a", "b", "cart-1", "cart-2", "cart-😀", "cart-\uFFFD", "~", "#"];
    private static readonly RecordSchema[] Schemas = [TestAppends.Token, TestAppends.Other, new("event token@2 (0 Value: string)"), new("event token@1 (0 Text: string)")];
    private readonly Random _random = new(seed);
    private readonly List<EventId> _ids = [];
    private int _lastId;

    internal async Task<string> StepAsync()
    {
        string stream = Streams[_random.Next(Streams.Length)];
        try
        {
            return _random.Next(20) switch
            {
                0 => $"delete {stream}: {await store.DeleteStreamAsync(stream, Expected())}",
                1 => $"truncate {stream}: {await store.TruncateStreamAsync(stream, _random.Next(20))}",
                2 => $"replace {stream}: {await store.ReplaceEventAsync(stream, _random.Next(20), Schemas[_random.Next(4)], Encoding.UTF8.GetBytes("replaced"))}",
                3 => await ListAsync(),
                _ => await AppendAsync(stream),
            };
        }
        catch (Exception exception) when (exception is DaybookException or ArgumentOutOfRangeException)
        {
            return $"{stream}: {exception.Message}";
        }
    }

    /// <summary>All that can be read, as text.</summary>
    internal async Task<string> DescribeAsync()
    {
        var text = new StringBuilder();
        foreach (string stream in Streams)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"{await store.GetStreamInfoAsync(stream)}\n");
            await PagesAsync(from => store.ReadStreamAsync(stream, from, 3), text, 0);
        }

        await PagesAsync(from => store.ReadFeedAsync(from, 7), text, 0);
        return text.Append(CultureInfo.InvariantCulture, $"{await store.GetFeedEndAsync()}\n").ToString();
    }

    /// <summary>The events of a random query, page by page.</summary>
    internal async Task<string> QueryAsync()
    {
        EventQuery query = Query();
        var text = new StringBuilder();
        int size = _random.Next(1, 30);
        await PagesAsync(from => store.ReadQueryAsync(query, from, size), text, query.NewestFirst ? long.MaxValue : 0, _random.Next(200));
        return text.ToString();
    }

    private static async Task PagesAsync(Func<long, ValueTask<EventPage>> read, StringBuilder text, long from, int most = int.MaxValue)
    {
        for (int events = 0; events < most;)
        {
            using EventPage page = await read(from);
            if (page.Count == 0)
            {
                return;
            }

            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                string payload = Convert.ToHexString(page.PayloadOf(recorded));
                _ = text.Append(CultureInfo.InvariantCulture, $"{recorded.Offset} {recorded.StreamId} {recorded.Sequence} {recorded.Id} {recorded.TimestampTicks} ")
                    .Append(CultureInfo.InvariantCulture, $"{page.Types[recorded.TypeIndex].Text} {payload} {recorded.IsChained} {page.HashOf(recorded)} {Text(recorded.Metadata)}\n");
                if (++events == most)
                {
                    return;
                }
            }

            from = page.Next;
        }
    }

    private static string Text(EventMetadata? metadata) =>
        metadata is null ? "" : $"{metadata.CorrelationId}|{metadata.CausationId}|{metadata.Actor}|{metadata.Source}|{string.Join(',', metadata.Headers)}";

    private async Task<string> AppendAsync(string stream)
    {
        using var batch = new AppendBatch();
        batch.Start(stream, stream.StartsWith("cart", StringComparison.Ordinal) ? "cart" : null);
        batch.ExpectedVersion = Expected();
        int count = _random.Next(1, 5);
        int known = _random.Next(6) == 0 && _ids.Count > 5 ? _random.Next(_ids.Count - 5) : -1;
        int first = _ids.Count;
        for (int i = 0; i < count; i++)
        {
            EventId id = known >= 0 ? _ids[known + i] : NextId();
            batch.AddText("text " + _random.Next(3), id, Metadata(), Schemas[_random.Next(4)], DateTimeOffset.UnixEpoch.AddSeconds(1000 + first - _random.Next(20)));
        }

        if (_random.Next(30) == 0)
        {
            batch.Origin = new(_random.Next(9), NextId(), 77, null);
        }

        AppendResult result = await store.AppendAsync(batch);
        return string.Create(CultureInfo.InvariantCulture, $"append {stream}: {result.FirstSequence} {result.Count} {result.FirstOffset} {result.WasRepeated} {result.OffsetOf(count - 1)}");
    }

    private async Task<string> ListAsync()
    {
        // Tombstones, which chained stores have, say when they were written.
        string[] prefixes = ["", "cart-", "cart-\uD83D", "a", "$snapshots", "none"];
        string prefix = prefixes[_random.Next(prefixes.Length)];
        var found = new List<string>();
        string? continuation = null;
        do
        {
            StreamListing listing = await store.ListStreamsAsync(prefix, continuation, 2);
            found.AddRange(listing.Streams.Select(info => info.ToString()));
            continuation = listing.Continuation;
        }
        while (continuation is not null);
        found.Sort(StringComparer.Ordinal);
        return $"list {prefix}: {string.Join('\n', found)}";
    }

    private ExpectedVersion Expected() => _random.Next(8) switch
    {
        0 => ExpectedVersion.NoStream,
        1 => ExpectedVersion.Exists,
        2 => ExpectedVersion.At(_random.Next(10)),
        _ => ExpectedVersion.Any,
    };

    private EventMetadata? Metadata() => _random.Next(3) == 0
        ? null
        : new()
        {
            CorrelationId = Some("correlation"),
            CausationId = Some("\uD800 half\0"),
            Actor = Some(""),
            Source = Some("source"),
            Headers = _random.Next(3) == 0 ? EventMetadata.Empty.Headers.Add("name", "v" + _random.Next(3)).Add("", "x\0") : EventMetadata.Empty.Headers,
        };

    private string? Some(string text) => _random.Next(3) == 0 ? text + _random.Next(3) : null;

    private EventQuery Query() => new()
    {
        Types = _random.Next(3) > 0 ? [] : _random.Next(5) == 0 ? [new("none", 1)] : [new("token", 1), .. _random.Next(2) == 0 ? [new EventType("other", 2)] : Array.Empty<EventType>()],
        Category = _random.Next(5) == 0 ? "cart" : null,
        StreamPrefix = _random.Next(5) == 0 ? Streams[_random.Next(Streams.Length)][..1] : null,
        From = _random.Next(5) == 0 ? DateTimeOffset.UnixEpoch.AddSeconds(1000 + _random.Next(300)) : null,
        Before = _random.Next(5) == 0 ? DateTimeOffset.UnixEpoch.AddSeconds(1000 + _random.Next(300)) : null,
        CorrelationId = _random.Next(8) == 0 ? "correlation1" : null,
        CausationId = _random.Next(8) == 0 ? "\uD800 half\01" : null,
        Actor = _random.Next(8) == 0 ? "1" : null,
        Source = _random.Next(8) == 0 ? "source0" : null,
        Headers = _random.Next(8) == 0 ? EventMetadata.Empty.Headers.Add("name", "v1") : EventMetadata.Empty.Headers,
        NewestFirst = _random.Next(2) == 0,
    };

    private EventId NextId()
    {
        // Mostly rising as a recorder's are, sometimes late, sometimes of another kind.
        _lastId++;
        ulong milliseconds = (ulong)(_random.Next(10) == 0 ? _lastId - 30 + 1000 : _lastId + 1000);
        var id = new EventId((milliseconds << 16) | (_random.Next(10) == 0 ? 0x8000UL : 0x7000UL), 0x8000_0000_0000_0000UL | (uint)_lastId);
        _ids.Add(id);
        return id;
    }
}
