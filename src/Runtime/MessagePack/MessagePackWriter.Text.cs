using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Daybook.MessagePack;

public ref partial struct MessagePackWriter
{
    /// <summary>Above this many chars the bytes are counted first, so that a long text does not claim three times its size.</summary>
    private const int CountingThreshold = 16 * 1024;

    /// <summary>Writes a text as str, or nil for null. UTF-8; a lone surrogate as its three WTF-8 bytes.</summary>
    /// <param name="value">The text; may be null.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(string? value)
    {
        if (value is null)
        {
            WriteNil();
        }
        else
        {
            Write(value.AsSpan());
        }
    }

    /// <summary>Writes a text as str. UTF-8; a lone surrogate as its three WTF-8 bytes.</summary>
    /// <param name="value">The text.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Write(scoped ReadOnlySpan<char> value)
    {
        if (value.Length <= 31)
        {
            ref byte target = ref Reserve(1 + (31 * 3));
            if (ShortAscii.TryNarrow(ref MemoryMarshal.GetReference(value), value.Length, ref Unsafe.Add(ref target, 1)))
            {
                target = (byte)(MessagePackCode.FixString | value.Length);
                position += 1 + value.Length;
                return;
            }
        }

        WriteAnyText(value);
    }

    /// <summary>Writes UTF-8 bytes as str; they are not checked.</summary>
    /// <param name="utf8">Valid UTF-8.</param>
    public void WriteUtf8(scoped ReadOnlySpan<byte> utf8)
    {
        WriteStringHeader(utf8.Length);
        WriteRaw(utf8);
    }

    /// <summary>Writes the header of a str; that many bytes of UTF-8 must follow.</summary>
    /// <param name="length">Length in bytes; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public void WriteStringHeader(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Reserve(5);
        PutStringHeader(span[position..], StringHeaderSize(length), length);
        position += StringHeaderSize(length);
    }

    private static int StringHeaderSize(int length) => length switch { <= 31 => 1, <= byte.MaxValue => 2, <= ushort.MaxValue => 3, _ => 5 };

    private void WriteAnyText(scoped ReadOnlySpan<char> value)
    {
        // Encoding.UTF8 counts a lone surrogate as the three bytes of U+FFFD, which is also its length in WTF-8.
        int most = value.Length > CountingThreshold ? Encoding.UTF8.GetByteCount(value) : value.Length * 3;
        Reserve(checked(5 + most));
        int header = StringHeaderSize(value.Length);
        var target = span[position..];
        int length = Wtf8.Encode(value, target[header..]);
        int needed = StringHeaderSize(length);
        if (needed != header)
        {
            target.Slice(header, length).CopyTo(target[needed..]);
        }

        PutStringHeader(target, needed, length);
        position += needed + length;
    }

    private static void PutStringHeader(Span<byte> target, int size, int length)
    {
        ref byte first = ref target[0];
        switch (size)
        {
            case 1:
                first = (byte)(MessagePackCode.FixString | length);
                break;
            case 2:
                Put8(ref first, MessagePackCode.String8, (byte)length);
                break;
            case 3:
                Put16(ref first, MessagePackCode.String16, (ushort)length);
                break;
            default:
                Put32(ref first, MessagePackCode.String32, (uint)length);
                break;
        }
    }
}
