using Daybook.Generator.Equatable;

namespace Daybook.Generator.Model;

/// <summary>A record, class or struct: an array of its members by key.</summary>
internal sealed record RecordComposite : Composite
{
    /// <summary>Whether a value may be of a derived type, whose further members would be lost.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>The members in order of their keys.</summary>
    public required EquatableArray<MemberModel> Members { get; init; }

    /// <summary>What the constructor takes, as expressions.</summary>
    public required EquatableArray<string> Arguments { get; init; }

    /// <summary>The members that the object initializer sets, as indices.</summary>
    public required EquatableArray<int> Initializers { get; init; }

    /// <summary>The members that the object initializer must set, as indices.</summary>
    public required EquatableArray<int> Required { get; init; }

    /// <summary>The state that members take their comparers from, as an expression; empty where none does.</summary>
    public string Initial { get; init; } = "";
}
