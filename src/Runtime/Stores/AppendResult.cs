using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Daybook;

/// <summary>Where the events of an append stand.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AppendResult
{
    /// <summary>Says where events stand whose offsets follow each other.</summary>
    /// <param name="firstSequence">The sequence of the first event.</param>
    /// <param name="count">How many events there are.</param>
    /// <param name="firstOffset">The offset of the first event.</param>
    public AppendResult(long firstSequence, int count, long firstOffset)
    {
        FirstSequence = firstSequence;
        Count = count;
        FirstOffset = firstOffset;
    }

    /// <summary>Says where the events of a repeated append stand.</summary>
    /// <param name="firstSequence">The sequence of the first event.</param>
    /// <param name="offsets">The offset of every event.</param>
    public AppendResult(long firstSequence, ImmutableArray<long> offsets)
        : this(firstSequence, offsets.Length, offsets.IsDefaultOrEmpty ? 0 : offsets[0])
    {
        WasRepeated = true;
        Offsets = offsets;
    }

    /// <summary>The sequence of the first event.</summary>
    public long FirstSequence { get; }

    /// <summary>How many events were appended.</summary>
    public int Count { get; }

    /// <summary>The offset of the first event.</summary>
    public long FirstOffset { get; }

    /// <summary>The sequence of the last event.</summary>
    public long LastSequence => FirstSequence + Count - 1;

    /// <summary>The stream's version right after the last of these events.</summary>
    public long Version => FirstSequence + Count;

    /// <summary>Whether the events stood in the stream already, so that nothing was written.</summary>
    public bool WasRepeated { get; }

    private ImmutableArray<long> Offsets { get; }

    /// <summary>The offset of one of the events.</summary>
    /// <param name="index">Which one, from 0.</param>
    /// <returns>Its offset.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such event.</exception>
    public long OffsetOf(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return Offsets.IsDefault ? FirstOffset + index : Offsets[index];
    }
}
