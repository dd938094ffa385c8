using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook;

/// <summary>Folds pages of a stream to a state.</summary>
internal static class Folder
{
    /// <summary>Folds some of the events of a page.</summary>
    /// <exception cref="UnknownEventTypeException">The state does not know one of them.</exception>
    /// <exception cref="EventLayoutException">One of them was recorded before it was declared, and otherwise.</exception>
    /// <exception cref="CorruptEventException">The payload of one of them cannot be read.</exception>
    internal static TState Fold<TState>(TState state, EventPage page, int start, int count, bool skipUnknown)
        where TState : IState<TState>
    {
        ReadOnlySpan<RecordedEvent> events = page.Events.Slice(start, count);
        int[] cases = page.Types.Map(typeof(TState), CaseOf<TState>);
        while (true)
        {
            var cursor = new FoldCursor(events, page.Buffer, cases, skipUnknown || TState.IsView);
            try
            {
                state = TState.Fold(state, ref cursor);
            }
            catch (MessagePackFormatException exception)
            {
                ref readonly RecordedEvent bad = ref events[cursor.Index];
                throw new CorruptEventException(bad.StreamId, bad.Sequence, TypeOf(page, bad), exception);
            }

            if (cursor.UnknownIndex < 0)
            {
                return state;
            }

            ref readonly RecordedEvent other = ref events[cursor.UnknownIndex];
            if (cases[other.TypeIndex] == FoldCursor.OtherLayoutCase)
            {
                RecordSchema recorded = page.Types[other.TypeIndex];
                throw new EventLayoutException(recorded, TState.Events.First(known => known.IsOf(recorded)).Schema);
            }

            if (cases[other.TypeIndex] != FoldCursor.BaselineCase)
            {
                throw new UnknownEventTypeException(other.StreamId, other.Sequence, TypeOf(page, other), TState.Schema.Name);
            }

            // A baseline stands for its own stream: where several are folded, it says nothing.
            bool isOfStream = page.StreamVersion > 0;
            state = isOfStream && Baselines.TryRead<TState>(page, other, out TState? baseline) ? baseline : state;
            events = events[(cursor.UnknownIndex + 1)..];
        }
    }

    private static EventType TypeOf(EventPage page, in RecordedEvent recorded)
    {
        RecordSchema schema = page.Types[recorded.TypeIndex];
        return new(schema.Name, schema.Version);
    }

    private static int CaseOf<TState>(RecordSchema schema)
        where TState : IState<TState>
    {
        if (Baselines.IsBaseline(schema))
        {
            return FoldCursor.BaselineCase;
        }

        ReadOnlySpan<EventDescriptor> events = TState.Events.AsSpan();
        for (int i = 0; i < events.Length; i++)
        {
            if (events[i].IsOf(schema))
            {
                return events[i].CanRead(schema) ? i : FoldCursor.OtherLayoutCase;
            }
        }

        return -1;
    }
}
