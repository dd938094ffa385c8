namespace Daybook.Agents;

/// <summary>How an <see cref="AgentEventStore"/> works.</summary>
public sealed record AgentEventStoreOptions
{
    /// <summary>The settings where none are given.</summary>
    public static AgentEventStoreOptions Default { get; } = new();

    /// <summary>
    /// Events of yours: what is created under one of their names goes to their members. Those of this package are known. An event of any other name keeps
    /// its data as it is.
    /// </summary>
    public EventCatalog Catalog { get; init; } = EventCatalog.Empty;

    /// <summary>Stamps events and snapshots.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What an event must survive before it counts as saved.</summary>
    public Durability Durability { get; init; }
}
