namespace Daybook;

/// <summary>Makes <see cref="AppendableList{T}"/>s.</summary>
public static class AppendableList
{
    /// <summary>Copies items into a list; the target of collection expressions.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The list.</returns>
    public static AppendableList<T> Create<T>(ReadOnlySpan<T> items) => default(AppendableList<T>).AppendRange(items);

    /// <summary>Makes a list of an array without copying it; for code that has just filled the array, such as a deserializer.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="items">The items; the caller gives the array away and never writes to it again.</param>
    /// <returns>The list.</returns>
    public static AppendableList<T> TakeOver<T>(T[] items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Length == 0 ? default : new(new(items, items.Length), items.Length);
    }
}
