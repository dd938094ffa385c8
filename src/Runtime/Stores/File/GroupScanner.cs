using System.Text;
using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>Reads groups: into an index, or only up to their events.</summary>
internal static class GroupScanner
{
    /// <summary>Reads up to where the events (or an append's metadata) begin, over definitions.</summary>
    internal static GroupHead ReadHead(ref ByteReader reader, SegmentHeader header, LiveSegment? target, EventTypeTable? types)
    {
        int code = reader.Byte();
        int kind = code & GroupFormat.KindMask;
        if (kind is not (GroupFormat.Append or GroupFormat.Delete) || (code & 0x30) != 0)
        {
            throw new StoreFormatException($"The store holds a record of kind 0x{code:x2}, which this version of Daybook does not know; use a newer one.");
        }

        if ((code & GroupFormat.HasDefinitions) != 0)
        {
            ReadDefinitions(ref reader, header, target, types);
        }

        int slot = reader.Count();
        long sequence = reader.Number();
        return kind == GroupFormat.Delete
            ? new() { Kind = kind, Slot = slot, Sequence = sequence }
            : new()
            {
                Kind = kind,
                Slot = slot,
                Sequence = sequence,
                Offset = header.FirstOffset + reader.Number(),
                Timestamp = header.BaseTimestamp + reader.Signed(),
                HasMetadata = (code & GroupFormat.HasMetadata) != 0,
            };
    }

    /// <summary>Takes a group into an index.</summary>
    internal static LiveStream Index(ReadOnlySpan<byte> group, int position, LiveSegment target, EventTypeTable types)
    {
        var reader = new ByteReader(group[GroupFormat.FrameSize..]);
        GroupHead head = ReadHead(ref reader, target.Header, target, types);
        if (head.Slot >= target.Streams.Count || target.Streams[head.Slot] is not { IsDeleted: false } stream || head.Sequence != stream.Version)
        {
            throw new InvalidDataException("A record does not continue its stream");
        }

        if (head.Kind == GroupFormat.Delete)
        {
            stream.IsDeleted = true;
            target.End = position + group.Length;
            return stream;
        }

        if (head.Offset < target.NextOffset)
        {
            throw new InvalidDataException("A record does not continue the offsets");
        }

        if (head.HasMetadata)
        {
            SkipMetadata(ref reader);
        }

        int count = ReadEventCount(ref reader);
        long first = head.Timestamp;
        long timestamp = first;
        for (int i = 0; i < count; i++)
        {
            EventId id = ReadEvent(ref reader, ref timestamp, out int type, out _, out int length);
            if (i == 0)
            {
                first = timestamp;
            }

            if (type >= types.Count)
            {
                throw new InvalidDataException("An event has a type that is not defined");
            }

            _ = reader.Bytes(length);
            target.AddId(stream, id, head.Sequence + i);
        }

        target.AddGroup(stream, position, head.Offset, count, first, timestamp);
        target.End = position + group.Length;
        return stream;
    }

    internal static int ReadEventCount(ref ByteReader reader)
    {
        int count = reader.Count();
        return count > 0 && count <= reader.Remaining / GroupFormat.LeastEventSize
            ? count
            : throw new InvalidDataException("A record says more events than it can hold");
    }

    /// <summary>Reads an event up to its payload.</summary>
    internal static EventId ReadEvent(ref ByteReader reader, ref long timestamp, out int type, out int metadata, out int length)
    {
        int flags = reader.Byte();
        if (flags > GroupFormat.EventHasMetadata)
        {
            throw new StoreFormatException($"The store holds an event with the flags 0x{flags:x2}, which this version of Daybook does not know; use a newer one.");
        }

        type = reader.Count();
        timestamp += reader.Signed();
        EventId id = reader.Id();
        metadata = flags == 0 ? -1 : reader.Count();
        length = reader.Count();
        return id;
    }

    internal static void SkipMetadata(ref ByteReader reader)
    {
        int count = reader.Count();
        for (int i = 0; i < count; i++)
        {
            _ = reader.Bytes(reader.Count());
        }
    }

    internal static RecordSchema ReadType(ref ByteReader reader, out int index)
    {
        index = reader.Count();
        var kind = (RecordKind)reader.Byte();
        int version = reader.Count();
        ulong fingerprint = reader.Fixed64();
        string name = reader.Text();
        return new(kind, name, version, fingerprint, reader.Text());
    }

    internal static void AddType(EventTypeTable types, RecordSchema schema, int index)
    {
        if (index == types.Count && types.IndexOf(schema) < 0)
        {
            _ = types.Add(schema);
        }
        else if (index >= types.Count || !types[index].Equals(schema))
        {
            throw new InvalidDataException($"The event type {schema.Name}@{schema.Version} has the wrong index {index}");
        }
    }

    private static void ReadDefinitions(ref ByteReader reader, SegmentHeader header, LiveSegment? target, EventTypeTable? types)
    {
        int count = reader.Count();
        for (int i = 0; i < count; i++)
        {
            if (target is null)
            {
                SkipType(ref reader);
                continue;
            }

            RecordSchema schema = ReadType(ref reader, out int index);
            AddType(types!, schema, index);
            target.Define(index);
        }

        if (reader.Byte() != 0)
        {
            ReadStream(ref reader, header, target);
        }
    }

    private static void SkipType(ref ByteReader reader)
    {
        _ = reader.Count();
        _ = reader.Byte();
        _ = reader.Count();
        _ = reader.Bytes(8);
        _ = reader.Bytes(reader.Count());
        _ = reader.Bytes(reader.Count());
    }

    private static void ReadStream(ref ByteReader reader, SegmentHeader header, LiveSegment? target)
    {
        ReadOnlySpan<byte> id = reader.Bytes(reader.Count());
        bool hasCategory = reader.Byte() != 0;
        ReadOnlySpan<byte> category = hasCategory ? reader.Bytes(reader.Count()) : default;
        long version = reader.Number();
        long firstSequence = 0, first = 0, last = 0, firstOffset = 0;
        EventId incarnation = default, greatest = default;
        int segment = 0, slot = 0;
        if (version > 0)
        {
            firstSequence = reader.Number();
            first = header.BaseTimestamp + reader.Signed();
            last = header.BaseTimestamp + reader.Signed();
            incarnation = reader.Id();
            greatest = reader.Id();
            firstOffset = reader.Number();
            segment = reader.Count();
            slot = reader.Count();
        }

        if (target is null)
        {
            return;
        }

        string text = Encoding.UTF8.GetString(id);
        target.Streams.Add(new()
        {
            Id = text,
            Hash = StreamHash.Of(id),
            Category = hasCategory ? Encoding.UTF8.GetString(category) : null,
            Segment = header.Number,
            Slot = target.Streams.Count,
            Version = version,
            SegmentSequence = version,
            FirstSequence = firstSequence,
            FirstTimestamp = first,
            LastTimestamp = last,
            Incarnation = incarnation,
            GreatestId = greatest,
            FirstOffset = firstOffset,
            PreviousSegment = segment,
            PreviousSlot = slot,
            CommittedVersion = version,
            CommittedTimestamp = last,
        });
    }
}
