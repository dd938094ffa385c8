using System.Buffers.Binary;
using System.Text;

namespace Daybook.Benchmarks;

/// <summary>
/// The floor for serialization: the same bytes for this one record, by code that knows that every length is short and
/// that checks nothing.
/// </summary>
internal static class HandWritten
{
    internal static int Write(Span<byte> span, Measured value)
    {
        int position = 0;
        span[position++] = 0x97;
        position += Text(span[position..], value.Name);
        position += Number(span[position..], value.Count);
        position += Number(span[position..], value.Total);
        span[position] = 0xCB;
        BinaryPrimitives.WriteDoubleBigEndian(span[(position + 1)..], value.Average);
        position += 9;
        span[position++] = (byte)(0x90 | value.Tags.Length);
        foreach (string tag in value.Tags)
        {
            position += Text(span[position..], tag);
        }

        span[position++] = (byte)(0x80 | value.Parts.Count);
        foreach ((string key, int number) in value.Parts)
        {
            position += Text(span[position..], key);
            position += Number(span[position..], number);
        }

        long ticks = value.At.Ticks - DateTime.UnixEpoch.Ticks;
        ulong seconds = (ulong)(ticks / TimeSpan.TicksPerSecond);
        ulong nanoseconds = (ulong)(ticks % TimeSpan.TicksPerSecond * 100);
        span[position] = 0xD7;
        span[position + 1] = 0xFF;
        BinaryPrimitives.WriteUInt64BigEndian(span[(position + 2)..], (nanoseconds << 34) | seconds);
        return position + 10;
    }

    internal static Measured Read(ReadOnlySpan<byte> span)
    {
        int position = 1;
        string name = Text(span, ref position);
        int count = (int)Number(span, ref position);
        long total = Number(span, ref position);
        double average = BinaryPrimitives.ReadDoubleBigEndian(span[(position + 1)..]);
        position += 9;
        string[] tags = new string[span[position++] & 0xF];
        for (int i = 0; i < tags.Length; i++)
        {
            tags[i] = Text(span, ref position);
        }

        int entries = span[position++] & 0xF;
        var parts = new Dictionary<string, int>(entries);
        for (int i = 0; i < entries; i++)
        {
            string key = Text(span, ref position);
            parts[key] = (int)Number(span, ref position);
        }

        ulong stamp = BinaryPrimitives.ReadUInt64BigEndian(span[(position + 2)..]);
        long ticks = ((long)(stamp & 0x3FFFFFFFF) * TimeSpan.TicksPerSecond) + ((long)(stamp >> 34) / 100);
        return new(name, count, total, average, tags, parts, DateTime.UnixEpoch.AddTicks(ticks));
    }

    private static int Text(Span<byte> span, string text)
    {
        int length = Encoding.UTF8.GetBytes(text, span[1..]);
        span[0] = (byte)(0xA0 | length);
        return length + 1;
    }

    private static string Text(ReadOnlySpan<byte> span, ref int position)
    {
        int length = span[position] & 0x1F;
        string text = Encoding.UTF8.GetString(span.Slice(position + 1, length));
        position += length + 1;
        return text;
    }

    private static int Number(Span<byte> span, long value)
    {
        switch (value)
        {
            case < 128:
                span[0] = (byte)value;
                return 1;
            case < 256:
                span[0] = 0xCC;
                span[1] = (byte)value;
                return 2;
            case < 65536:
                span[0] = 0xCD;
                BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)value);
                return 3;
            case <= uint.MaxValue:
                span[0] = 0xCE;
                BinaryPrimitives.WriteUInt32BigEndian(span[1..], (uint)value);
                return 5;
            default:
                span[0] = 0xCF;
                BinaryPrimitives.WriteUInt64BigEndian(span[1..], (ulong)value);
                return 9;
        }
    }

    private static long Number(ReadOnlySpan<byte> span, ref int position)
    {
        byte code = span[position++];
        switch (code)
        {
            case < 128:
                return code;
            case 0xCC:
                return span[position++];
            case 0xCD:
                position += 2;
                return BinaryPrimitives.ReadUInt16BigEndian(span[(position - 2)..]);
            case 0xCE:
                position += 4;
                return BinaryPrimitives.ReadUInt32BigEndian(span[(position - 4)..]);
            default:
                position += 8;
                return BinaryPrimitives.ReadInt64BigEndian(span[(position - 8)..]);
        }
    }
}
