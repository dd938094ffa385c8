using System.Buffers.Binary;
using Daybook.MessagePack;

namespace Daybook.Stores;

/// <summary>Writes the index of a segment as the bytes of its index file.</summary>
internal static class SegmentIndexWriter
{
    internal static byte[] Write(LiveSegment segment, EventTypeTable types)
    {
        var sections = new PooledBuffer[IndexFormat.Sections];
        try
        {
            for (int i = 0; i < sections.Length; i++)
            {
                sections[i] = new();
            }

            WriteTypes(sections[IndexFormat.Types], segment, types);
            uint anchors = 0;
            int[] slots = segment.Streams.Slots();
            foreach (int slot in slots)
            {
                LiveStream stream = segment.Streams.Peek(slot);
                WriteDirectory(sections[IndexFormat.Directory], stream);
                WriteStream(sections, stream, anchors);
                anchors += WriteGroups(sections[IndexFormat.Groups], sections[IndexFormat.Anchors], stream);
            }

            var offsets = new ByteWriter(sections[IndexFormat.Offsets]);
            foreach (OffsetMark mark in segment.Offsets)
            {
                offsets.Fixed64(mark.Offset);
                offsets.Fixed32((uint)mark.Position);
            }

            offsets.Flush();
            WriteSlots(sections[IndexFormat.Slots], slots);
            WriteReplacements(sections[IndexFormat.Replacements], segment);
            WriteIds(sections[IndexFormat.Ids], segment);
            return Join(segment, slots.Length, sections);
        }
        finally
        {
            foreach (PooledBuffer? section in sections)
            {
                section?.Dispose();
            }
        }
    }

    private static void WriteTypes(PooledBuffer buffer, LiveSegment segment, EventTypeTable types)
    {
        var writer = new ByteWriter(buffer);
        writer.Count(segment.Types.Count);
        foreach (int index in segment.Types)
        {
            TypeDefinitions.WriteOne(ref writer, index, types[index]);
        }

        writer.Flush();
    }

    private static void WriteDirectory(PooledBuffer buffer, LiveStream stream)
    {
        var writer = new ByteWriter(buffer);
        writer.Fixed64(stream.Hash);
        writer.Fixed32((uint)stream.PreviousSegment);
        writer.Fixed32((uint)stream.PreviousSlot);
        writer.Fixed32((uint)((stream.IsDeleted ? IndexFormat.DeletedFlag : 0) | (stream.FirstSequence > 0 ? IndexFormat.TruncatedFlag : 0)));
        writer.Flush();
    }

    // Nothing to say when every slot has a stream.
    private static void WriteSlots(PooledBuffer buffer, int[] slots)
    {
        var writer = new ByteWriter(buffer);
        for (int row = 0; row < slots.Length && slots[^1] >= slots.Length; row++)
        {
            writer.Fixed32((uint)slots[row]);
        }

        writer.Flush();
    }

    private static void WriteReplacements(PooledBuffer buffer, LiveSegment segment)
    {
        var writer = new ByteWriter(buffer);
        foreach (Replacement replacement in segment.Replacements)
        {
            writer.Varint((ulong)replacement.Offset);
            writer.Count(replacement.TypeIndex);
            writer.Count(replacement.Payload.Length);
            writer.Bytes(replacement.Payload);
        }

        writer.Flush();
    }

    private static void WriteStream(PooledBuffer[] sections, LiveStream stream, uint anchors)
    {
        PooledBuffer names = sections[IndexFormat.Names];
        int nameStart = names.Length;
        int idLength = WriteText(names, stream.Id);
        int categoryLength = stream.Category is null ? -1 : WriteText(names, stream.Category);
        var writer = new ByteWriter(sections[IndexFormat.Streams]);
        writer.Fixed32((uint)nameStart);
        writer.Fixed32((uint)idLength);
        writer.Fixed32((uint)categoryLength);
        writer.Fixed64(stream.Version);
        writer.Fixed64(stream.SegmentSequence);
        writer.Fixed64(stream.FirstSequence);
        writer.Fixed64(stream.FirstTimestamp);
        writer.Fixed64(stream.LastTimestamp);
        writer.Fixed64(stream.FirstOffset);
        writer.Id(stream.Incarnation);
        writer.Id(stream.GreatestId);
        writer.Id(stream.LeastHere);
        writer.Id(stream.GreatestHere);
        writer.Fixed32((uint)sections[IndexFormat.Groups].Length);
        writer.Fixed32((uint)stream.Groups.Count);
        writer.Fixed32(anchors);
        writer.Fixed32((uint)WriteChain(sections[IndexFormat.Chains], stream));
        writer.Flush();
    }

    // The place of the stream's hashes; -1 when it has none.
    private static int WriteChain(PooledBuffer buffer, LiveStream stream)
    {
        if (stream.Chain is not { } chain)
        {
            return -1;
        }

        int row = buffer.Length / IndexFormat.ChainSize;
        var writer = new ByteWriter(buffer);
        writer.Hash(chain.Last);
        writer.Hash(chain.Before);
        writer.Flush();
        return row;
    }

    private static int WriteText(PooledBuffer buffer, string text)
    {
        int length = System.Text.Encoding.UTF8.GetBytes(text, buffer.GetSpan(System.Text.Encoding.UTF8.GetMaxByteCount(text.Length)));
        buffer.Advance(length);
        return length;
    }

    private static uint WriteGroups(PooledBuffer groups, PooledBuffer anchors, LiveStream stream)
    {
        uint count = 0;
        var writer = new ByteWriter(groups);
        var anchor = new ByteWriter(anchors);
        GroupMark last = default;
        for (int i = 0; i < stream.Groups.Count; i++)
        {
            GroupMark mark = stream.Groups[i];
            writer.Count(mark.Position - last.Position);
            writer.Count(mark.Sequence - last.Sequence);
            last = mark;
            if (i > 0 && i % IndexFormat.AnchorDistance == 0)
            {
                anchor.Fixed32((uint)mark.Sequence);
                anchor.Fixed32((uint)mark.Position);
                anchor.Fixed32((uint)writer.Position);
                count++;
            }
        }

        writer.Flush();
        anchor.Flush();
        return count;
    }

    private static void WriteIds(PooledBuffer buffer, LiveSegment segment)
    {
        ulong[] hashes = [.. segment.OtherIds];
        Array.Sort(hashes);
        var writer = new ByteWriter(buffer);
        foreach (ulong hash in hashes)
        {
            writer.Fixed64(hash);
        }

        writer.Flush();
    }

    private static byte[] Join(LiveSegment segment, int streams, PooledBuffer[] sections)
    {
        byte[] file = new byte[IndexFormat.HeaderSize + sections.Sum(section => section.Length)];
        IndexFormat.Magic.CopyTo(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(8), IndexFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(12), segment.Header.Number);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(16), segment.Header.Identity);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), segment.End);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), streams);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(32), segment.NextOffset);
        int start = IndexFormat.HeaderSize;
        for (int i = 0; i < sections.Length; i++)
        {
            ReadOnlySpan<byte> section = sections[i].WrittenSpan;
            section.CopyTo(file.AsSpan(start));
            Span<byte> row = file.AsSpan(IndexFormat.SectionTable + (i * 12));
            BinaryPrimitives.WriteInt32LittleEndian(row, start);
            BinaryPrimitives.WriteInt32LittleEndian(row[4..], section.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(row[8..], Crc32C.Of(section));
            start += section.Length;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(IndexFormat.HeaderSize - 4), Crc32C.Of(file.AsSpan(0, IndexFormat.HeaderSize - 4)));
        return file;
    }
}
