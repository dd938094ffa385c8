using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook;

/// <summary>What the generator implements for a record marked with <see cref="EventAttribute"/>.</summary>
/// <typeparam name="TSelf">The event itself.</typeparam>
public interface IEvent<TSelf>
    where TSelf : IEvent<TSelf>
{
    /// <summary>The event's wire name, schema version and members.</summary>
    static abstract RecordSchema Schema { get; }

    /// <summary>Writes the payload: a MessagePack array of the members by key.</summary>
    /// <param name="writer">Where the payload goes.</param>
    /// <param name="value">The event.</param>
    static abstract void Write(ref MessagePackWriter writer, in TSelf value);

    /// <summary>Reads a payload that this or another version of the record has written.</summary>
    /// <param name="reader">Stands at the payload's first byte, and behind its last one afterwards.</param>
    /// <returns>The event.</returns>
    /// <exception cref="MessagePackFormatException">The bytes are not such a payload.</exception>
    static abstract TSelf Read(ref MessagePackReader reader);
}
