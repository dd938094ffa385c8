using System.Buffers;

namespace Daybook.MessagePack;

/// <summary>A growable byte buffer over an array of the shared pool. Not thread-safe; dispose it to give the array back.</summary>
public sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private const int DefaultCapacity = 256;
    private byte[]? array;
    private int length;

    /// <summary>Creates an empty buffer.</summary>
    /// <param name="capacity">Bytes to have room for at first; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is zero or negative.</exception>
    public PooledBuffer(int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        array = ArrayPool<byte>.Shared.Rent(capacity);
    }

    /// <summary>Bytes written so far.</summary>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public int Length
    {
        get
        {
            ObjectDisposedException.ThrowIf(array is null, this);
            return length;
        }
    }

    /// <summary>The bytes written so far; valid until the next write, <see cref="Clear"/> or <see cref="Dispose"/>.</summary>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public ReadOnlySpan<byte> WrittenSpan => Array.AsSpan(0, length);

    /// <summary>The bytes written so far; valid until the next write, <see cref="Clear"/> or <see cref="Dispose"/>.</summary>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public ReadOnlyMemory<byte> WrittenMemory => Array.AsMemory(0, length);

    internal byte[] Array
    {
        get
        {
            ObjectDisposedException.ThrowIf(array is null, this);
            return array;
        }
    }

    /// <summary>Forgets what is written; keeps the array.</summary>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public void Clear() => Truncate(0);

    /// <summary>Forgets what is written after the first <paramref name="length"/> bytes.</summary>
    /// <param name="length">From 0 to <see cref="Length"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is outside that range.</exception>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        this.length = length;
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.Length - length);
        length += count;
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint).AsSpan(length);

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint).AsMemory(length);

    /// <summary>Gives the array back to the pool. Spans and memories handed out become invalid.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref array, null) is { } returned)
        {
            length = 0;
            ArrayPool<byte>.Shared.Return(returned);
        }
    }

    /// <summary>Takes over what a writer put into <see cref="Array"/> up to <paramref name="position"/>.</summary>
    internal void Publish(int position)
    {
        ObjectDisposedException.ThrowIf(array is null, this);
        length = position;
    }

    /// <summary>Makes the array larger for a writer that has not published yet: <see cref="Length"/> stays.</summary>
    /// <param name="used">Bytes at the start to keep.</param>
    /// <param name="needed">Bytes to have room for behind them.</param>
    internal byte[] Grow(int used, int needed)
    {
        var current = Array;
        long size = Math.Max((long)used + needed, Math.Min(current.Length * 2L, System.Array.MaxLength));
        if (size > System.Array.MaxLength)
        {
            throw new InvalidOperationException($"A buffer of {size} bytes is more than an array can hold; split the value.");
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent((int)size);
        current.AsSpan(0, used).CopyTo(larger);
        array = larger;
        ArrayPool<byte>.Shared.Return(current);
        return larger;
    }

    private byte[] Room(int sizeHint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        var current = Array;
        int needed = Math.Max(sizeHint, 1);
        return current.Length - length >= needed ? current : Grow(length, needed);
    }
}
