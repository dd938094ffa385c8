using System.Text;

namespace Daybook.Stores.Sqlite;

/// <summary>A stream as <see cref="RepeatedAppend"/> looks at it. Its user says which one.</summary>
internal sealed class StoredStream(StoredEvents events) : IRecordedContent
{
    private StreamHead _head;

    internal StoredStream Of(in StreamHead head)
    {
        _head = head;
        return this;
    }

    public long SequenceOf(EventId id) => _head.IsPlainlyNew(id) ? -1 : events.SequenceOf(_head.Number, id) ?? -1;

    public bool Matches(long sequence, in PendingEvent pending, ReadOnlySpan<byte> payload, out long offset)
    {
        using Rows rows = events.Find(_head.Number, sequence);
        if (!rows.Next())
        {
            offset = -1;
            return false;
        }

        offset = rows.Number(0);
        return rows.Id(1) == pending.Id
            && !rows.IsNull(2)
            && RepeatedAppend.IsSame(new(Encoding.UTF8.GetString(rows.Bytes(2))), rows.Bytes(3), pending, payload);
    }
}
