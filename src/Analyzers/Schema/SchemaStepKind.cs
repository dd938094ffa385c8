namespace Daybook.Analyzers.Schema;

/// <summary>What a <see cref="SchemaStep"/> leads to.</summary>
internal enum SchemaStepKind
{
    /// <summary>A member of a record or a constant of an enum.</summary>
    Member,

    /// <summary>An element of a collection or a tuple.</summary>
    Element,

    /// <summary>A case of a union.</summary>
    Case,
}
