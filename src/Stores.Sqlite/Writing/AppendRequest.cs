namespace Daybook.Stores.Sqlite;

/// <summary>Appends a batch.</summary>
internal sealed class AppendRequest(AppendBatch batch, Durability durability, bool chained) : WriteRequest
{
    /// <summary>Where the events stand once the request has ended well.</summary>
    internal AppendResult Result { get; private set; }

    internal override bool NeedsFlush => durability != Durability.Written;

    internal override void Run(StoreWriter writer)
    {
        StreamHead head = writer.Heads.Find(batch.StreamId);
        if (head.Exists && RepeatedAppend.IsRepeated(batch, writer.Stream.Of(head), out AppendResult repeated))
        {
            if (NeedsFlush)
            {
                writer.Touch();
            }

            Result = repeated;
            return;
        }

        bool isOther = !batch.ExpectedIncarnation.IsEmpty && head.Exists && batch.ExpectedIncarnation != head.Incarnation;
        if (isOther || !batch.ExpectedVersion.Matches(head.Version))
        {
            throw new ConcurrencyException(batch.StreamId, batch.ExpectedVersion, head.Version);
        }

        bool isNew = !head.Exists;
        if (isNew)
        {
            head = Begin(writer);
        }

        Result = new(head.Version, batch.Count, Insert(writer, ref head));
        if (isNew)
        {
            writer.Heads.Insert(batch.StreamId, head);
        }
        else
        {
            writer.Heads.Update(head);
        }
    }

    private StreamHead Begin(StoreWriter writer)
    {
        ref readonly PendingEvent first = ref batch.Events[0];
        StreamOrigin? origin = batch.Origin;
        ChainHash? hash = origin is null ? (chained ? default(ChainHash) : null) : origin.HashBefore;
        return new()
        {
            Number = writer.Heads.NextNumber(batch.StreamId),
            Category = writer.Numbers.OfCategory(batch.Category),
            Version = origin?.FirstSequence ?? 0,
            FirstSequence = origin?.FirstSequence ?? 0,
            Incarnation = origin?.Incarnation ?? first.Id,
            FirstTimestamp = origin?.FirstTimestampTicks ?? first.TimestampTicks,
            HashBefore = hash,
            Hash = hash,
        };
    }

    private long Insert(StoreWriter writer, ref StreamHead head)
    {
        long firstOffset = writer.NextOffset();
        long offset = firstOffset;
        writer.Inserts.Start(head);
        foreach (ref readonly PendingEvent pending in batch.Events)
        {
            ReadOnlySpan<byte> payload = batch.PayloadOf(pending);
            if (head.Hash is { } previous)
            {
                head.Hash = writer.Chain.Next(previous, batch.StreamId, head.Version, pending, payload);
            }

            writer.Inserts.Insert(pending, payload, offset++, head.Version, writer.Numbers.OfType(pending.Schema), head.Hash);
            head.Add(pending);
        }

        return firstOffset;
    }
}
