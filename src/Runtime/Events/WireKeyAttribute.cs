namespace Daybook;

/// <summary>
/// Gives a member its position in the payload's array. Needed on every member of a record whose members stand in
/// more than one declaration; elsewhere keys follow source order.
/// </summary>
/// <param name="key">The position, 0–1023, unique in its record. A gap in the positions is written as nil.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter, Inherited = false)]
public sealed class WireKeyAttribute(int key) : Attribute
{
    /// <summary>The position in the payload's array.</summary>
    public int Key { get; } = key;
}
