using System.Collections.Immutable;

namespace Daybook;

/// <summary>Which events of the feed somebody wants. What is not set does not matter; what is set must hold together.</summary>
public sealed record EventQuery
{
    /// <summary>All events of all users' streams, oldest first.</summary>
    public static EventQuery All { get; } = new();

    /// <summary>The event types; empty for all. <c>query.Of&lt;TEvent&gt;()</c> adds an event with all its older versions.</summary>
    public ImmutableArray<EventType> Types { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The category of the event's stream.</summary>
    public string? Category { get; init; }

    /// <summary>What the stream's id starts with, compared ordinally.</summary>
    public string? StreamPrefix { get; init; }

    /// <summary>The earliest time stamp, itself included.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The time stamp before which the event was recorded.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>The event's <see cref="EventMetadata.CorrelationId"/>.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The event's <see cref="EventMetadata.CausationId"/>.</summary>
    public string? CausationId { get; init; }

    /// <summary>The event's <see cref="EventMetadata.Actor"/>.</summary>
    public string? Actor { get; init; }

    /// <summary>The event's <see cref="EventMetadata.Source"/>.</summary>
    public string? Source { get; init; }

    /// <summary>Headers that the event has, each with this value.</summary>
    public ImmutableSortedDictionary<string, string> Headers { get; init; } = EventMetadata.Empty.Headers;

    /// <summary>Whether the newest event comes first.</summary>
    public bool NewestFirst { get; init; }
}
