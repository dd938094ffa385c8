using Daybook.Stores;

namespace Daybook.Tests.L0;

/// <summary>A small key-value store in this process, as a server of such would be: lists by key.</summary>
internal sealed class KeyValues
{
    private readonly SortedDictionary<string, List<Value>> _lists = new(StringComparer.Ordinal);

    internal Lock Lock { get; } = new();

    internal EventTypeTable Types { get; } = new();

    internal IEnumerable<string> Keys => _lists.Keys;

    /// <summary>A number that rises with each call.</summary>
    internal long NextOffset { get; set; }

    internal IReadOnlyList<Value> Range(string key) => _lists.GetValueOrDefault(key) ?? [];

    internal void Push(string key, Value value)
    {
        if (!_lists.TryGetValue(key, out List<Value>? list))
        {
            _lists[key] = list = [];
        }

        list.Add(value);
    }

    internal bool Remove(string key) => _lists.Remove(key);

    internal sealed record Value(RecordedEvent Recorded, byte[] Payload, string? Category);
}
