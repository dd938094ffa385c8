using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Daybook.MessagePack;

/// <summary>
/// Writes MessagePack into a <see cref="PooledBuffer"/>, after what the buffer holds already. Values take their smallest encoding; .NET types
/// have the layouts of MessagePack-CSharp 3.x's standard resolver.
/// </summary>
/// <remarks>
/// The writer keeps its position to itself until <see cref="Flush"/>: only then does the buffer's length include what was written, so a write
/// that fails half-way leaves nothing behind. Pass a writer by reference only, and do not touch the buffer, nor open a second writer on it,
/// between the first write and the flush.
/// </remarks>
public ref partial struct MessagePackWriter
{
    private readonly PooledBuffer buffer;
    private Span<byte> span;
    private int position;
    private int depth;

    /// <summary>Opens a writer at the end of a buffer.</summary>
    /// <param name="buffer">Where the bytes go.</param>
    /// <exception cref="ArgumentNullException"><paramref name="buffer"/> is null.</exception>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public MessagePackWriter(PooledBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        this.buffer = buffer;
        span = buffer.Array;
        position = buffer.Length;
    }

    /// <summary>Index in the buffer, in bytes, where the next value will stand.</summary>
    public readonly int Position => position;

    /// <summary>Publishes the position: the buffer's length now includes everything written. The writer can go on afterwards.</summary>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public readonly void Flush() => buffer.Publish(position);

    /// <summary>Counts one level of nesting. Call it before the header of every array and map that holds others' values.</summary>
    /// <exception cref="MessagePackDepthException">64 levels are open already.</exception>
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

    /// <summary>Opens an array that holds others' values: counts a level of nesting and writes the header. <see cref="Exit"/> closes it.</summary>
    /// <param name="count">Number of elements; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="MessagePackDepthException">64 levels are open already.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EnterArray(int count)
    {
        Enter();
        WriteArrayHeader(count);
    }

    /// <summary>Opens a map: counts a level of nesting and writes the header. <see cref="Exit"/> closes it.</summary>
    /// <param name="count">Number of entries; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="MessagePackDepthException">64 levels are open already.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EnterMap(int count)
    {
        Enter();
        WriteMapHeader(count);
    }

    /// <summary>Opens the array of a record that other records may derive from. <see cref="Exit"/> closes it.</summary>
    /// <param name="value">The record.</param>
    /// <param name="type">The type whose members are going to be written.</param>
    /// <param name="count">Number of elements; not negative.</param>
    /// <exception cref="ArgumentException">The record is of a derived type: what that adds would be lost.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="MessagePackDepthException">64 levels are open already.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EnterRecord(object value, Type type, int count)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.GetType() != type)
        {
            ThrowDerived(value, type);
        }

        EnterArray(count);
    }

    /// <summary>Writes nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteNil() => WriteCode(MessagePackCode.Nil);

    /// <summary>Writes true or false.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(bool value) => WriteCode(value ? MessagePackCode.True : MessagePackCode.False);

    /// <summary>Writes the header of an array; <paramref name="count"/> values must follow.</summary>
    /// <param name="count">Number of elements; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteArrayHeader(int count)
    {
        if ((uint)count < 16)
        {
            WriteCode((byte)(MessagePackCode.FixArray | count));
        }
        else
        {
            WriteLength(count, MessagePackCode.Array16, MessagePackCode.Array32);
        }
    }

    /// <summary>Writes the header of a map; <paramref name="count"/> pairs of key and value must follow.</summary>
    /// <param name="count">Number of entries; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteMapHeader(int count)
    {
        if ((uint)count < 16)
        {
            WriteCode((byte)(MessagePackCode.FixMap | count));
        }
        else
        {
            WriteLength(count, MessagePackCode.Map16, MessagePackCode.Map32);
        }
    }

    /// <summary>Copies bytes that are MessagePack already; they are not checked.</summary>
    /// <param name="value">One or more whole values, or a part that makes sense at this place.</param>
    public void WriteRaw(scoped ReadOnlySpan<byte> value)
    {
        Reserve(value.Length);
        value.CopyTo(span[position..]);
        position += value.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteCode(byte code)
    {
        Reserve(1) = code;
        position++;
    }

    private void WriteLength(int count, byte code16, byte code32)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ref byte target = ref Reserve(5);
        position += count <= ushort.MaxValue ? Put16(ref target, code16, (ushort)count) : Put32(ref target, code32, (uint)count);
    }

    /// <summary>Makes room; the reference is valid until the next call. The only capacity check of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [UnscopedRef]
    private ref byte Reserve(int size)
    {
        if (span.Length - position < size)
        {
            Grow(size);
        }

        return ref Unsafe.Add(ref MemoryMarshal.GetReference(span), (uint)position);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int size) => span = buffer.Grow(position, size);

    [DoesNotReturn]
    private static void ThrowDerived(object value, Type? type)
        => throw new ArgumentException($"{value.GetType().Name} derives from {type?.Name}; what it adds would be lost.", nameof(value));

    [DoesNotReturn]
    private static void ThrowTooDeep()
        => throw new MessagePackDepthException($"The value is nested more than {MessagePackCode.MaxDepth} levels deep; flatten it.");
}
