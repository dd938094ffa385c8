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
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly PooledBuffer _scratch = new();

    /// <summary>The hash of the next event.</summary>
    /// <param name="previous">The hash of the event before it; all zeros for a stream's first event.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="sequence">The event's sequence.</param>
    /// <param name="pending">The event.</param>
    /// <param name="payload">Its payload.</param>
    /// <returns>The hash.</returns>
    public ChainHash Next(in ChainHash previous, string streamId, long sequence, in PendingEvent pending, ReadOnlySpan<byte> payload)
    {
        return Next(previous, streamId, sequence, pending.Id, pending.TimestampTicks, pending.Schema, pending.Metadata, payload);
    }

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
        Span<byte> fixedPart = stackalloc byte[ChainHash.Size];
        previous.Write(fixedPart);
        _hash.AppendData(fixedPart);
        AppendText(streamId);
        BinaryPrimitives.WriteInt64LittleEndian(fixedPart, sequence);
        id.Write(fixedPart[8..]);
        BinaryPrimitives.WriteInt64LittleEndian(fixedPart[24..], timestampTicks);
        _hash.AppendData(fixedPart);
        AppendText(type.Name);
        BinaryPrimitives.WriteInt32LittleEndian(fixedPart, type.Version);
        _hash.AppendData(fixedPart[..4]);
        AppendMetadata(metadata);
        payloadHash.Write(fixedPart);
        _hash.AppendData(fixedPart);
        _ = _hash.GetHashAndReset(fixedPart);
        return new(fixedPart);
    }

    internal static ChainHash HashOf(ReadOnlySpan<byte> payload)
    {
        Span<byte> hash = stackalloc byte[ChainHash.Size];
        _ = SHA256.HashData(payload, hash);
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

    /// <summary>Gives the hash function back.</summary>
    public void Dispose()
    {
        _hash.Dispose();
        _scratch.Dispose();
    }

    private void AppendText(string text)
    {
        _scratch.Clear();
        Span<byte> bytes = _scratch.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        AppendSized(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    private void AppendMetadata(EventMetadata? metadata)
    {
        _scratch.Clear();
        if (metadata is not null)
        {
            MetadataFormat.Write(_scratch, metadata);
        }

        AppendSized(_scratch.WrittenSpan);
    }

    private void AppendSized(ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        _hash.AppendData(length);
        _hash.AppendData(bytes);
    }
}
