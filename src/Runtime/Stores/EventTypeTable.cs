using System.Collections.Concurrent;
using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>
/// The event types that a store has met, by index. It only grows; reading is safe from any thread, adding is the
/// store's business under its own lock.
/// </summary>
public sealed class EventTypeTable
{
    private readonly Dictionary<RecordSchema, int> _indexes = [];
    private readonly ConcurrentDictionary<Type, int[]> _maps = new();
    private volatile RecordSchema[] _schemas = [];

    // The schema object last asked for: an append nearly always brings the same one as the append before it.
    private RecordSchema? _lastSchema;
    private int _lastIndex;

    /// <summary>How many types there are.</summary>
    public int Count => _schemas.Length;

    /// <summary>The type at an index.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> − 1.</param>
    public RecordSchema this[int index] => _schemas[index];

    /// <summary>Finds the index of a type. Not safe for concurrent use.</summary>
    /// <param name="schema">The type: its name, schema version and fingerprint count.</param>
    /// <returns>The index, or -1 when the table does not hold the type.</returns>
    public int IndexOf(RecordSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (ReferenceEquals(schema, _lastSchema))
        {
            return _lastIndex;
        }

        if (!_indexes.TryGetValue(schema, out int index))
        {
            return -1;
        }

        _lastSchema = schema;
        _lastIndex = index;
        return index;
    }

    /// <summary>Adds a type behind the last one. Not safe for concurrent use.</summary>
    /// <param name="schema">A type that the table does not hold.</param>
    /// <returns>Its index.</returns>
    public int Add(RecordSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        int index = _schemas.Length;
        _indexes.Add(schema, index);
        _schemas = [.. _schemas, schema];
        return index;
    }

    /// <summary>Finds the index of a type, and adds the type if need be. Not safe for concurrent use.</summary>
    /// <param name="schema">The type: its name, schema version and fingerprint count.</param>
    /// <returns>Its index.</returns>
    public int GetOrAdd(RecordSchema schema)
    {
        int index = IndexOf(schema);
        return index < 0 ? Add(schema) : index;
    }

    /// <summary>For each index a number of the asker's own, kept for the next time that the same asker asks.</summary>
    internal int[] Map(Type asker, Func<RecordSchema, int> numberOf)
    {
        RecordSchema[] schemas = _schemas;
        if (_maps.TryGetValue(asker, out int[]? numbers) && numbers.Length >= schemas.Length)
        {
            return numbers;
        }

        numbers = Array.ConvertAll(schemas, schema => numberOf(schema));
        _maps[asker] = numbers;
        return numbers;
    }
}
