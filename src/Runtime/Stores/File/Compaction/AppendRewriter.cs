using System.Runtime.InteropServices;
using Daybook.MessagePack;

namespace Daybook.Stores;

/// <summary>Writes an append group again, without what is dead and with what stands in events' places.</summary>
internal sealed class AppendRewriter(SegmentPlan plan) : IDisposable
{
    private readonly PooledBuffer _buffer = new();
    private readonly List<Range> _metadata = [];
    private readonly List<int> _usedMetadata = [];
    private readonly List<Row> _events = [];

    private SegmentHeader Header => plan.Segment.Header;

    /// <summary>Rewrites a group; false when nothing of it stays.</summary>
    internal bool TryRewrite(ReadOnlySpan<byte> group, ref ByteReader reader, in GroupHead head, PartFate fate, bool defines, out ReadOnlySpan<byte> rewritten)
    {
        rewritten = default;
        ReadOnlySpan<byte> body = group[GroupFormat.FrameSize..];
        ReadMetadata(ref reader, head);
        int count = GroupScanner.ReadEventCount(ref reader);
        long skip = Math.Max(0, fate.KeepFrom - head.Sequence);
        if (skip >= count)
        {
            return false;
        }

        bool hasDefinitions = (body[0] & GroupFormat.HasDefinitions) != 0;
        if (skip == 0 && !defines && !hasDefinitions && !IsAnyReplaced(head.Offset, count))
        {
            rewritten = group;
            return true;
        }

        ReadEvents(ref reader, head, (int)skip, count);
        Write(body, head, (int)skip, defines ? fate.Definition : null);
        rewritten = _buffer.WrittenSpan;
        return true;
    }

    public void Dispose() => _buffer.Dispose();

    private void ReadMetadata(ref ByteReader reader, in GroupHead head)
    {
        _metadata.Clear();
        int count = head.HasMetadata ? reader.Count() : 0;
        for (int i = 0; i < count; i++)
        {
            int length = reader.Count();
            _metadata.Add(new(reader.Position, reader.Position + length));
            _ = reader.Bytes(length);
        }
    }

    private bool IsAnyReplaced(long offset, int count)
    {
        for (int i = 0; i < count && plan.Replaced.Count > 0; i++)
        {
            if (plan.Replaced.ContainsKey(offset + i))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadEvents(ref ByteReader reader, in GroupHead head, int skip, int count)
    {
        _events.Clear();
        _usedMetadata.Clear();
        long timestamp = head.Timestamp;
        for (int i = 0; i < count; i++)
        {
            EventId id = GroupScanner.ReadEvent(ref reader, ref timestamp, out int type, out int metadata, out int length, out bool isChained);
            int payload = reader.Position;
            _ = reader.Bytes(isChained ? length + ChainHash.Size : length);
            if (i < skip)
            {
                continue;
            }

            if (metadata >= _metadata.Count)
            {
                throw new InvalidDataException("An event has metadata that its record does not hold");
            }

            if (metadata >= 0 && !_usedMetadata.Contains(metadata))
            {
                _usedMetadata.Add(metadata);
            }

            _events.Add(new(id, timestamp, type, metadata, payload, length, isChained));
        }
    }

    private void Write(ReadOnlySpan<byte> body, in GroupHead head, int skip, StreamHead? definition)
    {
        int code = GroupFormat.Append | (definition is null ? 0 : GroupFormat.HasDefinitions) | (_usedMetadata.Count == 0 ? 0 : GroupFormat.HasMetadata);
        ByteWriter writer = GroupFrame.Start(_buffer, code);
        if (definition is not null)
        {
            writer.Count(0);
            writer.Byte(1);
            StreamDefinition.Write(ref writer, definition, Header);
        }

        writer.Count(head.Slot);
        writer.Varint((ulong)(head.Sequence + skip));
        writer.Varint((ulong)(head.Offset + skip - Header.FirstOffset));
        long timestamp = _events[0].Timestamp;
        writer.Signed(timestamp - Header.BaseTimestamp);
        if (_usedMetadata.Count > 0)
        {
            writer.Count(_usedMetadata.Count);
            foreach (int used in _usedMetadata)
            {
                ReadOnlySpan<byte> bytes = body[_metadata[used]];
                writer.Count(bytes.Length);
                writer.Bytes(bytes);
            }
        }

        writer.Count(_events.Count);
        for (int i = 0; i < _events.Count; i++)
        {
            WriteEvent(ref writer, body, _events[i], timestamp, plan.Replaced.GetValueOrDefault(head.Offset + skip + i));
            timestamp = _events[i].Timestamp;
        }

        _ = GroupFrame.Finish(_buffer, ref writer);
    }

    private void WriteEvent(ref ByteWriter writer, ReadOnlySpan<byte> body, in Row row, long timestamp, Replacement? replacement)
    {
        writer.Byte((byte)((row.Metadata < 0 ? 0 : GroupFormat.EventHasMetadata) | (row.IsChained ? GroupFormat.EventIsChained : 0)));
        writer.Count(replacement?.TypeIndex ?? row.Type);
        writer.Signed(row.Timestamp - timestamp);
        writer.Id(row.Id);
        if (row.Metadata >= 0)
        {
            writer.Count(_usedMetadata.IndexOf(row.Metadata));
        }

        ReadOnlySpan<byte> payload = replacement is null ? body.Slice(row.Payload, row.Length) : replacement.Payload;
        writer.Count(payload.Length);
        writer.Bytes(payload);
        if (row.IsChained)
        {
            writer.Bytes(body.Slice(row.Payload + row.Length, ChainHash.Size));
        }
    }

    /// <summary>An event of the group; its payload by where it lies in the body.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Row(EventId Id, long Timestamp, int Type, int Metadata, int Payload, int Length, bool IsChained);
}
