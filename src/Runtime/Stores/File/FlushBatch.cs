using Daybook.MessagePack;

namespace Daybook.Stores;

/// <summary>Groups that go to disk with one write and one flush.</summary>
internal sealed class FlushBatch
{
    internal PooledBuffer Buffer { get; } = new(4096);

    internal List<PendingCommit> Commits { get; } = [];

    internal Segment Segment { get; set; } = null!;

    /// <summary>Where the first group goes.</summary>
    internal int Start { get; set; }

    internal long NextOffset { get; set; }

    internal bool NeedsFlush { get; set; }

    /// <summary>The prepared file that becomes <see cref="Segment"/> first; null when the segment is there.</summary>
    internal IStoreFile? Opens { get; set; }

    /// <summary>For those who wait; null while nobody does.</summary>
    internal TaskCompletionSource? Completion { get; set; }

    /// <summary>Whether there is nothing to do: no group, and no flush of what was written before.</summary>
    internal bool IsEmpty => Commits.Count == 0 && !NeedsFlush;

    internal int End => Start + Buffer.Length;

    internal void Reset(Segment segment, int start, long nextOffset)
    {
        Buffer.Clear();
        Commits.Clear();
        Segment = segment;
        Start = start;
        NextOffset = nextOffset;
        NeedsFlush = false;
        Opens = null;
        Completion = null;
    }
}
