namespace Daybook.Analyzers.Schema;

/// <summary>A step from a type to one inside it.</summary>
/// <param name="Name">The name of a member or constant; empty for an element.</param>
/// <param name="Position">The position of an element.</param>
internal readonly record struct SchemaStep(string Name, int Position);
