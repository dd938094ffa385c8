using System.Collections.Immutable;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook;

/// <summary>What the generator implements for a record marked with <see cref="StateAttribute"/>.</summary>
/// <typeparam name="TSelf">The state itself.</typeparam>
public interface IState<TSelf>
    where TSelf : IState<TSelf>
{
    /// <summary>The state's name, version and members.</summary>
    static abstract RecordSchema Schema { get; }

    /// <summary>Whether this is a view: it skips events that it does not take, and has no recorder.</summary>
    static virtual bool IsView => false;

    /// <summary>What a stream without events folds to.</summary>
    static abstract TSelf Initial { get; }

    /// <summary>
    /// The events that the state takes, and behind them those that upcasters turn into them; an event's index here is its
    /// case number.
    /// </summary>
    static abstract ImmutableArray<EventDescriptor> Events { get; }

    /// <summary>Runs the reducers over the events that a cursor still has.</summary>
    /// <param name="state">The state to start from.</param>
    /// <param name="events">The events.</param>
    /// <returns>The state after the last event.</returns>
    static abstract TSelf Fold(TSelf state, ref FoldCursor events);

    /// <summary>Writes the state: a MessagePack array of the members by key.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="value">The state.</param>
    static abstract void Write(ref MessagePackWriter writer, in TSelf value);

    /// <summary>Reads a state that this or another version of the record has written.</summary>
    /// <param name="reader">Stands at the first byte, and behind the last one afterwards.</param>
    /// <returns>The state.</returns>
    /// <exception cref="MessagePackFormatException">The bytes are not such a state.</exception>
    static abstract TSelf Read(ref MessagePackReader reader);
}
