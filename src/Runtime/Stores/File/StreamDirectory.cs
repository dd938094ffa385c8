using System.Runtime.InteropServices;

namespace Daybook.Stores;

/// <summary>
/// Where the newest part of each stream stands, by the hash of its id: 16 bytes an entry, at most two thirds full.
/// Different streams may share a hash; whoever asks compares the ids.
/// </summary>
internal sealed class StreamDirectory
{
    private Entry[] _entries = new Entry[64];
    private int _count;

    /// <summary>How many streams there are.</summary>
    internal int Count => _count;

    /// <summary>Finds the next entry with a hash.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="cursor">-1 at first; then left alone.</param>
    /// <param name="segment">The segment of the entry.</param>
    /// <param name="slot">The slot of the entry.</param>
    internal bool TryNext(ulong hash, ref int cursor, out int segment, out int slot)
    {
        int mask = _entries.Length - 1;
        int index = cursor < 0 ? (int)hash & mask : (cursor + 1) & mask;
        for (; _entries[index].Segment != 0; index = (index + 1) & mask)
        {
            if (_entries[index].Hash == hash)
            {
                cursor = index;
                segment = _entries[index].Segment;
                slot = _entries[index].Slot;
                return true;
            }
        }

        segment = 0;
        slot = 0;
        return false;
    }

    internal void Clear()
    {
        _entries = new Entry[64];
        _count = 0;
    }

    internal void Add(ulong hash, int segment, int slot)
    {
        if (3L * (_count + 1) > 2L * _entries.Length)
        {
            Grow();
        }

        Put(new(hash, segment, slot));
        _count++;
    }

    /// <summary>Lets an entry say that the stream's newest part stands elsewhere now.</summary>
    /// <returns>False when there is no such entry.</returns>
    internal bool TryMove(ulong hash, int segment, int slot, int newSegment, int newSlot)
    {
        int cursor = -1;
        while (TryNext(hash, ref cursor, out int foundSegment, out int foundSlot))
        {
            if (foundSegment == segment && foundSlot == slot)
            {
                _entries[cursor] = new(hash, newSegment, newSlot);
                return true;
            }
        }

        return false;
    }

    internal void Remove(ulong hash, int segment, int slot)
    {
        int cursor = -1;
        while (TryNext(hash, ref cursor, out int foundSegment, out int foundSlot))
        {
            if (foundSegment == segment && foundSlot == slot)
            {
                RemoveAt(cursor);
                return;
            }
        }
    }

    private void RemoveAt(int hole)
    {
        _count--;
        int mask = _entries.Length - 1;
        // Entries behind the hole move up, so that no search stops too early.
        for (int index = (hole + 1) & mask; _entries[index].Segment != 0; index = (index + 1) & mask)
        {
            int home = (int)_entries[index].Hash & mask;
            if (((index - home) & mask) >= ((index - hole) & mask))
            {
                _entries[hole] = _entries[index];
                hole = index;
            }
        }

        _entries[hole] = default;
    }

    private void Grow()
    {
        Entry[] old = _entries;
        _entries = new Entry[old.Length * 2];
        foreach (Entry entry in old)
        {
            if (entry.Segment != 0)
            {
                Put(entry);
            }
        }
    }

    private void Put(in Entry entry)
    {
        int mask = _entries.Length - 1;
        int index = (int)entry.Hash & mask;
        while (_entries[index].Segment != 0)
        {
            index = (index + 1) & mask;
        }

        _entries[index] = entry;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(ulong Hash, int Segment, int Slot);
}
