using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>The event types that one group uses, and those among them that its segment has yet to define.</summary>
internal sealed class TypeDefinitions(EventTypeTable types)
{
    private readonly List<RecordSchema> _new = [];
    private RecordSchema? _last;
    private int _lastIndex;

    /// <summary>What the group defines; new to the store where it does not know them yet.</summary>
    internal IReadOnlyList<RecordSchema> New => _new;

    internal void Clear()
    {
        _new.Clear();
        _last = null;
    }

    /// <summary>The index that a type has or gets.</summary>
    internal int Add(RecordSchema schema, LiveSegment segment)
    {
        if (!ReferenceEquals(schema, _last))
        {
            int index = types.IndexOf(schema);
            if ((index < 0 || !segment.Defines(index)) && !_new.Contains(schema))
            {
                _new.Add(schema);
            }

            _last = schema;
            _lastIndex = index < 0 ? IndexOf(schema) : index;
        }

        return _lastIndex;
    }

    internal void Write(ref ByteWriter writer)
    {
        writer.Count(_new.Count);
        foreach (RecordSchema schema in _new)
        {
            WriteOne(ref writer, IndexOf(schema), schema);
        }
    }

    internal static void WriteOne(ref ByteWriter writer, int index, RecordSchema schema)
    {
        writer.Count(index);
        writer.Byte((byte)schema.Kind);
        writer.Count(schema.Version);
        writer.Fixed64(schema.Fingerprint);
        writer.Text(schema.Name);
        writer.Text(schema.Text);
    }

    // A type that is new to the store gets its index from its place among the definitions.
    private int IndexOf(RecordSchema schema)
    {
        int index = types.IndexOf(schema);
        if (index >= 0)
        {
            return index;
        }

        index = types.Count;
        foreach (RecordSchema definition in _new)
        {
            if (definition.Equals(schema))
            {
                break;
            }

            index += types.IndexOf(definition) < 0 ? 1 : 0;
        }

        return index;
    }
}
