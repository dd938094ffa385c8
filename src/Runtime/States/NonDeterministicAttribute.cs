namespace Daybook;

/// <summary>
/// Says that a member, every member of a type, or every member of an assembly may give another result when it is called
/// again: the analyzers flag each reducer that reaches it.
/// </summary>
/// <param name="reason">Why, in words that go on after "it": "reads the rate of today". The message of the rule says them.</param>
[AttributeUsage(
    AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Delegate
    | AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Event,
    Inherited = false)]
public sealed class NonDeterministicAttribute(string reason) : Attribute
{
    /// <summary>Why the result differs, in words that go on after "it".</summary>
    public string Reason { get; } = reason;
}
