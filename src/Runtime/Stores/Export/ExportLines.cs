using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Stores.Export;

/// <summary>Writes the lines of an export. Each ends with a checksum of what stands before it.</summary>
internal sealed class ExportLines(Stream destination) : IDisposable
{
    internal const int Version = 1;

    // ,"crc":"01234567"}
    internal const int ChecksumLength = 18;

    private const int FlushBytes = 64 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly PooledBuffer _lines = new();
    private readonly PooledBuffer _scratch = new();

    internal bool IsFull => _lines.Length >= FlushBytes;

    public void Dispose()
    {
        _lines.Dispose();
        _scratch.Dispose();
    }

    internal async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await destination.WriteAsync(_lines.WrittenMemory, cancellationToken).ConfigureAwait(false);
        _lines.Clear();
    }

    internal void Header() => Line(static (json, _) => json.WriteNumber("export", Version), 0);

    internal void End(long events) => Line(static (json, events) => json.WriteNumber("end", events), events);

    internal void Schema(int index, RecordSchema schema) => Line(
        static (json, value) =>
        {
            json.WriteNumber("schema", value.Index);
            json.WriteString("text", value.Schema.Text);
        },
        (Index: index, Schema: schema));

    internal void Stream(StreamInfo stream) => Line(
        static (json, stream) =>
        {
            json.WriteString("stream", stream.StreamId);
            if (stream.Category is not null)
            {
                json.WriteString("category", stream.Category);
            }

            json.WriteNumber("first", stream.FirstSequence);
            json.WriteString("incarnation", stream.Incarnation.ToString());
            json.WriteString("firstTimestamp", stream.FirstTimestamp.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            if (stream.HashBefore is { } hash)
            {
                json.WriteString("hashBefore", hash.ToString());
            }

            if (stream.Count == 0)
            {
                json.WriteString("lastTimestamp", stream.LastTimestamp.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            }
        },
        stream);

    internal void Event(EventPage page, int index, int schemaIndex)
    {
        int start = _lines.Length;
        ref readonly RecordedEvent recorded = ref page.Events[index];
        RecordSchema schema = page.Types[recorded.TypeIndex];
        ReadOnlySpan<byte> payload = page.PayloadOf(recorded);
        using (var json = new Utf8JsonWriter(_lines, Options))
        {
            json.WriteStartObject();
            json.WriteString("event", new EventType(schema.Name, schema.Version).ToString());
            json.WriteString("of", recorded.StreamId);
            json.WriteNumber("sequence", recorded.Sequence);
            json.WriteNumber("offset", recorded.Offset);
            json.WriteString("id", recorded.Id.ToString());
            json.WriteString("timestamp", new DateTime(recorded.TimestampTicks, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture));
            Metadata(json, recorded.Metadata);
            if (TryWriteData(schema, payload))
            {
                json.WritePropertyName("data");
                json.WriteRawValue(_scratch.WrittenSpan, skipInputValidation: true);
            }

            json.WriteNumber("as", schemaIndex);
            json.WriteBase64String("payload", payload);
            if (page.HashOf(recorded) is { } hash)
            {
                json.WriteString("hash", hash.ToString());
            }

            json.WriteEndObject();
        }

        Seal(start);
    }

    // What people cannot be shown is left out; the payload stands beside it.
    private bool TryWriteData(RecordSchema schema, ReadOnlySpan<byte> payload)
    {
        _scratch.Clear();
        try
        {
            using var json = new Utf8JsonWriter(_scratch, Options);
            PayloadJson.Write(schema, payload, json);
            return true;
        }
        catch (Exception exception) when (exception is MessagePackFormatException or SchemaFormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private void Metadata(Utf8JsonWriter json, EventMetadata? metadata)
    {
        if (metadata is null)
        {
            return;
        }

        if (!IsText(metadata))
        {
            _scratch.Clear();
            MetadataFormat.Write(_scratch, metadata);
            json.WriteBase64String("metadataBytes", _scratch.WrittenSpan);
            return;
        }

        json.WriteStartObject("metadata");
        foreach ((string name, string? value) in (ReadOnlySpan<(string, string?)>)
            [("correlationId", metadata.CorrelationId), ("causationId", metadata.CausationId), ("actor", metadata.Actor), ("source", metadata.Source)])
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }

        if (!metadata.Headers.IsEmpty)
        {
            json.WriteStartObject("headers");
            foreach ((string name, string value) in metadata.Headers)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // Half of a surrogate pair is no text that JSON could hold.
    private static bool IsText(EventMetadata metadata)
    {
        try
        {
            foreach (string? text in (string?[])[metadata.CorrelationId, metadata.CausationId, metadata.Actor, metadata.Source, .. metadata.Headers.Keys, .. metadata.Headers.Values])
            {
                _ = Strict.GetByteCount(text ?? "");
            }

            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    private void Line<T>(Action<Utf8JsonWriter, T> write, T value)
    {
        int start = _lines.Length;
        using (var json = new Utf8JsonWriter(_lines, Options))
        {
            json.WriteStartObject();
            write(json, value);
            json.WriteEndObject();
        }

        Seal(start);
    }

    /// <summary>Puts the checksum in the place of the line's last brace.</summary>
    private void Seal(int start)
    {
        _lines.Truncate(_lines.Length - 1);
        uint checksum = Crc32C.Of(_lines.WrittenSpan[start..]);
        Span<byte> end = _lines.GetSpan(ChecksumLength + 1);
        ",\"crc\":\""u8.CopyTo(end);
        _ = Utf8Formatter.TryFormat(checksum, end[8..], out _, new('x', 8));
        "\"}\n"u8.CopyTo(end[16..]);
        _lines.Advance(ChecksumLength + 1);
    }
}
