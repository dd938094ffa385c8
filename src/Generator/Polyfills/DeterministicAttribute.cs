namespace Daybook;

/// <summary>The claim that the analyzers check, for code that has no reference to the runtime.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class DeterministicAttribute : Attribute
{
    public DeterministicAttribute()
    {
    }

    public DeterministicAttribute(string reason) => Reason = reason;

    public string? Reason { get; }
}
