namespace Daybook.Behaviour.Library;

/// <summary>A constructor that takes more than the member has, and something with a default.</summary>
public sealed class Tags(IEnumerable<string?>? items, int capacity = 4)
{
    public IReadOnlyList<string?> Items { get; } = Fill(items, capacity);

    private static List<string?> Fill(IEnumerable<string?>? items, int capacity)
    {
        var list = new List<string?>(capacity);
        list.AddRange(items ?? []);
        return list;
    }
}
