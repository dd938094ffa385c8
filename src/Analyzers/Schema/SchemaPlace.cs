namespace Daybook.Analyzers.Schema;

/// <summary>Which token is to blame for a change.</summary>
internal enum SchemaPlace
{
    /// <summary>The name of the member or constant.</summary>
    Name,

    /// <summary>The key of the member, if it was given one.</summary>
    Key,

    /// <summary>The type of the member.</summary>
    Type,

    /// <summary>The default of the member, if it has one.</summary>
    Default,

    /// <summary>The name in the declaration of the type.</summary>
    Declaration,
}
