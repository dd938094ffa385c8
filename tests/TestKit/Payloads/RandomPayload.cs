using System.Text.Json;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Tests;

/// <summary>Writes random values that follow a schema.</summary>
internal sealed class RandomPayload(Random random, bool loneSurrogates = true)
{
    public byte[] Bytes(RecordSchema schema)
    {
        using var buffer = new PooledBuffer();
        var writer = new MessagePackWriter(buffer);
        Write(ref writer, schema.Record, 4);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public void Write(ref MessagePackWriter writer, WireType declared, int depth)
    {
        var type = declared.Target;
        if (declared.IsNullable && (depth <= 0 || random.Next(4) == 0))
        {
            writer.WriteNil();
            return;
        }

        switch (type.Kind)
        {
            case WireKind.Record:
                WriteRecord(ref writer, type, depth);
                break;
            case WireKind.List or WireKind.Set or WireKind.Map:
                WriteCollection(ref writer, type, depth);
                break;
            case WireKind.Tuple:
                writer.WriteArrayHeader(type.Arguments.Length);
                foreach (var argument in type.Arguments)
                {
                    Write(ref writer, argument, depth - 1);
                }

                break;
            case WireKind.Union:
                var @case = type.Cases[random.Next(type.Cases.Length)];
                writer.WriteArrayHeader(2);
                writer.Write(@case.Tag);
                Write(ref writer, @case.Type, depth - 1);
                break;
            default:
                WriteScalar(ref writer, type);
                break;
        }
    }

    private void WriteRecord(ref MessagePackWriter writer, WireType type, int depth)
    {
        int count = type.Members.IsEmpty ? 0 : type.Members[^1].Key + 1;
        writer.WriteArrayHeader(count);
        for (int key = 0; key < count; key++)
        {
            if (type.Members.FirstOrDefault(member => member.Key == key) is { } present)
            {
                Write(ref writer, present.Type, depth - 1);
            }
            else
            {
                writer.WriteNil();
            }
        }
    }

    private void WriteCollection(ref MessagePackWriter writer, WireType type, int depth)
    {
        int count = depth <= 0 ? 0 : random.Next(4);
        if (type.Kind == WireKind.Map)
        {
            writer.WriteMapHeader(count);
        }
        else
        {
            writer.WriteArrayHeader(count);
        }

        for (int i = 0; i < count; i++)
        {
            foreach (var argument in type.Arguments)
            {
                Write(ref writer, argument, depth - 1);
            }
        }
    }

    private void WriteScalar(ref MessagePackWriter writer, WireType type)
    {
        long number = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
        switch (type.Kind == WireKind.Enum ? type.Underlying : type.Kind)
        {
            case WireKind.Boolean: writer.Write(number > 0); break;
            case WireKind.Int8: writer.Write((sbyte)number); break;
            case WireKind.Int16: writer.Write((short)number); break;
            case WireKind.Int32: writer.Write((int)number); break;
            case WireKind.Int64: writer.Write(number); break;
            case WireKind.UInt8: writer.Write((byte)number); break;
            case WireKind.UInt16: writer.Write((ushort)number); break;
            case WireKind.Char: writer.Write((char)(loneSurrogates ? number : number & 0x7ff)); break;
            case WireKind.UInt32: writer.Write((uint)number); break;
            case WireKind.UInt64: writer.Write((ulong)number); break;
            case WireKind.Float32: writer.Write(BitConverter.Int32BitsToSingle((int)number)); break;
            case WireKind.Float64: writer.Write(BitConverter.Int64BitsToDouble(number)); break;
            case WireKind.Decimal: writer.Write(new decimal((int)number, (int)(number >> 8), 5, number < 0, (byte)random.Next(29))); break;
            case WireKind.Bytes: writer.Write(BitConverter.GetBytes(number)); break;
            case WireKind.Guid: writer.Write(new Guid((int)number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)); break;
            case WireKind.DateTime: writer.Write(DateTime.UnixEpoch.AddTicks(number >> 4)); break;
            case WireKind.DateTimeOffset: writer.Write(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(random.Next(-840, 841)))); break;
            case WireKind.TimeSpan: writer.Write(new TimeSpan(number)); break;
            case WireKind.Date: writer.Write(DateOnly.FromDayNumber((int)(number & 0xfffff))); break;
            case WireKind.Time: writer.Write(new TimeOnly(number & 0xfffffffff)); break;
            case WireKind.Version: writer.Write(new Version(1, random.Next())); break;
            case WireKind.Json: writer.Write(JsonElement.Parse("""[1, {"a": "\ud800"}]""")); break;
            case WireKind.Uri: writer.Write(new Uri("a/b", UriKind.Relative)); break;
            default: writer.Write(random.Next(3) == 0 ? (loneSurrogates ? "a\ud800\"b\n\u2028" : "a\ud83d\ude00\"b\n\u2028") : new string('é', random.Next(100))); break;
        }
    }
}
