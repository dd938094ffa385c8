using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>Reads groups: into an index, or only up to their events.</summary>
internal static class GroupScanner
{
    /// <summary>Reads up to where the events (or an append's metadata) begin, over definitions.</summary>
    internal static GroupHead ReadHead(ref ByteReader reader, SegmentHeader header, LiveSegment? target, EventTypeTable? types)
    {
        int code = reader.Byte();
        if ((code & GroupFormat.HasDefinitions) != 0)
        {
            return ReadDefined(ref reader, code, header, target, types);
        }

        return ReadRest(ref reader, code, header);
    }

    /// <summary>Takes a group into an index; the answer is the stream that it is about.</summary>
    internal static LiveStream? Index(ReadOnlySpan<byte> group, int position, LiveSegment target, EventTypeTable types)
    {
        var reader = new ByteReader(group[GroupFormat.FrameSize..]);
        GroupHead head = ReadHead(ref reader, target.Header, target, types);
        target.End = position + group.Length;
        if (head.Kind == GroupFormat.Define)
        {
            return head.Slot < 0 ? null : target.Streams[head.Slot];
        }

        if (!target.Streams.Has(head.Slot) || target.Streams[head.Slot] is not { IsDeleted: false } stream)
        {
            throw new InvalidDataException("A record names a stream that its segment does not define");
        }

        switch (head.Kind)
        {
            case GroupFormat.Delete when head.Sequence == stream.Version:
                stream.IsDeleted = true;
                return stream;
            case GroupFormat.Truncate when head.Sequence >= stream.FirstSequence && head.Sequence <= stream.Version:
                stream.Truncate(head.Sequence, ReadHash(ref reader));
                return stream;
            case GroupFormat.Replace when head.Sequence < stream.Version:
                target.Replacements.Add(ReadReplacement(ref reader, head.Offset, types));
                return stream;
            case GroupFormat.Append when head.Sequence == stream.Version:
                IndexAppend(ref reader, head, position, stream, target, types);
                return stream;
            default:
                throw new InvalidDataException("A record does not continue its stream");
        }
    }

    /// <summary>The hash that the definition in a group gives its stream; null when there is none.</summary>
    internal static ChainHash? DefinedHash(ReadOnlySpan<byte> group, SegmentHeader header)
    {
        var reader = new ByteReader(group[GroupFormat.FrameSize..]);
        if ((reader.Byte() & GroupFormat.HasDefinitions) == 0)
        {
            return null;
        }

        for (int count = reader.Count(); count > 0; count--)
        {
            SkipType(ref reader);
        }

        return reader.Byte() == 0 ? null : StreamDefinition.Read(ref reader, header).Hash;
    }

    internal static Replacement ReadReplacement(ref ByteReader reader, long offset, EventTypeTable types)
    {
        int type = reader.Count();
        return type < types.Count
            ? new(offset, type, reader.Bytes(reader.Count()).ToArray())
            : throw new InvalidDataException("An event has a type that is not defined");
    }

    internal static int ReadEventCount(ref ByteReader reader)
    {
        int count = reader.Count();
        return count > 0 && count <= reader.Remaining / GroupFormat.LeastEventSize
            ? count
            : throw new InvalidDataException("A record says more events than it can hold");
    }

    /// <summary>Reads an event up to its payload, behind which its hash lies if it is chained.</summary>
    internal static EventId ReadEvent(ref ByteReader reader, ref long timestamp, out int type, out int metadata, out int length, out bool isChained)
    {
        int flags = reader.Byte();
        if ((flags & ~(GroupFormat.EventHasMetadata | GroupFormat.EventIsChained)) != 0)
        {
            throw new StoreFormatException($"The store holds an event with the flags 0x{flags:x2}, which this version of Daybook does not know; use a newer one.");
        }

        type = reader.Count();
        timestamp += reader.Signed();
        EventId id = reader.Id();
        metadata = (flags & GroupFormat.EventHasMetadata) == 0 ? -1 : reader.Count();
        length = reader.Count();
        isChained = (flags & GroupFormat.EventIsChained) != 0;
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

    /// <summary>Reads a head from behind its definitions.</summary>
    internal static GroupHead ReadRest(ref ByteReader reader, int code, SegmentHeader header)
    {
        int kind = code & GroupFormat.KindMask;
        if (kind is 0 or > GroupFormat.Replace || (code & 0x30) != 0)
        {
            throw new StoreFormatException($"The store holds a record of kind 0x{code:x2}, which this version of Daybook does not know; use a newer one.");
        }

        int slot = reader.Count();
        long sequence = kind == GroupFormat.Define ? 0 : reader.Number();
        return kind switch
        {
            GroupFormat.Append => new()
            {
                Kind = kind,
                Slot = slot,
                Sequence = sequence,
                Offset = header.FirstOffset + reader.Number(),
                Timestamp = header.BaseTimestamp + reader.Signed(),
                HasMetadata = (code & GroupFormat.HasMetadata) != 0,
            },
            GroupFormat.Replace => new() { Kind = kind, Slot = slot, Sequence = sequence, Offset = reader.Number() },
            _ => new() { Kind = kind, Slot = slot, Sequence = sequence },
        };
    }

    private static GroupHead ReadDefined(ref ByteReader reader, int code, SegmentHeader header, LiveSegment? target, EventTypeTable? types)
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

        bool definesStream = reader.Byte() != 0;
        if (!definesStream)
        {
            return (code & GroupFormat.KindMask) == GroupFormat.Define
                ? new() { Kind = GroupFormat.Define, Slot = -1, Sequence = 0 }
                : ReadRest(ref reader, code, header);
        }

        StreamDefinition definition = StreamDefinition.Read(ref reader, header);
        GroupHead head = ReadRest(ref reader, code, header);
        target?.Streams.Define(definition.ToStream(header.Number, head.Slot), mayLeaveGaps: header.IsRewritten);
        return head;
    }

    private static void IndexAppend(ref ByteReader reader, in GroupHead head, int position, LiveStream stream, LiveSegment target, EventTypeTable types)
    {
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
            EventId id = ReadEvent(ref reader, ref timestamp, out int type, out _, out int length, out bool isChained);
            if (i == 0)
            {
                first = timestamp;
            }

            if (type >= types.Count)
            {
                throw new InvalidDataException("An event has a type that is not defined");
            }

            _ = reader.Bytes(length);
            if (isChained != stream.Chain is not null)
            {
                throw new InvalidDataException("An event does not continue its stream's hash chain");
            }

            if (isChained)
            {
                var hash = new ChainHash(reader.Bytes(ChainHash.Size));
                stream.Chain = i == count - 1 ? stream.Chain! with { Last = hash } : stream.Chain;
            }

            target.AddId(stream, id, head.Sequence + i);
        }

        target.AddGroup(stream, position, head.Offset, count, first, timestamp);
    }

    private static ChainHash? ReadHash(ref ByteReader reader) => reader.Byte() == 0 ? null : new(reader.Bytes(ChainHash.Size));

    private static void SkipType(ref ByteReader reader)
    {
        _ = reader.Count();
        _ = reader.Byte();
        _ = reader.Count();
        _ = reader.Bytes(8);
        _ = reader.Bytes(reader.Count());
        _ = reader.Bytes(reader.Count());
    }
}
