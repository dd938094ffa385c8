namespace Daybook;

/// <summary>
/// Says that a member, every public member of a type, or every public member of an assembly depends on nothing but its
/// arguments and changes nothing. Without a reason the analyzers check the claim, as they check a reducer; with one they
/// take it on trust. Either way reducers may call what is marked, from other assemblies, too.
/// </summary>
/// <example>
/// <code>
/// [Deterministic("caches a pure function")]
/// public static decimal RateOf(int year) =&gt; …
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Delegate
    | AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Event,
    Inherited = false)]
public sealed class DeterministicAttribute : Attribute
{
    /// <summary>A claim that the analyzers check.</summary>
    public DeterministicAttribute()
    {
    }

    /// <summary>A claim that the analyzers take on trust; a hidden rule lists all of them.</summary>
    /// <param name="reason">Why it is true although the analyzers cannot see it.</param>
    public DeterministicAttribute(string reason) => Reason = reason;

    /// <summary>Why the claim is true although the analyzers cannot see it; null where they check it.</summary>
    public string? Reason { get; }
}
