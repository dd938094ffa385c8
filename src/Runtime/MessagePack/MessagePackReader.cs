using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Daybook.MessagePack;

/// <summary>
/// Reads MessagePack from bytes that may come from anywhere. Whatever they hold, the only exception is
/// <see cref="MessagePackFormatException"/>, and nothing is allocated before its length was checked against the bytes that are there.
/// </summary>
/// <remarks>Any integer encoding is accepted for any integer type that its value fits. After an exception the position is undefined.</remarks>
public ref partial struct MessagePackReader
{
    private readonly ReadOnlySpan<byte> span;
    private int position;
    private int depth;

    /// <summary>Opens a reader at the first byte.</summary>
    /// <param name="payload">The bytes to read.</param>
    public MessagePackReader(ReadOnlySpan<byte> payload) => span = payload;

    /// <summary>Index, in bytes, of the next value.</summary>
    public readonly int Position => position;

    /// <summary>Bytes left to read.</summary>
    public readonly int Remaining => span.Length - position;

    /// <summary>Whether all bytes are read.</summary>
    public readonly bool End => position == span.Length;

    /// <summary>Looks at the next value without reading it.</summary>
    /// <returns>The family of the next value.</returns>
    /// <exception cref="MessagePackFormatException">There is no next value, or its first byte is the one that is never used.</exception>
    public readonly MessagePackType PeekType() => PeekCode() switch
    {
        <= MessagePackCode.MaxFixInt or >= MessagePackCode.MinNegativeFixInt => MessagePackType.Integer,
        < MessagePackCode.FixArray => MessagePackType.Map,
        < MessagePackCode.FixString => MessagePackType.Array,
        < MessagePackCode.Nil => MessagePackType.String,
        MessagePackCode.Nil => MessagePackType.Nil,
        MessagePackCode.NeverUsed => throw Unexpected("a value", position),
        <= MessagePackCode.True => MessagePackType.Boolean,
        <= MessagePackCode.Binary32 => MessagePackType.Binary,
        <= MessagePackCode.Extension32 => MessagePackType.Extension,
        <= MessagePackCode.Float64 => MessagePackType.Float,
        <= MessagePackCode.Int64 => MessagePackType.Integer,
        <= MessagePackCode.FixExtension16 => MessagePackType.Extension,
        <= MessagePackCode.String32 => MessagePackType.String,
        <= MessagePackCode.Array32 => MessagePackType.Array,
        _ => MessagePackType.Map,
    };

    /// <summary>Counts one level of nesting. Call it before the header of every array and map that holds others' values.</summary>
    /// <exception cref="MessagePackFormatException">64 levels are open already.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter()
    {
        if (depth >= MessagePackCode.MaxDepth)
        {
            ThrowTooDeep();
        }

        depth++;
    }

    /// <summary>Closes the level that <see cref="Enter"/> opened.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit() => depth--;

    /// <summary>Opens an array that holds others' values: counts a level of nesting and reads the header.</summary>
    /// <returns>Number of elements: at most as many as bytes are left.</returns>
    /// <exception cref="MessagePackFormatException">The next value is no array, is longer than the bytes that are left, or stands too deep.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int EnterArray()
    {
        Enter();
        return ReadArrayHeader();
    }

    /// <summary>Opens a map: counts a level of nesting and reads the header.</summary>
    /// <returns>Number of entries: at most half as many as bytes are left.</returns>
    /// <exception cref="MessagePackFormatException">The next value is no map, is longer than the bytes that are left, or stands too deep.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int EnterMap()
    {
        Enter();
        return ReadMapHeader();
    }

    /// <summary>Closes an array behind its last element: skips those that the reader's program does not know.</summary>
    /// <param name="count">What <see cref="EnterArray"/> gave.</param>
    /// <param name="known">How many elements are read, if there were as many.</param>
    /// <exception cref="MessagePackFormatException">What is skipped is not MessagePack.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ExitArray(int count, int known)
    {
        for (; known < count; known++)
        {
            Skip();
        }

        Exit();
    }

    /// <summary>Reads nil if it is next.</summary>
    /// <returns>Whether nil was next and is read now.</returns>
    /// <exception cref="MessagePackFormatException">There is no next value.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadNil()
    {
        if (PeekCode() != MessagePackCode.Nil)
        {
            return false;
        }

        position++;
        return true;
    }

    /// <summary>Reads true or false.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadBoolean()
    {
        byte code = PeekCode();
        if ((code | 1) != MessagePackCode.True)
        {
            ThrowUnexpected("a boolean");
        }

        position++;
        return code == MessagePackCode.True;
    }

    /// <summary>Reads the header of an array.</summary>
    /// <returns>Number of elements; at most the number of bytes left.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, or fewer bytes are left than there are elements.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadArrayHeader()
    {
        int start = position;
        uint count = (uint)PeekCode() - MessagePackCode.FixArray;
        if (count < 16)
        {
            position++;
        }
        else
        {
            count = ReadLongCount(MessagePackCode.Array16, "an array");
        }

        return count <= (uint)Remaining ? (int)count : throw TooShort(start);
    }

    /// <summary>Reads the header of a map.</summary>
    /// <returns>Number of entries; at most half the number of bytes left.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, or too few bytes are left for that many entries.</exception>
    public int ReadMapHeader()
    {
        int start = position;
        uint count = (uint)PeekCode() - MessagePackCode.FixMap;
        if (count < 16)
        {
            position++;
        }
        else
        {
            count = ReadLongCount(MessagePackCode.Map16, "a map");
        }

        return count <= (uint)Remaining / 2 ? (int)count : throw TooShort(start);
    }

    private uint ReadLongCount(byte code16, string expected)
    {
        byte code = PeekCode();
        if (code == code16)
        {
            return Take16();
        }

        return code == code16 + 1 ? Take32() : throw Unexpected(expected, position);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte PeekCode()
    {
        if ((uint)position >= (uint)span.Length)
        {
            ThrowTooShort();
        }

        return span[position];
    }

    private readonly MessagePackFormatException Unexpected(string expected, int at)
        => new($"Expected {expected}, found code 0x{span[at]:x2}.", at);

    private static MessagePackFormatException TooShort(int start) => new("The value needs more bytes than there are.", start);

    [DoesNotReturn]
    private readonly void ThrowUnexpected(string expected) => throw Unexpected(expected, position);

    [DoesNotReturn]
    private readonly void ThrowTooShort() => throw TooShort(position);

    [DoesNotReturn]
    private readonly void ThrowTooDeep()
        => throw new MessagePackFormatException($"The value is nested more than {MessagePackCode.MaxDepth} levels deep.", position);
}
