namespace Daybook;

/// <summary>Handlers of events, in the order in which they were added.</summary>
internal sealed class EnvelopeHandlers
{
    private readonly List<Func<Envelope, ValueTask>> _handlers = [];

    internal bool IsEmpty => _handlers.Count == 0;

    internal void Add(Func<Envelope, ValueTask> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _handlers.Add(handler);
    }

    internal void Add(Func<Envelope, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _handlers.Add(envelope => new ValueTask(handler(envelope)));
    }

    internal void Add(Action<Envelope> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _handlers.Add(envelope =>
        {
            handler(envelope);
            return ValueTask.CompletedTask;
        });
    }

    internal void Add<TEvent>(Func<TEvent, EventContext, ValueTask> handler)
        where TEvent : IEvent<TEvent>
    {
        ArgumentNullException.ThrowIfNull(handler);
        _handlers.Add(envelope =>
        {
            UpcastParts<TEvent> parts = envelope.Read<TEvent>();
            return parts.Count switch
            {
                0 => ValueTask.CompletedTask,
                1 => handler(parts[0].Value, envelope.Context.OfPart(parts[0].Part)),
                _ => HandleAllAsync(parts, envelope.Context, handler),
            };
        });
    }

    internal void Add<TEvent>(Func<TEvent, EventContext, Task> handler)
        where TEvent : IEvent<TEvent>
    {
        ArgumentNullException.ThrowIfNull(handler);
        Add<TEvent>((value, context) => new ValueTask(handler(value, context)));
    }

    internal void Add<TEvent>(Action<TEvent, EventContext> handler)
        where TEvent : IEvent<TEvent>
    {
        ArgumentNullException.ThrowIfNull(handler);
        Add<TEvent>((value, context) =>
        {
            handler(value, context);
            return ValueTask.CompletedTask;
        });
    }

    internal async ValueTask HandleAsync(Envelope envelope)
    {
        foreach (Func<Envelope, ValueTask> handler in _handlers)
        {
            await handler(envelope).ConfigureAwait(false);
        }
    }

    private static async ValueTask HandleAllAsync<TEvent>(UpcastParts<TEvent> parts, EventContext context, Func<TEvent, EventContext, ValueTask> handler)
    {
        for (int i = 0; i < parts.Count; i++)
        {
            await handler(parts[i].Value, context.OfPart(parts[i].Part)).ConfigureAwait(false);
        }
    }
}
