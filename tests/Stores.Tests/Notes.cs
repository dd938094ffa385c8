using System.Globalization;
using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook.Tests.Stores;

/// <summary>Events written by hand: a store sees no more than bytes.</summary>
internal static class Notes
{
    internal static readonly RecordSchema Schema = new("event note@1 (0 Text: string)");
    internal static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    internal static EventId Id(string streamId, long number) => EventId.From(streamId, number.ToString(CultureInfo.InvariantCulture));

    internal static AppendBatch Batch(string streamId, ExpectedVersion expected = default)
    {
        var batch = new AppendBatch();
        batch.Start(streamId, "notes");
        batch.ExpectedVersion = expected;
        return batch;
    }

    internal static AppendBatch Note(this AppendBatch batch, long number, DateTimeOffset? timestamp = null, EventMetadata? metadata = null, string? text = null)
    {
        int start = batch.Buffer.Length;
        var writer = new MessagePackWriter(batch.Buffer);
        writer.WriteArrayHeader(1);
        writer.Write(text ?? $"note {number}");
        writer.Flush();
        batch.Add(Schema, Id(batch.StreamId, number), timestamp ?? Start.AddSeconds(number), metadata, start);
        return batch;
    }

    internal static async ValueTask<AppendResult> NoteAsync(
        this IEventStore store, string streamId, long number, int count = 1, DateTimeOffset? timestamp = null, ExpectedVersion expected = default)
    {
        using AppendBatch batch = Batch(streamId, expected);
        for (int i = 0; i < count; i++)
        {
            _ = batch.Note(number + i, timestamp);
        }

        return await store.AppendAsync(batch, TestContext.Current.CancellationToken);
    }

    /// <summary>Everything of a stream's events but their offsets, a line each.</summary>
    internal static async Task<List<string>> LinesAsync(this IEventStore store, string streamId, int pageSize = 1000)
    {
        var lines = new List<string>();
        for (long from = 0; ;)
        {
            using EventPage page = await store.ReadStreamAsync(streamId, from, pageSize, TestContext.Current.CancellationToken);
            if (page.Count == 0)
            {
                return lines;
            }

            lines.AddRange(Lines(page));
            from = page.Next;
        }
    }

    /// <summary>The same of the feed.</summary>
    internal static async Task<List<string>> FeedLinesAsync(this IEventStore store, EventQuery? query = null, int pageSize = 1000)
    {
        var lines = new List<string>();
        for (long from = query is { NewestFirst: true } ? long.MaxValue : 0; ;)
        {
            using EventPage page = query is null
                ? await store.ReadFeedAsync(from, pageSize, TestContext.Current.CancellationToken)
                : await store.ReadQueryAsync(query, from, pageSize, TestContext.Current.CancellationToken);
            if (page.Count == 0)
            {
                return lines;
            }

            lines.AddRange(Lines(page));
            from = page.Next;
        }
    }

    /// <summary>The sequences of a stream's events.</summary>
    internal static async Task<IEnumerable<long>> SequencesAsync(this IEventStore store, string streamId, int pageSize = 1000) =>
        (await store.LinesAsync(streamId, pageSize)).Select(line => long.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));

    /// <summary>The ids of all streams.</summary>
    internal static async Task<List<string>> StreamsAsync(this IEventStore store, string prefix = "", int pageSize = 1000)
    {
        var names = new List<string>();
        string? continuation = null;
        do
        {
            StreamListing listing = await store.ListStreamsAsync(prefix, continuation, pageSize, TestContext.Current.CancellationToken);
            names.AddRange(listing.Streams.Select(stream => stream.StreamId));
            continuation = listing.Continuation;
        }
        while (continuation is not null);
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static List<string> Lines(EventPage page)
    {
        var lines = new List<string>();
        foreach (ref readonly RecordedEvent recorded in page.Events)
        {
            string payload = Convert.ToHexString(page.PayloadOf(recorded));
            string metadata = recorded.Metadata is { } some ? $" {some.CorrelationId}/{some.CausationId}/{some.Actor}/{some.Source}/{string.Join(',', some.Headers)}" : "";
            lines.Add($"{recorded.StreamId} {recorded.Sequence} {recorded.Id} {page.Types[recorded.TypeIndex].Text} {recorded.TimestampTicks} {payload} {page.HashOf(recorded)}{metadata}");
        }

        return lines;
    }
}
