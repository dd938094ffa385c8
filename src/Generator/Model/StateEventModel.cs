using Daybook.Generator.Equatable;

namespace Daybook.Generator.Model;

/// <summary>An event that a state takes.</summary>
internal sealed record StateEventModel
{
    public required string Type { get; init; }

    /// <summary>What stands behind Record in the recorder's methods.</summary>
    public required string RecorderName { get; init; }

    /// <summary>The accessibility of the recorder's methods.</summary>
    public required string Accessibility { get; init; }

    /// <summary>False for an event of the runtime's own, such as a redaction: it is folded, but no recorder writes it.</summary>
    public required bool IsRecorded { get; init; }

    /// <summary>Null for an event that is recorded only.</summary>
    public required ReducerModel? Reducer { get; init; }

    /// <summary>The parameters that make the event; null when it cannot be made from them.</summary>
    public required EquatableArray<ParameterModel>? Parameters { get; init; }

    /// <summary>The summary of the event's documentation; empty when there is none.</summary>
    public required string Summary { get; init; }

    /// <summary>The remarks of the event's documentation; empty when there are none.</summary>
    public required string Remarks { get; init; }
}
