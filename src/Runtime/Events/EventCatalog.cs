using System.Collections.Immutable;

namespace Daybook;

/// <summary>The event types of one assembly; the generator writes one for each.</summary>
/// <param name="events">The descriptors, in order of name and version.</param>
public sealed class EventCatalog(ImmutableArray<EventDescriptor> events)
{
    /// <summary>A catalog without events.</summary>
    public static EventCatalog Empty { get; } = new([]);

    /// <summary>The descriptors.</summary>
    public ImmutableArray<EventDescriptor> Events { get; } = events.IsDefault ? [] : events;

    /// <summary>This catalog and another one as one.</summary>
    /// <param name="other">The other catalog.</param>
    /// <returns>A catalog of both; where both know an event, this one's descriptor comes first.</returns>
    public EventCatalog With(EventCatalog other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Events.AddRange(other.Events));
    }
}
