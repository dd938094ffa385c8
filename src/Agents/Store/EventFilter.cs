using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Daybook.Agents;

/// <summary>Which events somebody wants. What is null or empty does not matter; everything else must hold together.</summary>
public sealed record EventFilter
{
    /// <summary>The aggregate's id, whatever its type unless that is given too.</summary>
    public string? AggregateId { get; init; }

    /// <summary>What the aggregate is.</summary>
    public string? AggregateType { get; init; }

    /// <summary>What happened: <c>failed</c> for everything that failed, or with the type in front, <c>task.failed</c>.</summary>
    public string? EventType { get; init; }

    /// <summary>The event's <see cref="AgentEvent.CorrelationId"/>.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The event's <see cref="AgentEvent.CausationId"/>.</summary>
    public string? CausationId { get; init; }

    /// <summary>The event's <see cref="AgentEvent.UserId"/>.</summary>
    public string? UserId { get; init; }

    /// <summary>The event's <see cref="AgentEvent.ServiceName"/>.</summary>
    public string? ServiceName { get; init; }

    /// <summary>The earliest time stamp, itself included.</summary>
    public DateTimeOffset? FromTimestamp { get; init; }

    /// <summary>The latest time stamp, itself included.</summary>
    public DateTimeOffset? ToTimestamp { get; init; }

    /// <summary>Metadata that the event has, among others, each with this value.</summary>
    [AllowNull]
    public ImmutableSortedDictionary<string, string> Metadata { get; init => field = value ?? EventMetadata.Empty.Headers; } = EventMetadata.Empty.Headers;

    /// <summary>What stores look for; both of <see cref="Matches(AgentEvent)"/> are to be asked besides.</summary>
    internal EventQuery ToQuery() => new()
    {
        StreamPrefix = AggregateType is { Length: > 0 } type ? $"{type}/" : null,
        From = FromTimestamp,
        Before = ToTimestamp is { } to && to < DateTimeOffset.MaxValue ? to.AddTicks(1) : null,
        CorrelationId = Given(CorrelationId),
        CausationId = Given(CausationId),
        Actor = Given(UserId),
        Source = Given(ServiceName),
        Headers = Metadata,
        NewestFirst = true,
    };

    /// <summary>Whether an event is wanted by its time and metadata.</summary>
    internal bool Matches(AgentEvent e) =>
        !(e.Timestamp < FromTimestamp) && !(e.Timestamp > ToTimestamp)
        && IsOrAny(CorrelationId, e.CorrelationId) && IsOrAny(CausationId, e.CausationId)
        && IsOrAny(UserId, e.UserId) && IsOrAny(ServiceName, e.ServiceName)
        && Metadata.All(wanted => e.Metadata.TryGetValue(wanted.Key, out string? value) && string.Equals(value, wanted.Value, StringComparison.Ordinal));

    /// <summary>Whether an event of an aggregate is wanted by its names.</summary>
    internal bool Matches(string aggregateType, string aggregateId, string name) =>
        IsOrAny(AggregateId, aggregateId)
        && IsOrAny(AggregateType, aggregateType)
        && (IsOrAny(EventType, name) || string.Equals(EventType, AggregateStream.ShortName(aggregateType, name), StringComparison.Ordinal));

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static bool IsOrAny(string? wanted, string? actual) => string.IsNullOrEmpty(wanted) || string.Equals(wanted, actual, StringComparison.Ordinal);
}
