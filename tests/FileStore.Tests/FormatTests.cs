using System.Buffers.Binary;
using System.Text;
using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

/// <summary>Reads a segment with nothing but docs/format.md.</summary>
public sealed class FormatTests
{
    [Fact]
    public async Task A_segment_is_as_the_specification_says()
    {
        using var directory = new TestDirectory();
        EventId id = TestAppends.NextId();
        var at = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero);
        await using (var store = FileEventStore.Open(directory.Store))
        {
            using var batch = new AppendBatch();
            batch.Start("cart-é", "cart");
            batch.AddText("one", id, new() { Actor = "ada" }, at: at);
            batch.AddText("two", at: at.AddSeconds(-1));
            _ = await store.AppendAsync(batch);
        }

        byte[] bytes = await File.ReadAllBytesAsync(Path.Combine(directory.Store, "00000001.log"));
        Assert.Equal("DAYBKLOG", Encoding.ASCII.GetString(bytes, 0, 8));
        Assert.Equal(1, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)));
        Assert.Equal(Crc(bytes[..60]), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(60)));
        long baseTimestamp = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(40));
        int length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(64));
        byte[] body = bytes[72..(72 + length)];
        Assert.Equal(Crc([.. body, .. bytes[64..68]]), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(68)));
        int p = 0;
        Assert.Equal(0xC1, body[p++]);
        Assert.Equal((1UL, 0UL), (Varint(), Varint()));
        Assert.Equal((0, 1UL), (body[p++], Varint()));
        Assert.Equal(TestAppends.Token.Fingerprint, BinaryPrimitives.ReadUInt64LittleEndian(Take(8)));
        Assert.Equal(("token", TestAppends.Token.Text), (Text(), Text()));
        Assert.Equal((1, "cart-é", 1, "cart", 0UL), (body[p++], Text(), body[p++], Text(), Varint()));
        Assert.Equal((0UL, 0UL, 0UL), (Varint(), Varint(), Varint()));
        Assert.Equal(at.Ticks, baseTimestamp + Signed());
        Assert.Equal(1UL, Varint());
        Assert.Equal("95-C0-C0-A3-61-64-61-C0-80", BitConverter.ToString(Take((int)Varint())));
        Assert.Equal((2UL, 1, 0UL, 0L), (Varint(), body[p++], Varint(), Signed()));
        Assert.Equal(id.ToGuid(), new Guid(Take(16), bigEndian: true));
        Assert.Equal(0UL, Varint());
        Assert.Equal("91-A3-6F-6E-65", BitConverter.ToString(Take((int)Varint())));
        Assert.Equal((0, 0UL, -TimeSpan.TicksPerSecond), (body[p++], Varint(), Signed()));
        _ = Take(16);
        Assert.Equal("91-A3-74-77-6F", BitConverter.ToString(Take((int)Varint())));
        Assert.Equal(body.Length, p);
        byte[] end = await File.ReadAllBytesAsync(Path.Combine(directory.Store, "durable-end"));
        Assert.Equal(72 + length, BinaryPrimitives.ReadInt64LittleEndian(end));
        Assert.Equal((72 + length) ^ 0x444E45424C425944, BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(8)));

        ulong Varint()
        {
            ulong value = 0;
            for (int shift = 0; ; shift += 7)
            {
                byte next = body[p++];
                value |= (ulong)(next & 0x7F) << shift;
                if (next < 0x80)
                {
                    return value;
                }
            }
        }

        long Signed() => Varint() is var value ? (long)(value >> 1) ^ -(long)(value & 1) : 0;

        byte[] Take(int count) => body[p..(p += count)];

        string Text() => Encoding.UTF8.GetString(Take((int)Varint()));
    }

    // CRC-32C, bit by bit.
    private static uint Crc(byte[] bytes)
    {
        uint crc = ~0u;
        foreach (byte single in bytes)
        {
            crc ^= single;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
            }
        }

        return ~crc;
    }
}
