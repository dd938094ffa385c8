using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Agents;

/// <summary>
/// An event of an aggregate, as agent services pass it around: made by <see cref="AgentEventStore.CreateEvent(string, string, string, JsonElement)"/>, or a view over a
/// recorded event.
/// </summary>
public sealed record AgentEvent
{
    private readonly byte[] _payload;

    // A boxed JsonElement: worked out when first asked for.
    private object? _data;

    internal AgentEvent(RecordSchema schema, byte[] payload)
    {
        Schema = schema;
        _payload = payload;
    }

    /// <summary>The idempotency key: an event that is saved again under the same one is saved once.</summary>
    public EventId EventId { get; init; }

    /// <summary>The agent, task, workflow, …; together with <see cref="AggregateType"/> it names a stream.</summary>
    public string AggregateId { get; init; } = "";

    /// <summary>What the aggregate is: <c>agent</c>, <c>task</c>, <c>workflow</c>, …; the category of its stream.</summary>
    public string AggregateType { get; init; } = "";

    /// <summary>What happened to it: <c>created</c> for the event <c>agent.created</c> of an agent. An event of another name shows it whole.</summary>
    public string EventType => AggregateStream.ShortName(AggregateType, Name);

    /// <summary>The whole name of the event: <c>agent.created</c>.</summary>
    public string Name => Schema.Name;

    /// <summary>What there is to say about it, as a JSON object with names in snake case.</summary>
    public JsonElement EventData => (JsonElement)(_data ??= EventDataCodec.ToData(Schema, _payload));

    /// <summary>When it happened, in UTC.</summary>
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>
    /// Which of its aggregate's events it is, from 1. 0 in an event that is not saved: it becomes the next one. Setting it makes saving expect
    /// that the aggregate has come exactly so far.
    /// </summary>
    public long Version { get; init; }

    /// <summary>Ties together all events of one piece of work, across aggregates.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The event or command that caused it.</summary>
    public string? CausationId { get; init; }

    /// <summary>Who did it: a user or an agent. The actor of the event's metadata.</summary>
    public string? UserId { get; init; }

    /// <summary>The service that says so. The source of the event's metadata.</summary>
    public string? ServiceName { get; init; }

    /// <summary>Anything else, by name. The headers of the event's metadata.</summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; init; } = EventMetadata.Empty.Headers;

    /// <summary>The schema of the payload.</summary>
    public RecordSchema Schema { get; }

    /// <summary>The payload's bytes.</summary>
    public ReadOnlyMemory<byte> Payload => _payload;

    /// <summary>The id of the stream that it belongs to.</summary>
    internal string StreamId => AggregateStream.IdOf(AggregateType, AggregateId);

    /// <summary>Decodes the event if it was recorded as a type.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <param name="value">The event.</param>
    /// <returns>False when it is of another type.</returns>
    /// <exception cref="EventLayoutException">It was recorded before the event was declared, and this version of it is another one.</exception>
    public bool TryGet<TEvent>([MaybeNullWhen(false)] out TEvent value)
        where TEvent : IEvent<TEvent>
    {
        bool isOne = EventDescriptor.Of<TEvent>().Matches(Schema);
        var reader = new MessagePackReader(_payload);
        value = isOne ? TEvent.Read(ref reader) : default;
        return isOne;
    }

    /// <inheritdoc/>
    public bool Equals(AgentEvent? other) =>
        other is not null && EventId == other.EventId && Version == other.Version && Timestamp == other.Timestamp
        && string.Equals(AggregateId, other.AggregateId, StringComparison.Ordinal)
        && string.Equals(AggregateType, other.AggregateType, StringComparison.Ordinal)
        && ToMetadata().Equals(other.ToMetadata())
        && Schema.Equals(other.Schema) && _payload.AsSpan().SequenceEqual(other._payload);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EventId, Version);

    internal EventMetadata ToMetadata() => new() { CorrelationId = CorrelationId, CausationId = CausationId, Actor = UserId, Source = ServiceName, Headers = Metadata };

    /// <summary>Refuses what is no event yet.</summary>
    internal void Validate()
    {
        Require(!EventId.IsEmpty, "an event id");
        AggregateStream.Check(AggregateType, AggregateId);
        AggregateStream.CheckWritable(AggregateType);
        ArgumentOutOfRangeException.ThrowIfNegative(Version);
        ArgumentNullException.ThrowIfNull(Metadata);
        Require(Metadata.All(static header => header.Value is not null), "a value for every name in its metadata");
    }

    private static void Require(bool isThere, string what)
    {
        if (!isThere)
        {
            throw new ArgumentException($"An event must have {what}.");
        }
    }
}
