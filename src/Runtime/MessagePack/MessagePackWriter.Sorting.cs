namespace Daybook.MessagePack;

public ref partial struct MessagePackWriter
{
    /// <summary>
    /// Puts the elements of a set that were just written into ascending order of their encoded bytes, so that equal sets are equal bytes.
    /// <code>
    /// writer.WriteArrayHeader(set.Count);
    /// int start = writer.Position;
    /// foreach (var item in set) writer.Write(item);
    /// writer.SortSet(start, set.Count);
    /// </code>
    /// </summary>
    /// <param name="start"><see cref="Position"/> before the first element.</param>
    /// <param name="count">Number of elements written since.</param>
    /// <exception cref="InvalidOperationException">What stands between <paramref name="start"/> and the position is not that many values.</exception>
    public readonly void SortSet(int start, int count) => Sort(start, count, valuesPerEntry: 1);

    /// <summary>
    /// Puts the entries of a map that were just written into ascending order of their encoded keys, so that equal maps are equal bytes.
    /// <code>
    /// writer.WriteMapHeader(map.Count);
    /// int start = writer.Position;
    /// foreach (var (key, value) in map) { writer.Write(key); writer.Write(value); }
    /// writer.SortMap(start, map.Count);
    /// </code>
    /// </summary>
    /// <param name="start"><see cref="Position"/> before the first key.</param>
    /// <param name="count">Number of entries written since.</param>
    /// <exception cref="InvalidOperationException">What stands between <paramref name="start"/> and the position is not that many entries.</exception>
    public readonly void SortMap(int start, int count) => Sort(start, count, valuesPerEntry: 2);

    private readonly void Sort(int start, int count, int valuesPerEntry)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, position);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count > 1)
        {
            CanonicalOrder.Sort(span[start..position], count, valuesPerEntry);
        }
    }
}
