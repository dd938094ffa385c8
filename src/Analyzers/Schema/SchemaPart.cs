namespace Daybook.Analyzers.Schema;

/// <summary>A type inside another one.</summary>
/// <param name="Key">The key of a member, the tag of a case, the position of an element.</param>
/// <param name="Name">The name of a member; else empty.</param>
/// <param name="Type">The type.</param>
/// <param name="Default">What a member is when it is missing; null for the default of its type.</param>
internal sealed record SchemaPart(int Key, string Name, SchemaNode Type, string? Default = null);
