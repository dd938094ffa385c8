namespace Daybook.Generator.Model;

/// <summary>How an event is recorded as an older version of itself.</summary>
internal sealed record RecordingModel
{
    public required Containment Containment { get; init; }

    /// <summary>The event as code writes it.</summary>
    public required string Type { get; init; }

    /// <summary>The older version as code writes it.</summary>
    public required string Older { get; init; }

    /// <summary>The downcaster as code calls it; empty when members are written by name.</summary>
    public required string Call { get; init; }

    /// <summary>The older version's members as members of the event; null when a downcaster makes the older version.</summary>
    public required RecordComposite? Members { get; init; }
}
