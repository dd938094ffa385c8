namespace Daybook;

/// <summary>Lists an event that a state records; without a reducer for it, the event changes nothing.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class RecordsAttribute<TEvent> : Attribute
    where TEvent : IEvent<TEvent>
{
    /// <summary>
    /// What the recorder calls the event in place of the record's name: <c>As = "Audit"</c> gives
    /// <c>RecordAuditAsync</c>. Needed where two events of a state share a name.
    /// </summary>
    public string? As { get; init; }
}
