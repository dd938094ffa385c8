using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Generated;
using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook.Agents;

/// <summary>
/// A store as agent services see it: events of aggregates, with JSON data or typed. An aggregate is the stream <c>type/id</c>; other streams are not seen.
/// What is written here folds to states and comes in queries, subscriptions and views as everything else. Safe for concurrent use.
/// </summary>
/// <param name="store">The store; it stays the caller's.</param>
/// <param name="options">How to work.</param>
public sealed partial class AgentEventStore(IEventStore store, AgentEventStoreOptions? options = null)
{
    private readonly AgentEventStoreOptions _options = options ?? AgentEventStoreOptions.Default;

    /// <summary>The store.</summary>
    public IEventStore Store { get; } = store ?? throw new ArgumentNullException(nameof(store));

    /// <summary>The stream of an aggregate, for recorders, loads and replays: <c>store.LoadAsync&lt;Agent&gt;(AgentEventStore.StreamOf("agent-123", "agent"))</c>.</summary>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="aggregateType">What the aggregate is.</param>
    /// <returns>The stream's id.</returns>
    public static string StreamOf(string aggregateId, string aggregateType) => AggregateStream.IdOf(aggregateType, aggregateId);

    /// <summary>Makes an event of JSON data. Nothing is stored. Say who did it and the like by <c>with</c>.</summary>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="aggregateType">What the aggregate is.</param>
    /// <param name="eventType">What happened to it: <c>created</c>, or <c>agent.created</c>.</param>
    /// <param name="eventData">What there is to say about it: a JSON object. Known members go where they belong, others stay beside them.</param>
    /// <returns>The event, with an id and a time stamp.</returns>
    /// <exception cref="ArgumentException">A name or the data is none.</exception>
    public AgentEvent CreateEvent(string aggregateId, string aggregateType, string eventType, JsonElement eventData)
    {
        AggregateStream.Check(aggregateType, aggregateId);
        AggregateStream.CheckWritable(aggregateType);
        AggregateStream.CheckName(eventType, nameof(eventType));
        if (eventData.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException($"The data of an event is a JSON object, not {eventData.ValueKind}.", nameof(eventData));
        }

        string name = AggregateStream.FullName(aggregateType, eventType);
        if ((Find(_options.Catalog, name) ?? Find(DaybookAgentsCatalog.Instance, name)) is not { } declared)
        {
            var schema = new RecordSchema($"event {name}@1 (0 Data: json)");
            return Create(aggregateId, aggregateType, schema, EventDataCodec.ToPayload(schema, eventData));
        }

        using var buffer = new PooledBuffer();
        var writer = new MessagePackWriter(buffer);
        RecordSchema written = declared.Record(EventDataCodec.ToPayload(declared.Schema, eventData), ref writer);
        writer.Flush();
        return Create(aggregateId, aggregateType, written, buffer.WrittenSpan.ToArray());
    }

    /// <summary>Makes an event of a record. Nothing is stored. Say who did it and the like by <c>with</c>.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="value">The event.</param>
    /// <param name="aggregateType">What the aggregate is; the first word of the event's name unless said.</param>
    /// <returns>The event, with an id and a time stamp.</returns>
    public AgentEvent CreateEvent<TEvent>(string aggregateId, TEvent value, string? aggregateType = null)
        where TEvent : IEvent<TEvent>
    {
        ArgumentNullException.ThrowIfNull(value);
        string type = aggregateType ?? TEvent.Schema.Name.Split('.')[0];
        AggregateStream.Check(type, aggregateId);
        AggregateStream.CheckWritable(type);
        using var buffer = new PooledBuffer();
        var writer = new MessagePackWriter(buffer);
        RecordSchema schema = TEvent.Record(ref writer, in value);
        writer.Flush();
        return Create(aggregateId, type, schema, buffer.WrittenSpan.ToArray());
    }

    /// <summary>Saves an event.</summary>
    /// <param name="value">The event.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="ArgumentException">It is no complete event.</exception>
    /// <exception cref="ConcurrencyException">The event says its version, and the aggregate is not right before it.</exception>
    /// <exception cref="DuplicateEventException">The aggregate has another event with this id.</exception>
    public async ValueTask<EventId> SaveAsync(AgentEvent value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        return (await SaveAllAsync([value], cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Saves events of one aggregate together, all or nothing.</summary>
    /// <param name="values">The events in order; none is fine.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    /// <returns>Their ids in order.</returns>
    /// <exception cref="ArgumentException">One is no complete event, or they are not of one aggregate and in the order of their versions.</exception>
    /// <exception cref="ConcurrencyException">An event says its version, and the aggregate is not right before it.</exception>
    /// <exception cref="DuplicateEventException">The aggregate has some of these ids, but not these events.</exception>
    public async ValueTask<ImmutableArray<EventId>> SaveAllAsync(IEnumerable<AgentEvent> values, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        ImmutableArray<AgentEvent> events = [.. values];
        if (events.IsEmpty)
        {
            return [];
        }

        using var batch = new AppendBatch();
        AgentEventBatch.Fill(batch, events);
        batch.Durability = _options.Durability;
        _ = await Store.AppendAsync(batch, cancellationToken).ConfigureAwait(false);
        return [.. events.Select(static e => e.EventId)];
    }

    private AgentEvent Create(string aggregateId, string aggregateType, RecordSchema schema, byte[] payload)
    {
        DateTimeOffset now = _options.TimeProvider.GetUtcNow();
        return new(schema, payload)
        {
            EventId = new(Guid.CreateVersion7(now)),
            AggregateId = aggregateId,
            AggregateType = aggregateType,
            Timestamp = now,
        };
    }

    // A former name is today's event, unless somebody has it now.
    private static EventDescriptor? Find(EventCatalog catalog, string name) => catalog.Events
        .Where(declared => string.Equals(declared.Schema.Name, name, StringComparison.Ordinal) || declared.FormerNames.Contains(name, StringComparer.Ordinal))
        .OrderByDescending(declared => string.Equals(declared.Schema.Name, name, StringComparison.Ordinal))
        .ThenByDescending(static declared => declared.Schema.Version)
        .FirstOrDefault();
}
