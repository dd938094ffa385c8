using Daybook.Generator.Equatable;

namespace Daybook.Generator.Model;

/// <summary>A closed union: an array of a tag and the case's body.</summary>
internal sealed record UnionComposite : Composite
{
    /// <summary>The cases, those that derive from others first, so that the first one that fits is the right one.</summary>
    public required EquatableArray<UnionCaseModel> Cases { get; init; }
}
