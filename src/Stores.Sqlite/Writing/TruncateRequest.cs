namespace Daybook.Stores.Sqlite;

/// <summary>Removes the first events of a stream.</summary>
internal sealed class TruncateRequest(string streamId, long firstSequence, bool needsFlush) : WriteRequest
{
    /// <summary>Whether there was anything to remove.</summary>
    internal bool Result { get; private set; }

    internal override bool NeedsFlush => needsFlush;

    internal override void Run(StoreWriter writer)
    {
        StreamHead head = writer.Heads.Find(streamId);
        if (!head.Exists)
        {
            throw new StreamNotFoundException(streamId);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstSequence, head.Version);
        Result = firstSequence > head.FirstSequence;
        if (Result)
        {
            if (head.Hash is not null)
            {
                head.HashBefore = writer.Events.HashOf(head.Number, firstSequence - 1);
            }

            head.FirstSequence = firstSequence;
            writer.KeepOffsets();
            writer.Events.Delete(head.Number, firstSequence);
            writer.Heads.Update(head);
        }
    }
}
