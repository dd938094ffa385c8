namespace Daybook.Generator.Model;

/// <summary>A member of a record.</summary>
internal sealed record MemberModel
{
    public required int Key { get; init; }

    /// <summary>The member's name as code writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the local that it is read into.</summary>
    public required string Local { get; init; }

    public required WireValue Value { get; init; }

    /// <summary>What it is when the payload ends before it, as an expression.</summary>
    public required string Default { get; init; }

    /// <summary>The property of the initial state's collection that says what this one compares keys with; empty where nothing does.</summary>
    public string Comparer { get; init; } = "";

    /// <summary>Whether a missing member is what a newly made object has there.</summary>
    public required bool HasInitializer { get; init; }
}
