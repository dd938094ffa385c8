namespace Daybook.Analyzers.Schema;

/// <summary>Which token is to blame for a change.</summary>
internal enum SchemaPlace
{
    /// <summary>The name of the member or constant; the type in the attribute that lists the case.</summary>
    Name,

    /// <summary>The key of the member, if it was given one; the tag of the case.</summary>
    Key,

    /// <summary>The type of the member, or the formatter that it is recorded by.</summary>
    Type,

    /// <summary>The default of the member, if it has one.</summary>
    Default,

    /// <summary>The name in the declaration of the type.</summary>
    Declaration,

    /// <summary>The name of the member that is not recorded any more, if it is still there; else the name of its type.</summary>
    Missing,
}
