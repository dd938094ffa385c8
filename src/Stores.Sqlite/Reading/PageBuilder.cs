using System.Buffers;

namespace Daybook.Stores.Sqlite;

/// <summary>Gathers rows of events into one page.</summary>
internal sealed class PageBuilder(EventReader reader, Connection connection, int maxCount) : IDisposable
{
    internal const int MaxEvents = 8192;
    private const int MaxBytes = 1024 * 1024;
    private readonly MetadataReader _metadata = new(reader.Metadata);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);
    private RecordedEvent[] _events = ArrayPool<RecordedEvent>.Shared.Rent(16);
    private int _length;

    internal int Count { get; private set; }

    /// <summary>How many more events the page takes.</summary>
    internal int Room => _length > MaxBytes ? 0 : Math.Min(maxCount, MaxEvents) - Count;

    internal ref readonly RecordedEvent Last => ref _events[Count - 1];

    /// <summary>Adds the events of a running statement until there is no room.</summary>
    /// <param name="rows">The statement.</param>
    /// <param name="streamId">The stream of all of them; null when the rows say it.</param>
    /// <returns>False when rows may be left.</returns>
    internal bool AddAll(in Rows rows, string? streamId)
    {
        while (Room > 0)
        {
            if (!rows.Next())
            {
                return true;
            }

            Add(rows, streamId ?? reader.Names.Decode(rows.Bytes(EventColumns.StreamName)));
        }

        return false;
    }

    internal EventPage ToPage(long next, in StreamPosition stream = default)
    {
        var page = new PooledEventPage(reader.Types.Table, _events, Count, _buffer, next)
        {
            StreamVersion = stream.Version,
            FirstSequence = stream.FirstSequence,
            Incarnation = stream.Incarnation,
        };
        _events = [];
        _buffer = [];
        return page;
    }

    public void Dispose()
    {
        _metadata.Dispose();
        PooledEventPage.Return(_events, Count, _buffer);
        _events = [];
        _buffer = [];
    }

    private void Add(in Rows rows, string streamId)
    {
        long offset = rows.Number(EventColumns.Offset);
        long sequence = rows.Number(EventColumns.Sequence);
        EventId id = rows.Id(EventColumns.Id);
        long timestamp = rows.Number(EventColumns.Timestamp);
        if (id.IsEmpty || offset < 0 || sequence < 0 || timestamp < 0 || timestamp > DateTimeOffset.MaxValue.UtcTicks)
        {
            throw reader.Corrupt("An event's id, position or time stamp is none", offset);
        }

        if (rows.Number(EventColumns.Encoding) is not 0 and var encoding)
        {
            throw new StoreFormatException($"The event at offset {offset} of '{reader.Path}' has the encoding {encoding}, which this program does not know; use a newer Daybook.");
        }

        int type = reader.Types.IndexOf(rows.Number(EventColumns.Type), connection);
        bool hasMetadata = rows.Number(EventColumns.HasMetadata) != 0;
        int start = _length;
        int length = Write(rows.Bytes(EventColumns.Payload));
        bool isChained = !rows.IsNull(EventColumns.Hash);
        if (isChained && Write(rows.Bytes(EventColumns.Hash)) != ChainHash.Size)
        {
            throw reader.Corrupt("An event's chain hash is none", offset);
        }

        if (Count == _events.Length)
        {
            Grow();
        }

        _events[Count++] = new()
        {
            StreamId = streamId,
            Metadata = hasMetadata ? ReadMetadata(rows, offset) : null,
            Id = id,
            Sequence = sequence,
            Offset = offset,
            TimestampTicks = timestamp,
            TypeIndex = type,
            PayloadStart = start,
            PayloadLength = length,
            IsChained = isChained,
        };
    }

    private EventMetadata ReadMetadata(in Rows rows, long offset)
    {
        try
        {
            return _metadata.Read(rows, connection);
        }
        catch (InvalidDataException exception)
        {
            throw reader.Corrupt(exception.Message, offset, exception);
        }
    }

    private int Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + bytes.Length, _buffer.Length * 2));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
        return bytes.Length;
    }

    private void Grow()
    {
        RecordedEvent[] larger = ArrayPool<RecordedEvent>.Shared.Rent(_events.Length * 2);
        _events.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<RecordedEvent>.Shared.Return(_events, clearArray: true);
        _events = larger;
    }
}
