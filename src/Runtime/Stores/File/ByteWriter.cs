using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using Daybook.MessagePack;

namespace Daybook.Stores;

/// <summary>Writes the numbers of docs/format.md to the end of a buffer; nothing counts before <see cref="Flush"/>.</summary>
internal ref struct ByteWriter
{
    private readonly PooledBuffer _buffer;
    private byte[] _array;

    internal ByteWriter(PooledBuffer buffer)
    {
        _buffer = buffer;
        _array = buffer.Array;
        Position = buffer.Length;
    }

    internal int Position { get; private set; }

    internal readonly void Flush() => _buffer.Publish(Position);

    internal void Byte(byte value) => Room(1)[0] = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Varint(ulong value)
    {
        Reserve(10);
        while (value >= 0x80)
        {
            _array[Position++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _array[Position++] = (byte)value;
    }

    internal void Count(int value) => Varint((uint)value);

    internal void Signed(long value) => Varint((ulong)((value << 1) ^ (value >> 63)));

    internal void Fixed32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Room(4), value);

    internal void Fixed64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Room(8), value);

    internal void Fixed64(long value) => Fixed64((ulong)value);

    internal void Id(EventId id) => id.Write(Room(16));

    internal void Hash(in ChainHash hash) => hash.Write(Room(ChainHash.Size));

    internal void Bytes(scoped ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    internal void Text(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        Count(length);
        _ = Encoding.UTF8.GetBytes(text, Room(length));
    }

    private Span<byte> Room(int length)
    {
        Reserve(length);
        Span<byte> room = _array.AsSpan(Position, length);
        Position += length;
        return room;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int length)
    {
        if (_array.Length - Position < length)
        {
            _array = _buffer.Grow(Position, length);
        }
    }
}
