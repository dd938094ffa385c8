using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>
/// Keeps account of what a hash chain cannot show: that a chained stream was deleted, and what an event of one was replaced by. Each is an
/// event in <see cref="SystemStreams.Tombstones"/>, written before the deed: a crash in between leaves a record too many, never one too few.
/// </summary>
internal static class Tombstones
{
    internal static readonly RecordSchema Deleted = new(
        "event $deleted@1 (0 Stream: string, 1 Incarnation: guid, 2 Version: int64, 3 Hash: bytes)");

    internal static readonly RecordSchema Replaced = new(
        "event $replaced@1 (0 Stream: string, 1 Incarnation: guid, 2 Sequence: int64, 3 PayloadHash: bytes)");

    /// <summary>Says that a stream goes, with the head that it has.</summary>
    internal static ValueTask<AppendResult> AddDeletedAsync(IEventStore store, StreamInfo info, DateTimeOffset now, CancellationToken cancellationToken) =>
        AddAsync(store, Deleted, info, info.Version, info.Hash!.Value, now, cancellationToken);

    /// <summary>Says what an event is replaced by.</summary>
    internal static ValueTask<AppendResult> AddReplacedAsync(
        IEventStore store, StreamInfo info, long sequence, ReadOnlyMemory<byte> payload, DateTimeOffset now, CancellationToken cancellationToken) =>
        AddAsync(store, Replaced, info, sequence, EventChain.HashOf(payload.Span), now, cancellationToken);

    /// <summary>Reads either record: their members have the same types.</summary>
    internal static (string StreamId, EventId Incarnation, long Number, ChainHash Hash) Read(ReadOnlySpan<byte> payload)
    {
        var reader = new MessagePackReader(payload);
        _ = reader.ReadArrayHeader();
        return (reader.ReadRequiredString(), new(reader.ReadGuid()), reader.ReadInt64(), new(reader.ReadBinarySpan()));
    }

    private static async ValueTask<AppendResult> AddAsync(
        IEventStore store, RecordSchema schema, StreamInfo info, long number, ChainHash hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var batch = new AppendBatch();
        batch.StartSystem(SystemStreams.Tombstones);
        Write(batch.Buffer, info, number, hash);
        batch.Add(schema, new(Guid.CreateVersion7(now)), now, metadata: null, payloadStart: 0);
        return await store.AppendAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    private static void Write(PooledBuffer buffer, StreamInfo info, long number, ChainHash hash)
    {
        Span<byte> bytes = stackalloc byte[ChainHash.Size];
        hash.Write(bytes);
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(4);
        writer.Write(info.StreamId);
        writer.Write(info.Incarnation.ToGuid());
        writer.Write(number);
        writer.Write(bytes);
        writer.Flush();
    }
}
