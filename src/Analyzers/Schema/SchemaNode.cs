namespace Daybook.Analyzers.Schema;

/// <summary>A type of a schema line (docs/schema.md). What does not belong to its kind is empty.</summary>
internal sealed record SchemaNode
{
    public const string Record = "record";
    public const string Enum = "enum";
    public const string Union = "union";
    public const string Reference = "ref";

    /// <summary>One of the words above, or the name of a scalar or collection.</summary>
    public required string Word { get; init; }

    public bool IsNullable { get; init; }

    /// <summary>The name of an enum, record, union or reference.</summary>
    public string Name { get; init; } = "";

    /// <summary>The integer type of an enum.</summary>
    public string Underlying { get; init; } = "";

    /// <summary>Members of a record by key, cases of a union by tag, elements of a collection or tuple by position.</summary>
    public IReadOnlyList<SchemaPart> Parts { get; init; } = [];

    public IReadOnlyList<SchemaConstant> Constants { get; init; } = [];

    /// <summary>The type as a message names it: without what is inside.</summary>
    public override string ToString()
    {
        string text = Name.Length > 0 ? Name : Parts.Count == 0 ? Word : $"{Word}<{string.Join(", ", Parts.Select(part => part.Type))}>";
        return IsNullable ? text + "?" : text;
    }
}
