using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>
/// Computes the hash chain of streams: each event's hash covers the one before it, so no event can be changed, taken out
/// or put in without changing all that follow. docs/format.md specifies the bytes. Not safe for concurrent use.
/// </summary>
public sealed class EventChain : IDisposable
{
    private readonly PooledBuffer _scratch = new();
    private readonly PooledBuffer _metadata = new();

    /// <summary>The hash of the next event.</summary>
    /// <param name="previous">The hash of the event before it; all zeros for a stream's first event.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="sequence">The event's sequence.</param>
    /// <param name="pending">The event.</param>
    /// <param name="payload">Its payload.</param>
    /// <returns>The hash.</returns>
    public ChainHash Next(in ChainHash previous, string streamId, long sequence, in PendingEvent pending, ReadOnlySpan<byte> payload) =>
        Next(previous, streamId, sequence, pending.Id, pending.TimestampTicks, pending.Schema, pending.Metadata, payload);

    /// <summary>The hash of the next event, by the hash of its payload: all that is left of a redacted one.</summary>
    /// <param name="previous">The hash of the event before it; all zeros for a stream's first event.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="sequence">The event's sequence.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="timestampTicks">When it was recorded: UTC ticks.</param>
    /// <param name="type">What it was recorded as.</param>
    /// <param name="metadata">Its metadata, or null.</param>
    /// <param name="payloadHash">SHA-256 of its payload.</param>
    /// <returns>The hash.</returns>
    public ChainHash Next(
        in ChainHash previous, string streamId, long sequence, EventId id, long timestampTicks, EventType type, EventMetadata? metadata, in ChainHash payloadHash)
    {
        ArgumentNullException.ThrowIfNull(streamId);
        // One buffer, one call: hashing part by part costs more than the hash.
        _scratch.Clear();
        previous.Write(_scratch.GetSpan(ChainHash.Size));
        _scratch.Advance(ChainHash.Size);
        AddText(streamId);
        Span<byte> position = _scratch.GetSpan(32);
        BinaryPrimitives.WriteInt64LittleEndian(position, sequence);
        id.Write(position[8..]);
        BinaryPrimitives.WriteInt64LittleEndian(position[24..], timestampTicks);
        _scratch.Advance(32);
        AddText(type.Name);
        AddInt32(type.Version);
        AddMetadata(metadata);
        payloadHash.Write(_scratch.GetSpan(ChainHash.Size));
        _scratch.Advance(ChainHash.Size);
        return HashOf(_scratch.WrittenSpan);
    }

    internal static ChainHash HashOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[ChainHash.Size];
        _ = SHA256.HashData(bytes, hash);
        return new(hash);
    }

    /// <summary>The hash that an event of a page should have, at a sequence that it may only seem to have.</summary>
    internal ChainHash Next(in ChainHash previous, string streamId, long sequence, EventPage page, in RecordedEvent recorded) =>
        Next(previous, streamId, sequence, recorded.Id, recorded.TimestampTicks, page.Types[recorded.TypeIndex], recorded.Metadata, page.PayloadOf(recorded));

    // A redacted event counts as what it was: that is how the chain survives, in a copy, too.
    private ChainHash Next(
        in ChainHash previous, string streamId, long sequence, EventId id, long timestampTicks, RecordSchema schema, EventMetadata? metadata, ReadOnlySpan<byte> payload) =>
        RedactedFormat.TryReadOriginal(schema, payload, out EventType type, out ChainHash payloadHash)
            ? Next(previous, streamId, sequence, id, timestampTicks, type, metadata, payloadHash)
            : Next(previous, streamId, sequence, id, timestampTicks, new(schema.Name, schema.Version), metadata, HashOf(payload));

    /// <summary>Gives the buffers back.</summary>
    public void Dispose()
    {
        _scratch.Dispose();
        _metadata.Dispose();
    }

    private void AddText(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        AddInt32(length);
        _ = Encoding.UTF8.GetBytes(text, _scratch.GetSpan(length));
        _scratch.Advance(length);
    }

    private void AddMetadata(EventMetadata? metadata)
    {
        _metadata.Clear();
        if (metadata is not null)
        {
            MetadataFormat.Write(_metadata, metadata);
        }

        AddInt32(_metadata.Length);
        _scratch.Write(_metadata.WrittenSpan);
    }

    private void AddInt32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_scratch.GetSpan(sizeof(int)), value);
        _scratch.Advance(sizeof(int));
    }
}
