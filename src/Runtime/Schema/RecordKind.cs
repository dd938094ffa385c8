namespace Daybook.Schema;

/// <summary>What a schema line describes.</summary>
public enum RecordKind
{
    /// <summary>One schema version of an event.</summary>
    Event,

    /// <summary>One schema version of a state.</summary>
    State,
}
