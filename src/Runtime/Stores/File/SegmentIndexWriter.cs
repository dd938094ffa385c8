using System.Buffers.Binary;
using Daybook.MessagePack;
using Daybook.Schema;

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
            for (int slot = 0; slot < segment.Streams.Count; slot++)
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
            WriteIds(sections[IndexFormat.Ids], segment);
            return Join(segment, sections);
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
            RecordSchema schema = types[index];
            writer.Count(index);
            writer.Byte((byte)schema.Kind);
            writer.Count(schema.Version);
            writer.Fixed64(schema.Fingerprint);
            writer.Text(schema.Name);
            writer.Text(schema.Text);
        }

        writer.Flush();
    }

    private static void WriteDirectory(PooledBuffer buffer, LiveStream stream)
    {
        var writer = new ByteWriter(buffer);
        writer.Fixed64(stream.Hash);
        writer.Fixed32((uint)stream.PreviousSegment);
        writer.Fixed32((uint)stream.PreviousSlot);
        writer.Fixed32(stream.IsDeleted ? IndexFormat.DeletedFlag : 0u);
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
        writer.Flush();
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

    private static byte[] Join(LiveSegment segment, PooledBuffer[] sections)
    {
        byte[] file = new byte[IndexFormat.HeaderSize + sections.Sum(section => section.Length)];
        IndexFormat.Magic.CopyTo(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(8), IndexFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(12), segment.Header.Number);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(16), segment.Header.Identity);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), segment.End);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), segment.Streams.Count);
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
