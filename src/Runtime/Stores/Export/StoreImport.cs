using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Daybook.Schema;
using Daybook.Stores.Copying;

namespace Daybook.Stores.Export;

/// <summary>One import into a store.</summary>
internal sealed class StoreImport(IEventStore store) : IDisposable
{
    private readonly Dictionary<int, RecordSchema> _schemas = [];
    private readonly Dictionary<string, Position> _positions = new(StringComparer.Ordinal);
    private readonly CopyBatch _batch = new(store);

    // The stream that the batch is for.
    private string? _current;
    private long _events;
    private long _known;
    private bool _isOpen;

    public void Dispose() => _batch.Dispose();

    internal async ValueTask<ImportReport> RunAsync(Stream source, CancellationToken cancellationToken)
    {
        var reader = new LineReader(source);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            await ReadAsync(line, reader.Number, cancellationToken).ConfigureAwait(false);
        }

        await FlushAsync(cancellationToken).ConfigureAwait(false);
        if (_isOpen || reader.Number == 0)
        {
            throw new ExportFormatException(reader.Number + 1, "is missing: the export was cut off");
        }

        await CheckHashesAsync(cancellationToken).ConfigureAwait(false);
        return new(_batch.Written, _known);
    }

    private async ValueTask ReadAsync(ReadOnlyMemory<byte> line, long number, CancellationToken cancellationToken)
    {
        CheckSum(line.Span, number);
        try
        {
            using var document = JsonDocument.Parse(line);
            JsonElement json = document.RootElement;
            if (!_isOpen || json.TryGetProperty("export", out _))
            {
                Open(json, number);
            }
            else if (json.TryGetProperty("event", out _))
            {
                await ReadEventAsync(json, number, cancellationToken).ConfigureAwait(false);
            }
            else if (json.TryGetProperty("stream", out _))
            {
                await ReadStreamAsync(json, cancellationToken).ConfigureAwait(false);
            }
            else if (json.TryGetProperty("schema", out JsonElement index))
            {
                _schemas[index.GetInt32()] = new(json.GetProperty("text").GetString()!);
            }
            else if (json.TryGetProperty("end", out JsonElement events))
            {
                _isOpen = events.GetInt64() == _events ? false : throw new ExportFormatException(number, $"says that there are {events.GetInt64()} events, but there are {_events}");
            }
            else
            {
                throw new ExportFormatException(number, "is of a kind that this version does not know");
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or FormatException or InvalidOperationException
            or SchemaFormatException or InvalidDataException or InvalidStreamIdException)
        {
            throw new ExportFormatException(number, $"cannot be read ({exception.Message})", exception);
        }
    }

    private static void CheckSum(ReadOnlySpan<byte> line, long number)
    {
        int length = line.Length - ExportLines.ChecksumLength;
        bool holds = length > 0 && line[length..].StartsWith(",\"crc\":\""u8) && line.EndsWith("\"}"u8)
            && Utf8Parser.TryParse(line.Slice(length + 8, 8), out uint checksum, out int read, 'x') && read == 8
            && checksum == Crc32C.Of(line[..length]);
        if (!holds)
        {
            throw new ExportFormatException(number, "is damaged: it does not match its checksum");
        }
    }

    private void Open(JsonElement json, long number)
    {
        if (!json.TryGetProperty("export", out JsonElement version) || version.GetInt32() != ExportLines.Version)
        {
            throw new ExportFormatException(number, $"does not begin an export of version {ExportLines.Version}");
        }

        _isOpen = true;
        _events = 0;
        _schemas.Clear();
    }

    private async ValueTask ReadStreamAsync(JsonElement json, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        long first = json.GetProperty("first").GetInt64();
        DateTimeOffset firstTimestamp = TimeOf(json.GetProperty("firstTimestamp"));
        var stream = new StreamInfo
        {
            StreamId = json.GetProperty("stream").GetString()!,
            Category = json.TryGetProperty("category", out JsonElement category) ? category.GetString() : null,
            Version = first,
            FirstSequence = first,
            Incarnation = EventId.Parse(json.GetProperty("incarnation").GetString()!),
            FirstTimestamp = firstTimestamp,
            LastTimestamp = json.TryGetProperty("lastTimestamp", out JsonElement last) ? TimeOf(last) : firstTimestamp,
            HashBefore = json.TryGetProperty("hashBefore", out JsonElement hash) ? ChainHash.Parse(hash.GetString()!) : null,
        };
        StreamInfo? existing = await store.GetStreamInfoAsync(stream.StreamId, cancellationToken).ConfigureAwait(false);
        if (existing is not null && existing.Incarnation != stream.Incarnation)
        {
            throw new StoreCopyException(stream.StreamId, -1, $"The store holds another stream '{stream.StreamId}', at version {existing.Version}; import into an empty store.");
        }

        _positions[stream.StreamId] = new(stream) { Next = existing?.Version ?? first, Exists = existing is not null };
        if (json.TryGetProperty("lastTimestamp", out _) && existing is null && stream.HashBefore is null && store.Capabilities.CanTruncate)
        {
            await _batch.WriteEmptyAsync(stream, cancellationToken).ConfigureAwait(false);
            _positions[stream.StreamId].Exists = true;
        }
    }

    private async ValueTask ReadEventAsync(JsonElement json, long number, CancellationToken cancellationToken)
    {
        string streamId = json.GetProperty("of").GetString()!;
        long sequence = json.GetProperty("sequence").GetInt64();
        if (!_positions.TryGetValue(streamId, out Position? position))
        {
            throw new ExportFormatException(number, $"belongs to stream '{streamId}', which no line before it has introduced");
        }

        if (!_schemas.TryGetValue(json.GetProperty("as").GetInt32(), out RecordSchema? schema))
        {
            throw new ExportFormatException(number, "names a schema that no line before it has introduced");
        }

        _events++;
        position.Hash = json.TryGetProperty("hash", out JsonElement hash) ? ChainHash.Parse(hash.GetString()!) : null;
        position.Last = sequence;
        if (sequence < position.Next)
        {
            _known++;
            return;
        }

        if (sequence > position.Next)
        {
            throw new ExportFormatException(number, $"holds sequence {sequence} of stream '{streamId}', but the store has none before it from {position.Next} on: import the export before this one first, or the line is out of order");
        }

        byte[] payload = json.GetProperty("payload").GetBytesFromBase64();
        var id = EventId.Parse(json.GetProperty("id").GetString()!);
        long ticks = TimeOf(json.GetProperty("timestamp")).UtcTicks;
        EventMetadata? metadata = MetadataOf(json);
        if (!string.Equals(_current, streamId, StringComparison.Ordinal) || !_batch.HasRoomFor(payload.Length))
        {
            await FlushAsync(cancellationToken).ConfigureAwait(false);
            _batch.Start(position.Stream, sequence, position.Exists);
            _current = streamId;
        }

        _batch.Add(schema, id, ticks, metadata, payload);
        position.Next++;
        position.Exists = true;
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_current is not null)
        {
            await _batch.FlushAsync(cancellationToken).ConfigureAwait(false);
            _current = null;
        }
    }

    // The store has computed the hashes anew: they tell whether what it took is what was exported.
    private async ValueTask CheckHashesAsync(CancellationToken cancellationToken)
    {
        foreach (Position position in _positions.Values)
        {
            StreamInfo? stream = position.Hash is null ? null : await store.GetStreamInfoAsync(position.Stream.StreamId, cancellationToken).ConfigureAwait(false);
            if (stream?.Hash is { } hash && stream.Version == position.Last + 1 && hash != position.Hash)
            {
                throw new StoreCopyException(stream.StreamId, position.Last, $"The hash chain of stream '{stream.StreamId}' ends otherwise than in the export: one of the two was changed.");
            }
        }
    }

    private static DateTimeOffset TimeOf(JsonElement json) =>
        DateTimeOffset.ParseExact(json.GetString()!, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static EventMetadata? MetadataOf(JsonElement json)
    {
        if (json.TryGetProperty("metadataBytes", out JsonElement bytes))
        {
            return MetadataFormat.Read(bytes.GetBytesFromBase64());
        }

        if (!json.TryGetProperty("metadata", out JsonElement metadata))
        {
            return null;
        }

        var headers = EventMetadata.Empty.Headers.ToBuilder();
        if (metadata.TryGetProperty("headers", out JsonElement given))
        {
            foreach (JsonProperty header in given.EnumerateObject())
            {
                headers[header.Name] = header.Value.GetString()!;
            }
        }

        return new()
        {
            CorrelationId = TextOf("correlationId"),
            CausationId = TextOf("causationId"),
            Actor = TextOf("actor"),
            Source = TextOf("source"),
            Headers = headers.ToImmutable(),
        };

        string? TextOf(string name) => metadata.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;
    }

    private sealed class Position(StreamInfo stream)
    {
        internal StreamInfo Stream { get; } = stream;

        internal long Next { get; set; }

        internal bool Exists { get; set; }

        internal long Last { get; set; } = -1;

        internal ChainHash? Hash { get; set; }
    }
}
