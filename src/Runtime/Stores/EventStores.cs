using Daybook.Stores.Memory;

namespace Daybook;

/// <summary>Opens the stores that Daybook brings along.</summary>
public static class EventStores
{
    /// <summary>Creates an empty store in this process's memory.</summary>
    /// <returns>The store.</returns>
    public static IEventStore Memory() => new MemoryEventStore();
}
