using System.Collections.Immutable;
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

    /// <summary>Writes the payload as it is to be recorded: as an older version while <see cref="EventAttribute.WriteVersion"/> says so.</summary>
    /// <param name="writer">Where the payload goes.</param>
    /// <param name="value">The event.</param>
    /// <returns>The schema that the payload has.</returns>
    static virtual RecordSchema Record(ref MessagePackWriter writer, in TSelf value)
    {
        TSelf.Write(ref writer, in value);
        return TSelf.Schema;
    }

    /// <summary>Names that this version of the event was recorded under before.</summary>
    static virtual ImmutableArray<string> FormerNames => [];

    /// <summary>The events that become this one by upcasters, whether alone or among others.</summary>
    static virtual ImmutableArray<EventDescriptor> EarlierForms => [];

    /// <summary>Reads a payload of an earlier form, and runs the upcasters up to this event.</summary>
    /// <param name="form">The form's index in <see cref="EarlierForms"/>.</param>
    /// <param name="reader">Stands at the payload's first byte.</param>
    /// <param name="context">What is known of the recorded event.</param>
    /// <param name="parts">Takes the events of this type; there may be none.</param>
    /// <exception cref="MessagePackFormatException">The bytes are not such a payload.</exception>
    static virtual void ReadEarlier(int form, ref MessagePackReader reader, in EventContext context, ref UpcastParts<TSelf> parts) =>
        throw new ArgumentOutOfRangeException(nameof(form));
}
