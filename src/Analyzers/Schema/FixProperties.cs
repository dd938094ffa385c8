namespace Daybook.Analyzers.Schema;

/// <summary>What diagnostics tell their fixes beside the <see cref="LockEdit"/>.</summary>
internal static class FixProperties
{
    /// <summary>What a renamed event was called.</summary>
    public const string FormerName = "FormerName";

    /// <summary>The prefix of the edit that raises a state's version.</summary>
    public const string Raise = "Raise";

    /// <summary>The version that a state would be raised to.</summary>
    public const string RaisedVersion = "RaisedVersion";

    /// <summary>The metadata names of what can stand in a type's place, without their number of type arguments and parted by semicolons.</summary>
    public const string Replacements = "replacements";
}
