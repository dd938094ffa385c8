namespace Daybook.Stores.Sqlite;

/// <summary>Forgets a stream.</summary>
internal sealed class DeleteRequest(string streamId, ExpectedVersion expectedVersion, bool needsFlush) : WriteRequest
{
    /// <summary>Whether there was such a stream.</summary>
    internal bool Result { get; private set; }

    internal override bool NeedsFlush => needsFlush;

    internal override void Run(StoreWriter writer)
    {
        StreamHead head = writer.Heads.Find(streamId);
        if (!expectedVersion.Matches(head.Version))
        {
            throw new ConcurrencyException(streamId, expectedVersion, head.Version);
        }

        Result = head.Exists;
        if (head.Exists)
        {
            writer.KeepOffsets();
            writer.Events.Delete(head.Number, long.MaxValue);
            writer.Heads.Delete(head.Number);
        }
    }
}
