using System.Collections.Immutable;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook;

/// <summary>An event type as an object: for tables of events, where no type parameter can stand.</summary>
public abstract class EventDescriptor
{
    private protected EventDescriptor(RecordSchema schema, Type type)
    {
        Schema = schema;
        Type = type;
    }

    /// <summary>The event's wire name, schema version and members.</summary>
    public RecordSchema Schema { get; }

    /// <summary>The record that carries the event.</summary>
    public Type Type { get; }

    /// <summary>Names that this version of the event was recorded under before.</summary>
    public abstract ImmutableArray<string> FormerNames { get; }

    /// <summary>The events that become this one by upcasters, whether alone or among others.</summary>
    public abstract ImmutableArray<EventDescriptor> EarlierForms { get; }

    /// <summary>
    /// Everything that a recorded event may be called that is this event or becomes it: its own name and former ones,
    /// and those of <see cref="EarlierForms"/>. What to look for when asked for this event.
    /// </summary>
    public ImmutableArray<EventType> RecordedTypes =>
    [
        .. EarlierForms.Prepend(this).SelectMany(form => form.FormerNames.Prepend(form.Schema.Name).Select(name => new EventType(name, form.Schema.Version))),
    ];

    /// <summary>The descriptor of <typeparamref name="TEvent"/>.</summary>
    /// <typeparam name="TEvent">An event.</typeparam>
    /// <returns>Always the same object.</returns>
    public static EventDescriptor Of<TEvent>()
        where TEvent : IEvent<TEvent> => Typed<TEvent>.Instance;

    /// <summary>Decodes a payload into a boxed event, for display.</summary>
    /// <param name="payload">A payload of this event type.</param>
    /// <returns>The event.</returns>
    /// <exception cref="MessagePackFormatException">The bytes are not such a payload.</exception>
    public abstract object Read(ReadOnlySpan<byte> payload);

    /// <summary>Whether an event recorded with a schema is of this event type, by its name or a former one.</summary>
    internal bool Matches(RecordSchema recorded)
    {
        if (recorded.Version != Schema.Version)
        {
            return false;
        }

        return string.Equals(recorded.Name, Schema.Name, StringComparison.Ordinal) || FormerNames.Contains(recorded.Name, StringComparer.Ordinal);
    }

    private sealed class Typed<TEvent> : EventDescriptor
        where TEvent : IEvent<TEvent>
    {
        internal static readonly Typed<TEvent> Instance = new();

        private Typed()
            : base(TEvent.Schema, typeof(TEvent))
        {
        }

        public override ImmutableArray<string> FormerNames => TEvent.FormerNames;

        public override ImmutableArray<EventDescriptor> EarlierForms => TEvent.EarlierForms;

        public override object Read(ReadOnlySpan<byte> payload)
        {
            var reader = new MessagePackReader(payload);
            return TEvent.Read(ref reader);
        }
    }
}
