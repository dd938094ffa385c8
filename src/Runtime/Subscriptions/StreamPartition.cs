using System.Runtime.InteropServices;
using Daybook.Stores;

namespace Daybook;

/// <summary>
/// One of several equal shares of all streams. A stream is in the same share in every process and on every machine: the number of its
/// share is a hash of its id (<see cref="IndexOf"/>).
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StreamPartition
{
    /// <summary>Names a share.</summary>
    /// <param name="index">Which one, from 0.</param>
    /// <param name="count">How many there are; at most 4096.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such share.</exception>
    public StreamPartition(int index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
        Index = index;
        Others = count - 1;
    }

    /// <summary>All streams: the only share of one.</summary>
    public static StreamPartition All => default;

    /// <summary>Which share, from 0.</summary>
    public int Index { get; }

    /// <summary>How many shares there are.</summary>
    public int Count => Others + 1;

    internal const int MaxCount = 4096;

    private int Others { get; }

    /// <summary>The number of a stream's share: the 64-bit hash of stream ids in <c>docs/format.md</c>, unsigned, modulo the count.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="count">How many shares there are.</param>
    /// <returns>From 0 to <paramref name="count"/> - 1.</returns>
    public static int IndexOf(string streamId, int count)
    {
        StreamId.ValidateAny(streamId);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return (int)(StreamHash.Of(streamId) % (ulong)count);
    }

    /// <summary>Whether a stream is in this share.</summary>
    /// <param name="streamId">The stream.</param>
    /// <returns>True when it is.</returns>
    public bool Contains(string streamId) => Others == 0 || IndexOf(streamId, Count) == Index;

    /// <summary>The share as text.</summary>
    /// <returns>For instance <c>2-of-4</c>, counted from 0.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Index}-of-{Count}");
}
