using System.ComponentModel;
using System.Runtime.CompilerServices;
using Daybook.MessagePack;
using Daybook.Stores;

namespace Daybook;

/// <summary>
/// The events of a page as generated folds walk over them: a case number and a payload each. Generated code is its
/// only user.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct FoldCursor
{
    /// <summary>The case number of baselines: they are not for the reducers, and never skipped.</summary>
    internal const int BaselineCase = -2;

    /// <summary>The case number of what is of a type that the state takes, in another layout: never skipped, either.</summary>
    internal const int OtherLayoutCase = -3;

    private readonly ReadOnlySpan<RecordedEvent> _events;
    private readonly ReadOnlySpan<byte> _buffer;
    private readonly ReadOnlySpan<int> _cases;
    private readonly bool _skipsUnknown;
    private int _index;

    internal FoldCursor(ReadOnlySpan<RecordedEvent> events, ReadOnlySpan<byte> buffer, ReadOnlySpan<int> cases, bool skipsUnknown)
    {
        _events = events;
        _buffer = buffer;
        _cases = cases;
        _skipsUnknown = skipsUnknown;
        _index = -1;
    }

    /// <summary>The case number of the event that the cursor stands at: its index in the state's events.</summary>
    public int Case { get; private set; }

    /// <summary>What a reducer may know of the event besides its payload.</summary>
    public readonly EventContext Context => ContextOf(0);

    /// <summary>The same of a part, where upcasters make several of the event.</summary>
    /// <param name="part">The part's number, from 0.</param>
    /// <returns>The context.</returns>
    public readonly EventContext ContextOf(int part)
    {
        ref readonly RecordedEvent recorded = ref _events[_index];
        return new(recorded.StreamId, recorded.Sequence, recorded.Id, recorded.TimestampTicks, recorded.Metadata, part);
    }

    /// <summary>Where the cursor stopped because the event is nothing for the state's reducers; -1 otherwise.</summary>
    internal int UnknownIndex { get; private set; } = -1;

    /// <summary>How far the cursor has come.</summary>
    internal readonly int Index => _index;

    /// <summary>Goes on to the next event that the state takes.</summary>
    /// <returns>False when there are no more.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        while (++_index < _events.Length)
        {
            int number = _cases[_events[_index].TypeIndex];
            if (number >= 0)
            {
                Case = number;
                return true;
            }

            if (!_skipsUnknown || number <= BaselineCase)
            {
                // The caller of the fold reads the baseline, or throws: it knows the state's name.
                UnknownIndex = _index;
                return false;
            }
        }

        return false;
    }

    /// <summary>Decodes the event that the cursor stands at.</summary>
    /// <typeparam name="TEvent">The event of the cursor's case.</typeparam>
    /// <returns>The event.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TEvent Read<TEvent>()
        where TEvent : IEvent<TEvent>
    {
        ref readonly RecordedEvent recorded = ref _events[_index];
        var reader = new MessagePackReader(_buffer.Slice(recorded.PayloadStart, recorded.PayloadLength));
        return TEvent.Read(ref reader);
    }
}
