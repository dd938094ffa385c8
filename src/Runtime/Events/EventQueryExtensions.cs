namespace Daybook;

/// <summary>Queries by the records that events are.</summary>
public static class EventQueryExtensions
{
    /// <summary>Asks for an event, too: under its own name, former names, and in the older versions that become it.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <param name="query">What was asked for so far.</param>
    /// <returns>A query for what was asked for and this event; of a query for all types one for this event alone.</returns>
    public static EventQuery Of<TEvent>(this EventQuery query)
        where TEvent : IEvent<TEvent>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query with { Types = query.Types.AddRange(EventDescriptor.Of<TEvent>().RecordedTypes) };
    }
}
