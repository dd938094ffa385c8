using System.Buffers;
using System.Runtime.InteropServices;

namespace Daybook.MessagePack;

/// <summary>Sorts encoded entries in place by the bytes of their first value. Nothing is allocated: the stack for few and small ones, the pool for others.</summary>
internal static class CanonicalOrder
{
    private const int FewEntries = 32;
    private const int SmallBytes = 1024;

    public static void Sort(Span<byte> bytes, int count, int valuesPerEntry)
    {
        Entry[]? rented = count > FewEntries ? ArrayPool<Entry>.Shared.Rent(count) : null;
        Span<Entry> entries = rented is null ? stackalloc Entry[FewEntries] : rented;
        entries = entries[..count];
        try
        {
            if (!Find(bytes, entries, valuesPerEntry))
            {
                HeapSort(bytes, entries);
                Rearrange(bytes, entries);
            }
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<Entry>.Shared.Return(rented);
            }
        }
    }

    /// <summary>Finds the entries; true when they are in order already.</summary>
    private static bool Find(ReadOnlySpan<byte> bytes, Span<Entry> entries, int valuesPerEntry)
    {
        var reader = new MessagePackReader(bytes);
        bool sorted = true;
        for (int i = 0; i < entries.Length; i++)
        {
            int start = reader.Position;
            if (reader.End)
            {
                throw WrongCount(entries.Length);
            }

            reader.Skip();
            int keyLength = reader.Position - start;
            if (valuesPerEntry == 2)
            {
                reader.Skip();
            }

            entries[i] = new(start, keyLength, reader.Position - start);
            sorted = sorted && (i == 0 || Compare(bytes, entries[i - 1], entries[i]) <= 0);
        }

        return reader.End ? sorted : throw WrongCount(entries.Length);
    }

    // Not Span.Sort: its comparer would have to be boxed and could not hold the span.
    private static void HeapSort(ReadOnlySpan<byte> bytes, Span<Entry> entries)
    {
        for (int root = (entries.Length / 2) - 1; root >= 0; root--)
        {
            SiftDown(bytes, entries, root);
        }

        for (int end = entries.Length - 1; end > 0; end--)
        {
            (entries[0], entries[end]) = (entries[end], entries[0]);
            SiftDown(bytes, entries[..end], 0);
        }
    }

    private static void SiftDown(ReadOnlySpan<byte> bytes, Span<Entry> heap, int root)
    {
        while (true)
        {
            int child = (root * 2) + 1;
            if (child >= heap.Length)
            {
                return;
            }

            if (child + 1 < heap.Length && Compare(bytes, heap[child], heap[child + 1]) < 0)
            {
                child++;
            }

            if (Compare(bytes, heap[root], heap[child]) >= 0)
            {
                return;
            }

            (heap[root], heap[child]) = (heap[child], heap[root]);
            root = child;
        }
    }

    private static void Rearrange(Span<byte> bytes, ReadOnlySpan<Entry> entries)
    {
        byte[]? rented = bytes.Length > SmallBytes ? ArrayPool<byte>.Shared.Rent(bytes.Length) : null;
        Span<byte> copy = rented is null ? stackalloc byte[SmallBytes] : rented;
        bytes.CopyTo(copy);
        int position = 0;
        foreach (var entry in entries)
        {
            copy.Slice(entry.Start, entry.Length).CopyTo(bytes[position..]);
            position += entry.Length;
        }

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static int Compare(ReadOnlySpan<byte> bytes, Entry left, Entry right)
        => bytes.Slice(left.Start, left.KeyLength).SequenceCompareTo(bytes.Slice(right.Start, right.KeyLength));

    private static InvalidOperationException WrongCount(int count) => new($"The bytes written are not {count} entries.");

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(int Start, int KeyLength, int Length);
}
