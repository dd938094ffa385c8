namespace Daybook;

/// <summary>Queries by the records that events and states are.</summary>
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

    /// <summary>Asks for the events of the streams that the recorder of a state began.</summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="query">What was asked for so far.</param>
    /// <returns>The same query for streams of this state's category.</returns>
    /// <exception cref="ArgumentException">The state is a view: it has no streams of its own.</exception>
    public static EventQuery OfState<TState>(this EventQuery query)
        where TState : IState<TState>
    {
        ArgumentNullException.ThrowIfNull(query);
        return TState.IsView
            ? throw new ArgumentException($"'{TState.Schema.Name}' is a view and has no streams of its own; ask for the events that it takes.", nameof(query))
            : query with { Category = TState.Schema.Name };
    }

    /// <summary>Asks for the events of the streams whose ids start with a text.</summary>
    /// <param name="query">What was asked for so far.</param>
    /// <param name="prefix">What the ids start with, compared ordinally.</param>
    /// <returns>The same query for these streams.</returns>
    public static EventQuery InStreams(this EventQuery query, string prefix)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(prefix);
        return query with { StreamPrefix = prefix };
    }

    /// <summary>A query of nothing but events that a state takes, in whatever version they were recorded, unless it names types already.</summary>
    internal static EventQuery TakenBy<TState>(this EventQuery query)
        where TState : IState<TState> =>
        query.Types.IsEmpty ? query with { Types = [.. TState.Events.SelectMany(descriptor => descriptor.RecordedTypes).Distinct()] } : query;

    /// <summary>The query, if its events come in the order in which they were recorded.</summary>
    internal static EventQuery OldestFirst(this EventQuery query, string parameter) =>
        query.NewestFirst ? throw new ArgumentException("This needs a query with the oldest events first.", parameter) : query;
}
