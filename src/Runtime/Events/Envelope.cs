using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook;

/// <summary>A view over a recorded event that decodes its payload on demand. It may be kept as long as you like.</summary>
[SuppressMessage("Usage", "CA2231", Justification = "Envelopes are looked at, not compared.")]
public readonly struct Envelope
{
    private readonly EnvelopePage _page;
    private readonly int _index;

    internal Envelope(EnvelopePage page, int index)
    {
        _page = page;
        _index = index;
    }

    /// <summary>The stream that the event stands in.</summary>
    public string StreamId => Recorded.StreamId;

    /// <summary>The position in the stream, from 0.</summary>
    public long Sequence => Recorded.Sequence;

    /// <summary>The position in the whole store.</summary>
    public long Offset => Recorded.Offset;

    /// <summary>The idempotency key.</summary>
    public EventId EventId => Recorded.Id;

    /// <summary>When the event was recorded, in UTC.</summary>
    public DateTimeOffset Timestamp => new(Recorded.TimestampTicks, TimeSpan.Zero);

    /// <summary>Correlation, causation, actor, source and headers.</summary>
    public EventMetadata Metadata => Recorded.Metadata ?? EventMetadata.Empty;

    /// <summary>The event's name and schema version.</summary>
    public EventType EventType => new(Schema.Name, Schema.Version);

    /// <summary>The schema that the event was recorded with.</summary>
    public RecordSchema Schema => _page.SchemaOf(Recorded);

    /// <summary>The payload's bytes.</summary>
    public ReadOnlySpan<byte> Payload => _page.Events.PayloadOf(Recorded);

    /// <summary>What a handler may know of the event besides its payload.</summary>
    public EventContext Context
    {
        get
        {
            ref readonly RecordedEvent recorded = ref Recorded;
            return new(recorded.StreamId, recorded.Sequence, recorded.Id, recorded.TimestampTicks, recorded.Metadata);
        }
    }

    /// <summary>The event as an object, as it was recorded, decoded on first use: for display. Handlers and <see cref="TryGet"/> do not box.</summary>
    /// <exception cref="UnknownEventTypeException">Nobody has said which record carries this event type.</exception>
    public object Event => _page.Decode(_index);

    private ref readonly RecordedEvent Recorded => ref _page.Events.Events[_index];

    /// <summary>Whether this is an event of a type, or becomes one by upcasters.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <returns>True when <see cref="TryGet"/> gives one.</returns>
    public bool Is<TEvent>()
        where TEvent : IEvent<TEvent> => EventDescriptor.Of<TEvent>().Matches(Schema) || ReadEarlier<TEvent>().Count > 0;

    /// <summary>Decodes the event if it is of a type, or becomes one by upcasters.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <param name="value">The event; the first one where upcasters make several of this type: see <see cref="GetParts"/>.</param>
    /// <returns>False when it is of another type.</returns>
    public bool TryGet<TEvent>([MaybeNullWhen(false)] out TEvent value)
        where TEvent : IEvent<TEvent>
    {
        UpcastParts<TEvent> parts = Read<TEvent>();
        value = parts.Count > 0 ? parts[0].Value : default;
        return parts.Count > 0;
    }

    /// <summary>Decodes all events of a type that this one is or becomes by upcasters.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <returns>The events in order; empty when this is of another type.</returns>
    public ImmutableArray<EventPart<TEvent>> GetParts<TEvent>()
        where TEvent : IEvent<TEvent>
    {
        UpcastParts<TEvent> parts = Read<TEvent>();
        EventContext context = Context;
        return ImmutableArray.CreateRange(Enumerable.Range(0, parts.Count).Select(index => new EventPart<TEvent>(parts[index].Value, context.OfPart(parts[index].Part))));
    }

    /// <summary>The payload as JSON, by the schema that it was recorded with.</summary>
    /// <returns>The text.</returns>
    public string ToJson() => PayloadJson.ToJson(Schema, Payload);

    /// <summary>The payload in one line, by the schema that it was recorded with.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => PayloadDisplay.ToDisplay(Schema, Payload);

    internal UpcastParts<TEvent> Read<TEvent>()
        where TEvent : IEvent<TEvent>
    {
        if (!EventDescriptor.Of<TEvent>().Matches(Schema))
        {
            return ReadEarlier<TEvent>();
        }

        UpcastParts<TEvent> parts = default;
        var reader = new MessagePackReader(Payload);
        parts.Add(TEvent.Read(ref reader), part: 0);
        return parts;
    }

    private UpcastParts<TEvent> ReadEarlier<TEvent>()
        where TEvent : IEvent<TEvent>
    {
        UpcastParts<TEvent> parts = default;
        ImmutableArray<EventDescriptor> forms = TEvent.EarlierForms;
        for (int i = 0; i < forms.Length; i++)
        {
            if (forms[i].Matches(Schema))
            {
                var reader = new MessagePackReader(Payload);
                TEvent.ReadEarlier(i, ref reader, Context, ref parts);
                break;
            }
        }

        return parts;
    }
}
