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

    /// <summary>Writes an event as it is to be recorded: as an older version while <see cref="EventAttribute.WriteVersion"/> says so.</summary>
    /// <param name="payload">A payload of this event type; members that it leaves out at its end become what the declaration says.</param>
    /// <param name="writer">Where the payload goes.</param>
    /// <returns>The schema that the written payload has.</returns>
    /// <exception cref="MessagePackFormatException">The bytes are not such a payload.</exception>
    public abstract RecordSchema Record(ReadOnlySpan<byte> payload, ref MessagePackWriter writer);

    /// <summary>Whether an event recorded with a schema is of this event type, by its name or a former one.</summary>
    /// <param name="recorded">The schema.</param>
    /// <returns>True when <see cref="Read"/> reads its payload.</returns>
    /// <exception cref="EventLayoutException">It is by its name, but was recorded with free-form data where this event has another member.</exception>
    public bool Matches(RecordSchema recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return IsOf(recorded) && (CanRead(recorded) ? true : throw new EventLayoutException(recorded, Schema));
    }

    /// <summary>Whether an event recorded with a schema is of this event type, whatever its layout.</summary>
    internal bool IsOf(RecordSchema recorded) =>
        recorded.Version == Schema.Version
        && (string.Equals(recorded.Name, Schema.Name, StringComparison.Ordinal) || FormerNames.Contains(recorded.Name, StringComparer.Ordinal));

    /// <summary>Whether an event of this type that was recorded with a schema has no free-form data in a member's place.</summary>
    internal bool CanRead(RecordSchema recorded) => recorded.Fingerprint == Schema.Fingerprint || !SchemaReading.TakesDataForMembers(recorded, Schema);

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

        public override RecordSchema Record(ReadOnlySpan<byte> payload, ref MessagePackWriter writer)
        {
            var reader = new MessagePackReader(payload);
            TEvent value = TEvent.Read(ref reader);
            return TEvent.Record(ref writer, in value);
        }
    }
}
