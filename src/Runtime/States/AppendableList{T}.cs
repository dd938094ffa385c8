using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Daybook;

/// <summary>
/// A list for states that grow item by item: appending costs what is appended, not what is there (amortised), and every older version stays
/// valid. Versions share one buffer; only an append to a version that was appended to before copies. Safe for concurrent use; default is empty.
/// </summary>
/// <typeparam name="T">Type of the items.</typeparam>
/// <remarks>A version keeps the whole shared buffer alive. On the wire and in schemas it is a <c>list</c>.</remarks>
[CollectionBuilder(typeof(AppendableList), nameof(AppendableList.Create))]
[StructLayout(LayoutKind.Auto)]
public readonly struct AppendableList<T> : IReadOnlyList<T>, IEquatable<AppendableList<T>>
{
    private readonly SharedTail<T>? tail;

    internal AppendableList(SharedTail<T>? tail, int count)
    {
        this.tail = tail;
        Count = count;
    }

    /// <summary>Number of items.</summary>
    public int Count { get; }

    /// <summary>Whether there is no item.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The items; which they are never changes.</summary>
    public ReadOnlySpan<T> Span => tail is null ? default : tail.First(Count);

    /// <summary>One item.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <returns>The item there.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such item.</exception>
    public T this[int index] => Span[index];

    /// <summary>Whether both have equal items in the same order.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The same as <see cref="Equals(AppendableList{T})"/>.</returns>
    public static bool operator ==(AppendableList<T> left, AppendableList<T> right) => left.Equals(right);

    /// <summary>Whether they differ in an item.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The opposite of <see cref="Equals(AppendableList{T})"/>.</returns>
    public static bool operator !=(AppendableList<T> left, AppendableList<T> right) => !left.Equals(right);

    /// <summary>Makes a version with one more item at its end; this version stays as it is.</summary>
    /// <param name="item">What to append.</param>
    /// <returns>The new version.</returns>
    public AppendableList<T> Append(T item)
    {
        var target = SharedTail<T>.Claim(tail, Count, 1);
        target.Items[Count] = item;
        return new(target, Count + 1);
    }

    /// <summary>Makes a version with more items at its end; this version stays as it is.</summary>
    /// <param name="items">What to append, in this order.</param>
    /// <returns>The new version.</returns>
    [OverloadResolutionPriority(1)]
    public AppendableList<T> AppendRange(ReadOnlySpan<T> items)
    {
        if (items.IsEmpty)
        {
            return this;
        }

        var target = SharedTail<T>.Claim(tail, Count, items.Length);
        items.CopyTo(target.Items.AsSpan(Count));
        return new(target, Count + items.Length);
    }

    /// <inheritdoc cref="AppendRange(ReadOnlySpan{T})"/>
    public AppendableList<T> AppendRange(AppendableList<T> items) => AppendRange(items.Span);

    /// <inheritdoc cref="AppendRange(ReadOnlySpan{T})"/>
    public AppendableList<T> AppendRange(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var list = this;
        foreach (var item in items)
        {
            list = list.Append(item);
        }

        return list;
    }

    /// <summary>Whether both have equal items in the same order. Versions of one buffer are compared by count alone.</summary>
    /// <param name="other">The other list.</param>
    /// <returns>Whether they are equal by the items' default comparer.</returns>
    public bool Equals(AppendableList<T> other)
        => Count == other.Count && (ReferenceEquals(tail, other.tail) || Span.SequenceEqual(other.Span, EqualityComparer<T>.Default));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AppendableList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in Span)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>The number of items, for logs and debuggers.</summary>
    /// <returns>For instance <c>3 items</c>.</returns>
    public override string ToString() => $"{Count} items";

    /// <summary>Enumerates the items without allocating.</summary>
    /// <returns>An enumerator before the first item.</returns>
    public Enumerator GetEnumerator() => new(tail?.Items ?? [], Count);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Enumerates the items of one version.</summary>
    [StructLayout(LayoutKind.Auto)]
    public struct Enumerator : IEnumerator<T>
    {
        private readonly T[] items;
        private readonly int count;
        private int index = -1;

        internal Enumerator(T[] items, int count)
        {
            this.items = items;
            this.count = count;
        }

        /// <inheritdoc/>
        public readonly T Current => items[index];

        readonly object? IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++index < count;

        /// <inheritdoc/>
        public void Reset() => index = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
