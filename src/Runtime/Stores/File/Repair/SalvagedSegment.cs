using System.Buffers;
using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>Reads the groups of a segment of which some may be missing.</summary>
internal sealed class SalvagedSegment
{
    private readonly SegmentHeader _header;
    private readonly Dictionary<int, RecordSchema> _types;
    private readonly SegmentIndex? _index;
    private readonly Dictionary<int, StreamHead> _streams = [];

    internal SalvagedSegment(SegmentHeader header, Dictionary<int, RecordSchema> types, SegmentIndex? index)
    {
        _header = header;
        _types = types;
        _index = index;
        if (index is not null)
        {
            ByteReader reader = index.Head.Types();
            for (int count = reader.Count(); count > 0; count--)
            {
                AddType(ref reader);
            }
        }
    }

    /// <summary>Reads a group up to its events.</summary>
    /// <exception cref="InvalidDataException">What it needs is missing.</exception>
    internal SalvagedGroup Read(ReadOnlySpan<byte> group)
    {
        var reader = new ByteReader(group[GroupFormat.FrameSize..]);
        int code = reader.Byte();
        LiveStream? definition = (code & GroupFormat.HasDefinitions) == 0 ? null : ReadDefinitions(ref reader);
        GroupHead head = (code & GroupFormat.KindMask) == GroupFormat.Define && definition is null
            ? new() { Kind = GroupFormat.Define, Slot = -1, Sequence = 0 }
            : GroupScanner.ReadRest(ref reader, code, _header);
        if (definition is not null)
        {
            _streams[head.Slot] = definition;
        }

        var result = new SalvagedGroup { Head = head, Definition = definition };
        if (head.Slot < 0)
        {
            return result;
        }

        StreamHead stream = StreamAt(head.Slot);
        result = result with { Stream = stream };
        return head.Kind switch
        {
            GroupFormat.Replace => result with { Schema = TypeAt(reader.Count()), Payload = reader.Bytes(reader.Count()).ToArray() },
            _ => result with { EventsAt = GroupFormat.FrameSize + reader.Position },
        };
    }

    private LiveStream? ReadDefinitions(ref ByteReader reader)
    {
        for (int count = reader.Count(); count > 0; count--)
        {
            AddType(ref reader);
        }

        // The slot is not known yet, and nobody asks for it.
        return reader.Byte() == 0 ? null : StreamDefinition.Read(ref reader, _header).ToStream(_header.Number, 0);
    }

    private void AddType(ref ByteReader reader)
    {
        RecordSchema schema = GroupScanner.ReadType(ref reader, out int index);
        _types[index] = schema;
    }

    // The group that defined it may be damaged; the index knows it too.
    private StreamHead StreamAt(int slot)
    {
        if (!_streams.TryGetValue(slot, out StreamHead? stream))
        {
            stream = _index is not null && _index.Has(slot)
                ? _index.HeadOf(slot)
                : throw new InvalidDataException("The record is whole, but what says which stream it belongs to is lost");
            _streams.Add(slot, stream);
        }

        return stream;
    }

    private RecordSchema TypeAt(int index) =>
        _types.TryGetValue(index, out RecordSchema? schema) ? schema : throw new InvalidDataException("The record is whole, but what says which type its events have is lost");

    /// <summary>Puts the events of an append into a batch.</summary>
    /// <exception cref="InvalidDataException">What they need is missing.</exception>
    internal void ReadEvents(ReadOnlySpan<byte> group, SalvagedGroup read, AppendBatch batch)
    {
        var reader = new ByteReader(group[read.EventsAt..]);
        GroupHead head = read.Head;
        var metadata = new List<EventMetadata>();
        for (int count = head.HasMetadata ? reader.Count() : 0; count > 0; count--)
        {
            metadata.Add(MetadataFormat.Read(reader.Bytes(reader.Count())));
        }

        long timestamp = head.Timestamp;
        for (int count = GroupScanner.ReadEventCount(ref reader); count > 0; count--)
        {
            EventId id = GroupScanner.ReadEvent(ref reader, ref timestamp, out int type, out int table, out int length, out bool isChained);
            int start = batch.Buffer.Length;
            batch.Buffer.Write(reader.Bytes(length));
            _ = reader.Bytes(isChained ? ChainHash.Size : 0);
            batch.Add(TypeAt(type), id, new(timestamp, TimeSpan.Zero), table < 0 || table >= metadata.Count ? null : metadata[table], start);
        }
    }
}
