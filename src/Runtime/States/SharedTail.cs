using System.Runtime.CompilerServices;

namespace Daybook;

/// <summary>
/// The array behind persistent appendable values. Every version sees a prefix of it; whoever stands at its end and is first may write on,
/// everyone else copies. What is claimed never changes again, so versions need no lock.
/// </summary>
internal sealed class SharedTail<T>(T[] items, int claimed)
{
    private const int SmallestCapacity = 16;
    private int claimed = claimed;

    public T[] Items { get; } = items;

    /// <summary>Makes room for <paramref name="count"/> items behind the first <paramref name="length"/>, here or in a copy.</summary>
    public static SharedTail<T> Claim(SharedTail<T>? tail, int length, int count)
    {
        int end = checked(length + count);
        if (tail is not null && end <= tail.Items.Length && Interlocked.CompareExchange(ref tail.claimed, end, length) == length)
        {
            return tail;
        }

        long doubled = Math.Min(Math.Max(2L * length, SmallestCapacity), Array.MaxLength);
        var items = new T[Math.Max(end, (int)doubled)];
        tail?.Items.AsSpan(0, length).CopyTo(items);
        return new(items, end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<T> First(int length) => new(Items, 0, length);
}
