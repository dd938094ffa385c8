using System.Runtime.InteropServices;
using System.Text;

namespace Daybook.Stores;

/// <summary>How a group introduces a stream to its segment (docs/format.md).</summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct StreamDefinition
{
    private ReadOnlySpan<byte> _id;
    private ReadOnlySpan<byte> _category;
    private bool _hasCategory;
    private bool _isChained;
    private long _version;
    private long _firstSequence;
    private long _firstTimestamp;
    private long _lastTimestamp;
    private long _firstOffset;
    private EventId _incarnation;
    private EventId _greatestId;
    private int _previousSegment;
    private int _previousSlot;
    private ChainHash _hash;
    private ChainHash _hashBefore;

    /// <summary>The hash of the event before the stream's first one in the segment; null without a chain.</summary>
    internal readonly ChainHash? Hash => _isChained ? _hash : null;

    internal static StreamDefinition Read(ref ByteReader reader, SegmentHeader header)
    {
        var result = new StreamDefinition { _id = reader.Bytes(reader.Count()) };
        int flags = reader.Byte();
        if (flags > (GroupFormat.StreamHasCategory | GroupFormat.StreamIsChained))
        {
            throw new StoreFormatException($"The store holds a stream with the flags 0x{flags:x2}, which this version of Daybook does not know; use a newer one.");
        }

        result._hasCategory = (flags & GroupFormat.StreamHasCategory) != 0;
        result._isChained = (flags & GroupFormat.StreamIsChained) != 0;
        if (result._hasCategory)
        {
            result._category = reader.Bytes(reader.Count());
        }

        result._version = reader.Number();
        if (result._version == 0)
        {
            return result;
        }

        result._firstSequence = reader.Number();
        result._firstTimestamp = header.BaseTimestamp + reader.Signed();
        result._lastTimestamp = header.BaseTimestamp + reader.Signed();
        result._incarnation = reader.Id();
        result._greatestId = reader.Id();
        result._firstOffset = reader.Number();
        result._previousSegment = reader.Count();
        result._previousSlot = reader.Count();
        if (result._isChained)
        {
            result._hash = new(reader.Bytes(ChainHash.Size));
            result._hashBefore = new(reader.Bytes(ChainHash.Size));
        }

        return result;
    }

    /// <summary>Writes the definition of a stream that stands as it stands.</summary>
    internal static void Write(ref ByteWriter writer, StreamHead stream, SegmentHeader header)
    {
        writer.Text(stream.Id);
        int flags = (stream.Category is null ? 0 : GroupFormat.StreamHasCategory) | (stream.Chain is null ? 0 : GroupFormat.StreamIsChained);
        writer.Byte((byte)flags);
        if (stream.Category is not null)
        {
            writer.Text(stream.Category);
        }

        writer.Varint((ulong)stream.Version);
        if (stream.Version == 0)
        {
            return;
        }

        writer.Varint((ulong)stream.FirstSequence);
        writer.Signed(stream.FirstTimestamp - header.BaseTimestamp);
        writer.Signed(stream.LastTimestamp - header.BaseTimestamp);
        writer.Id(stream.Incarnation);
        writer.Id(stream.GreatestId);
        writer.Varint((ulong)stream.FirstOffset);
        writer.Count(stream.PreviousSegment);
        writer.Count(stream.PreviousSlot);
        if (stream.Chain is { } chain)
        {
            writer.Hash(chain.Last);
            writer.Hash(chain.Before);
        }
    }

    internal readonly LiveStream ToStream(int segment, int slot)
    {
        StreamChain? chain = _isChained ? new(_hash, _hashBefore) : null;
        return new()
        {
            Id = Encoding.UTF8.GetString(_id),
            Hash = StreamHash.Of(_id),
            Category = _hasCategory ? Encoding.UTF8.GetString(_category) : null,
            Segment = segment,
            Slot = slot,
            Version = _version,
            SegmentSequence = _version,
            FirstSequence = _firstSequence,
            FirstTimestamp = _firstTimestamp,
            LastTimestamp = _lastTimestamp,
            Incarnation = _incarnation,
            GreatestId = _greatestId,
            FirstOffset = _firstOffset,
            PreviousSegment = _previousSegment,
            PreviousSlot = _previousSlot,
            Chain = chain,
            CommittedVersion = _version,
            CommittedFirstSequence = _firstSequence,
            CommittedTimestamp = _lastTimestamp,
            CommittedChain = chain,
        };
    }
}
