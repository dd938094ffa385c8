namespace Daybook.Generator.Model;

/// <summary>How a value is written and read.</summary>
internal enum ValueKind
{
    /// <summary>One call on the writer or reader.</summary>
    Leaf,

    /// <summary>A leaf behind a cast.</summary>
    Enum,

    /// <summary>A helper of its own.</summary>
    Composite,
}
