using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Events of the compliance cases: written by hand, because a store sees no more than bytes.</summary>
internal static class Sample
{
    internal static readonly RecordSchema Noted = new("event sample.noted@1 (0 Text: string)");
    internal static readonly RecordSchema Counted = new("event sample.counted@2 (0 Number: int32)");
    internal static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>Ids that rise with their number, as a recorder's do.</summary>
    internal static EventId Id(long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, ((1_700_000_000_000L + number) << 16) | 0x7000);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (1UL << 63) | (ulong)number);
        return EventId.Read(bytes);
    }

    internal static string IdText(long number) => Id(number).ToString(format: null, CultureInfo.InvariantCulture);

    internal static AppendBatch Batch(string streamId, ExpectedVersion expected = default, string? category = "sample")
    {
        var batch = new AppendBatch();
        batch.Start(streamId, category);
        batch.ExpectedVersion = expected;
        return batch;
    }

    internal static AppendBatch Note(this AppendBatch batch, long number, string? text = null, EventMetadata? metadata = null) =>
        batch.Note(Id(number), number, text, metadata);

    internal static AppendBatch Note(this AppendBatch batch, EventId id, long number, string? text = null, EventMetadata? metadata = null, DateTimeOffset? at = null)
    {
        int start = batch.Buffer.Length;
        var writer = new MessagePackWriter(batch.Buffer);
        writer.WriteArrayHeader(1);
        writer.Write(text ?? TextOf(number));
        writer.Flush();
        batch.Add(Noted, id, at ?? Start.AddSeconds(number), metadata, start);
        return batch;
    }

    /// <summary>Adds an event whose payload is these very bytes.</summary>
    internal static AppendBatch Raw(this AppendBatch batch, long number, ReadOnlySpan<byte> payload, RecordSchema? schema = null)
    {
        int start = batch.Buffer.Length;
        payload.CopyTo(batch.Buffer.GetSpan(payload.Length));
        batch.Buffer.Advance(payload.Length);
        batch.Add(schema ?? Noted, Id(number), Start.AddSeconds(number), null, start);
        return batch;
    }

    internal static AppendBatch Count(this AppendBatch batch, long number)
    {
        int start = batch.Buffer.Length;
        var writer = new MessagePackWriter(batch.Buffer);
        writer.WriteArrayHeader(1);
        writer.Write((int)number);
        writer.Flush();
        batch.Add(Counted, Id(number), Start.AddSeconds(number), null, start);
        return batch;
    }

    internal static string TextOf(long number) => "text " + number.ToString(CultureInfo.InvariantCulture);

    internal static string Text(ReadOnlySpan<byte> payload)
    {
        var reader = new MessagePackReader(payload);
        _ = reader.ReadArrayHeader();
        return reader.ReadRequiredString();
    }

    /// <summary>Appends what a batch holds, and gives the batch back.</summary>
    internal static async ValueTask<AppendResult> PutAsync(this IEventStore store, AppendBatch batch, CancellationToken token)
    {
        using (batch)
        {
            return await store.AppendAsync(batch, token);
        }
    }

    internal static ValueTask<AppendResult> AppendAsync(this IEventStore store, string streamId, long firstNumber, int count, CancellationToken token) =>
        store.PutAsync(Notes(streamId, firstNumber, count), token);

    internal static AppendBatch Notes(string streamId, long firstNumber, int count)
    {
        AppendBatch batch = Batch(streamId);
        for (int i = 0; i < count; i++)
        {
            _ = batch.Note(firstNumber + i);
        }

        return batch;
    }

    /// <summary>Appends to a stream of Daybook's own.</summary>
    internal static ValueTask<AppendResult> AppendSystemAsync(this IEventStore store, string streamId, long number, CancellationToken token)
    {
        var batch = new AppendBatch();
        batch.StartSystem(streamId);
        return store.PutAsync(batch.Note(number), token);
    }

    /// <summary>All events of a stream, a line each.</summary>
    internal static async Task<List<string>> ReadAsync(this IEventStore store, string streamId, CancellationToken token, long from = 0, int pageSize = 1000)
    {
        var lines = new List<string>();
        while (true)
        {
            using EventPage page = await store.ReadStreamAsync(streamId, from, pageSize, token);
            if (page.Count == 0)
            {
                return lines;
            }

            Check.True(page.Count <= pageSize);
            lines.AddRange(Lines(page));
            Check.True(page.Next > from);
            from = page.Next;
        }
    }

    /// <summary>The stream's version; 0 when there is none.</summary>
    internal static async Task<long> VersionAsync(this IEventStore store, string streamId, CancellationToken token) =>
        (await store.GetStreamInfoAsync(streamId, token))?.Version ?? 0;

    internal static IEnumerable<string> Lines(EventPage page)
    {
        var lines = new List<string>(page.Count);
        foreach (ref readonly RecordedEvent recorded in page.Events)
        {
            lines.Add(Line(page, recorded));
        }

        return lines;
    }

    internal static string Line(EventPage page, in RecordedEvent recorded)
    {
        RecordSchema schema = page.Types[recorded.TypeIndex];
        var line = new StringBuilder();
        _ = line.Append(CultureInfo.InvariantCulture, $"{recorded.StreamId} {recorded.Sequence} {recorded.Id} {schema.Name}@{schema.Version} ");
        _ = line.Append(CultureInfo.InvariantCulture, $"{recorded.TimestampTicks} {Convert.ToHexString(page.PayloadOf(recorded))}");
        return line.ToString();
    }
}
