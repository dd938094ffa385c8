using Daybook.Schema;

namespace Daybook.Stores.Sqlite;

/// <summary>The event types by their numbers in the database, as far as some connection has met them.</summary>
internal sealed class TypeNumbers(string path)
{
    private const long Most = 1_000_000;
    private readonly Lock _lock = new();

    // Numbers are small and dense: they are given away by a table that only grows.
    private volatile int[] _indexes = [];

    internal EventTypeTable Table { get; } = new();

    /// <summary>The index in <see cref="Table"/> of a type that an event was committed with.</summary>
    internal int IndexOf(long number, Connection connection)
    {
        if (TryFind(number, out int index))
        {
            return index;
        }

        Load(connection);
        return TryFind(number, out index) ? index : throw Corrupt(number);
    }

    /// <summary>The numbers of all types of a name and version.</summary>
    internal List<long> NumbersOf(EventType type, Connection connection)
    {
        Load(connection);
        var numbers = new List<long>();
        int[] indexes = _indexes;
        for (int number = 1; number < indexes.Length; number++)
        {
            if (indexes[number] >= 0
                && Table[indexes[number]] is var schema
                && schema.Version == type.Version
                && string.Equals(schema.Name, type.Name, StringComparison.Ordinal))
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    private bool TryFind(long number, out int index)
    {
        int[] indexes = _indexes;
        index = number > 0 && number < indexes.Length ? indexes[number] : -1;
        return index >= 0;
    }

    private void Load(Connection connection)
    {
        lock (_lock)
        {
            int[] indexes = _indexes;
            using Rows rows = connection.Cached("SELECT number, schema FROM types WHERE number >= ?1 ORDER BY number").Bind(1, indexes.Length).Run();
            while (rows.Next())
            {
                int number = rows.Number(0) is > 0 and <= Most and var sound ? (int)sound : throw Corrupt(rows.Number(0));
                int known = indexes.Length;
                Array.Resize(ref indexes, number + 1);
                Array.Fill(indexes, -1, known, number + 1 - known);
                indexes[number] = Add(rows.Text(1)!);
            }

            _indexes = indexes;
        }
    }

    private CorruptEventException Corrupt(long number) => new($"There is no event type {number}", path, -1, -1);

    private int Add(string text)
    {
        try
        {
            var schema = new RecordSchema(text);
            int index = Table.IndexOf(schema);
            return index < 0 ? Table.Add(schema) : index;
        }
        catch (SchemaFormatException exception)
        {
            throw new CorruptEventException($"The type '{text}' cannot be read", path, -1, -1, exception);
        }
    }
}
