using System.Collections;

namespace Daybook.Types.Tests;

/// <summary>Shows next to nothing of the interface that it has.</summary>
public sealed class CountDictionary : IDictionary<string, int>
{
    private readonly Dictionary<string, int> _values = [];

    public int this[string key]
    {
        get => _values[key];
        set => _values[key] = value;
    }

    ICollection<string> IDictionary<string, int>.Keys => _values.Keys;

    ICollection<int> IDictionary<string, int>.Values => _values.Values;

    int ICollection<KeyValuePair<string, int>>.Count => _values.Count;

    bool ICollection<KeyValuePair<string, int>>.IsReadOnly => false;

    void IDictionary<string, int>.Add(string key, int value) => _values.Add(key, value);

    void ICollection<KeyValuePair<string, int>>.Add(KeyValuePair<string, int> item) => _values.Add(item.Key, item.Value);

    void ICollection<KeyValuePair<string, int>>.Clear() => _values.Clear();

    bool ICollection<KeyValuePair<string, int>>.Contains(KeyValuePair<string, int> item) => _values.Contains(item);

    bool IDictionary<string, int>.ContainsKey(string key) => _values.ContainsKey(key);

    void ICollection<KeyValuePair<string, int>>.CopyTo(KeyValuePair<string, int>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, int>>)_values).CopyTo(array, arrayIndex);

    IEnumerator<KeyValuePair<string, int>> IEnumerable<KeyValuePair<string, int>>.GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    bool IDictionary<string, int>.Remove(string key) => _values.Remove(key);

    bool ICollection<KeyValuePair<string, int>>.Remove(KeyValuePair<string, int> item) => _values.Remove(item.Key);

    bool IDictionary<string, int>.TryGetValue(string key, out int value) => _values.TryGetValue(key, out value);
}
