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

    private sealed class Typed<TEvent> : EventDescriptor
        where TEvent : IEvent<TEvent>
    {
        internal static readonly Typed<TEvent> Instance = new();

        private Typed()
            : base(TEvent.Schema, typeof(TEvent))
        {
        }

        public override object Read(ReadOnlySpan<byte> payload)
        {
            var reader = new MessagePackReader(payload);
            return TEvent.Read(ref reader);
        }
    }
}
