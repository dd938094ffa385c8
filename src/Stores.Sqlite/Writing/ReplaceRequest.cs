using Daybook.Schema;

namespace Daybook.Stores.Sqlite;

/// <summary>Puts another type and payload in an event's place.</summary>
internal sealed class ReplaceRequest(string streamId, long sequence, RecordSchema schema, ReadOnlyMemory<byte> payload, bool needsFlush) : WriteRequest
{
    /// <summary>Whether there was such an event.</summary>
    internal bool Result { get; private set; }

    internal override bool NeedsFlush => needsFlush;

    internal override void Run(StoreWriter writer)
    {
        StreamHead head = writer.Heads.Find(streamId);
        Result = head.Exists && sequence >= head.FirstSequence && sequence < head.Version;
        if (Result)
        {
            writer.Events.Replace(head.Number, sequence, writer.Numbers.OfType(schema), payload.Span);
        }
    }
}
