using Daybook.Schema;

namespace Daybook.Stores.Sqlite;

/// <summary>
/// Gives numbers to event types and categories, inside a writing transaction. Such rows are never changed or removed, so they may be
/// remembered once they are committed, whoever else writes.
/// </summary>
internal sealed class Numbers(Connection connection)
{
    private readonly Dictionary<RecordSchema, long> _types = [];
    private readonly Dictionary<string, long> _categories = new(StringComparer.Ordinal);
    private readonly Statement _findType = connection.Prepare("SELECT number FROM types WHERE schema = ?1");
    private readonly Statement _addType = connection.Prepare("INSERT INTO types (number, schema) SELECT coalesce(max(number), 0) + 1, ?1 FROM types RETURNING number");
    private readonly Statement _findCategory = connection.Prepare("SELECT number FROM categories WHERE name = ?1");
    private readonly Statement _addCategory = connection.Prepare("INSERT INTO categories (number, name) SELECT coalesce(max(number), 0) + 1, ?1 FROM categories RETURNING number");

    // An append nearly always brings the same schema object as the append before it.
    private RecordSchema? _lastType;
    private long _lastNumber;

    internal long OfType(RecordSchema schema)
    {
        if (!ReferenceEquals(schema, _lastType))
        {
            if (!_types.TryGetValue(schema, out _lastNumber))
            {
                _types.Add(schema, _lastNumber = Find(_findType, _addType, schema.Text));
            }

            _lastType = schema;
        }

        return _lastNumber;
    }

    /// <summary>The number of a category; 0 for none.</summary>
    internal long OfCategory(string? category)
    {
        if (category is null)
        {
            return 0;
        }

        if (!_categories.TryGetValue(category, out long number))
        {
            _categories.Add(category, number = Find(_findCategory, _addCategory, category));
        }

        return number;
    }

    /// <summary>Forgets everything: what a transaction added went with it.</summary>
    internal void Clear()
    {
        _types.Clear();
        _categories.Clear();
        _lastType = null;
    }

    private static long Find(Statement find, Statement add, string text) => find.Bind(1, text).Number() ?? add.Bind(1, text).Number()!.Value;
}
