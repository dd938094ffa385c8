namespace Daybook;

/// <summary>
/// Lists a case of a closed union: an abstract class or record, or an interface, whose values are recorded as
/// <c>[tag, body]</c>. Every concrete type that derives from it is listed once.
/// </summary>
/// <param name="tag">What stands for the case in payloads: any number that no other case of the union has. It never changes.</param>
/// <param name="caseType">A concrete type that derives from the marked one. Write <c>typeof(Ok&lt;&gt;)</c> for a case of a generic union.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class WireUnionAttribute(int tag, Type caseType) : Attribute
{
    /// <summary>What stands for the case in payloads.</summary>
    public int Tag { get; } = tag;

    /// <summary>The case.</summary>
    public Type CaseType { get; } = caseType;
}
