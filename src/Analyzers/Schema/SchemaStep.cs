namespace Daybook.Analyzers.Schema;

/// <summary>A step from a type to one inside it.</summary>
/// <param name="Kind">What it leads to.</param>
/// <param name="Name">The name of a member or constant; else empty.</param>
/// <param name="Number">The position of an element or the tag of a case; else 0.</param>
internal readonly record struct SchemaStep(SchemaStepKind Kind, string Name, int Number)
{
    public static SchemaStep Member(string name) => new(SchemaStepKind.Member, name, 0);

    public static SchemaStep Element(int position) => new(SchemaStepKind.Element, "", position);

    public static SchemaStep Case(int tag) => new(SchemaStepKind.Case, "", tag);
}
