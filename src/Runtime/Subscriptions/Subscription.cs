using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Daybook;

/// <summary>
/// Follows the feed under a name, and remembers in the store where it was: after a restart it goes on there. Every event is handled at
/// least once, in order; those behind the last checkpoint are handled again after a crash.
/// </summary>
public sealed partial class Subscription : IAsyncDisposable
{
    private readonly IEventStore _store;
    private readonly SubscriptionOptions _options;
    private readonly EnvelopeHandlers _handlers = new();
    private readonly List<Func<ImmutableArray<Envelope>, ValueTask>> _batchHandlers = [];
    private readonly HashSet<EventType> _handledTypes = [];
    private bool _handlesAny;

    internal Subscription(IEventStore store, string name, SubscriptionOptions options)
    {
        _store = store;
        Name = name;
        _options = options;
    }

    /// <summary>The name of the checkpoint.</summary>
    public string Name { get; }

    /// <summary>The offset to go on with: every event below it was handled. 0 before the first run.</summary>
    public long Position => Volatile.Read(ref _position);

    /// <summary>Calls a handler for every event of a type, older versions of it included, in order with the other handlers.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <param name="handler">Awaited before the next event.</param>
    /// <returns>This subscription.</returns>
    [OverloadResolutionPriority(1)]
    public Subscription On<TEvent>(Func<TEvent, EventContext, ValueTask> handler)
        where TEvent : IEvent<TEvent>
    {
        _handlers.Add(handler);
        return Handling<TEvent>();
    }

    /// <inheritdoc cref="On{TEvent}(Func{TEvent, EventContext, ValueTask})"/>
    public Subscription On<TEvent>(Func<TEvent, EventContext, Task> handler)
        where TEvent : IEvent<TEvent>
    {
        _handlers.Add(handler);
        return Handling<TEvent>();
    }

    /// <inheritdoc cref="On{TEvent}(Func{TEvent, EventContext, ValueTask})"/>
    public Subscription On<TEvent>(Action<TEvent, EventContext> handler)
        where TEvent : IEvent<TEvent>
    {
        _handlers.Add(handler);
        return Handling<TEvent>();
    }

    /// <summary>Calls a handler for every event, in order with the other handlers.</summary>
    /// <param name="handler">Awaited before the next event.</param>
    /// <returns>This subscription.</returns>
    [OverloadResolutionPriority(1)]
    public Subscription OnAny(Func<Envelope, ValueTask> handler)
    {
        _handlers.Add(handler);
        return HandlingAny();
    }

    /// <inheritdoc cref="OnAny(Func{Envelope, ValueTask})"/>
    public Subscription OnAny(Func<Envelope, Task> handler)
    {
        _handlers.Add(handler);
        return HandlingAny();
    }

    /// <inheritdoc cref="OnAny(Func{Envelope, ValueTask})"/>
    public Subscription OnAny(Action<Envelope> handler)
    {
        _handlers.Add(handler);
        return HandlingAny();
    }

    /// <summary>
    /// Calls a handler with many events at once, at most <see cref="FeedOptions.PageSize"/>. A subscription with such a handler goes on from
    /// batch to batch: the other handlers have seen each event of a batch before, and if one of them fails, the whole batch comes again.
    /// </summary>
    /// <param name="handler">Awaited before the next batch; a batch has at least one event.</param>
    /// <returns>This subscription.</returns>
    [OverloadResolutionPriority(1)]
    public Subscription OnBatch(Func<ImmutableArray<Envelope>, ValueTask> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _batchHandlers.Add(handler);
        return HandlingAny();
    }

    /// <inheritdoc cref="OnBatch(Func{ImmutableArray{Envelope}, ValueTask})"/>
    public Subscription OnBatch(Func<ImmutableArray<Envelope>, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return OnBatch(batch => new ValueTask(handler(batch)));
    }

    private Subscription Handling<TEvent>()
        where TEvent : IEvent<TEvent>
    {
        _handledTypes.UnionWith(EventDescriptor.Of<TEvent>().RecordedTypes);
        return this;
    }

    private Subscription HandlingAny()
    {
        _handlesAny = true;
        return this;
    }
}
