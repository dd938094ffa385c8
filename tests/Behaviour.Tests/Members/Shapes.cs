namespace Daybook.Behaviour.Tests.Members;

/// <summary>Types of the user's own, in every form.</summary>
[Event("members.shapes")]
public readonly partial record struct Shapes(
    Money Money,
    Plain Plain,
    Required Required,
    Derived Derived,
    Pair<Point, Pair<int, string>> Generic,
    Mutable Mutable);
