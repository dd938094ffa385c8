using System.Diagnostics.CodeAnalysis;

namespace Daybook;

/// <summary>
/// Marks a partial record (class or struct) as an event: an immutable fact that streams are made of.
/// </summary>
/// <param name="name">
/// The stable wire name, such as <c>cart.item-added</c>: 1–200 ASCII letters and digits in words joined by
/// <c>.</c>, <c>-</c> or <c>_</c>. It is stored with every event, so it never changes when the record is renamed.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class EventAttribute(string name) : Attribute
{
    /// <summary>The stable wire name.</summary>
    public string Name { get; } = name;

    /// <summary>The schema version, 1 or greater; 1 unless said.</summary>
    public int Version { get; init; } = 1;

    /// <summary>
    /// Names that this version of the event was recorded under before; what was recorded under them is read as this event.
    /// </summary>
    [SuppressMessage("Performance", "CA1819", Justification = "Attributes take arrays.")]
    public string[] FormerNames { get; init; } = [];

    /// <summary>
    /// The older version that recorders write in place of this one, for as long as programs run that know no other; 0 for
    /// none. That version must be declared, with an upcaster.
    /// </summary>
    public int WriteVersion { get; init; }
}
