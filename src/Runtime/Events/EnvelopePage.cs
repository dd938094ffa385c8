using System.Collections.Immutable;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook;

/// <summary>A page copied out of a store's hands, and the records that its events may be decoded to.</summary>
internal sealed class EnvelopePage(EventPage lent, ImmutableArray<EventDescriptor> known)
{
    private object?[]? _decoded;

    internal EventPage Events { get; } = lent.Copy();

    internal RecordSchema SchemaOf(in RecordedEvent recorded) => Events.Types[recorded.TypeIndex];

    internal object Decode(int index)
    {
        object?[] decoded = _decoded ??= new object?[Events.Count];
        return decoded[index] ??= DecodeNew(Events.Events[index]);
    }

    private object DecodeNew(in RecordedEvent recorded)
    {
        RecordSchema schema = SchemaOf(recorded);
        foreach (EventDescriptor descriptor in known)
        {
            if (descriptor.Matches(schema))
            {
                return descriptor.Read(Events.PayloadOf(recorded));
            }
        }

        EventDescriptor redacted = EventDescriptor.Of<Redacted>();
        if (redacted.Matches(schema))
        {
            return redacted.Read(Events.PayloadOf(recorded));
        }

        throw new UnknownEventTypeException(recorded.StreamId, recorded.Sequence, new(schema.Name, schema.Version));
    }
}
