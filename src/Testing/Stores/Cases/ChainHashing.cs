using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Daybook.MessagePack;

namespace Daybook.Testing;

/// <summary>The chain as docs/format.md specifies it, written a second time, so that stores do not check themselves.</summary>
internal static class ChainHashing
{
    internal static byte[] Next(byte[] previous, string streamId, long sequence, EventId id, long ticks, string type, int version, EventMetadata? metadata, ReadOnlySpan<byte> payload)
    {
        using var bytes = new MemoryStream();
        bytes.Write(previous);
        WriteSized(bytes, Encoding.UTF8.GetBytes(streamId));
        WriteInt64(bytes, sequence);
        bytes.Write(id.ToGuid().ToByteArray(bigEndian: true));
        WriteInt64(bytes, ticks);
        WriteSized(bytes, Encoding.UTF8.GetBytes(type));
        WriteInt32(bytes, version);
        WriteSized(bytes, BytesOf(metadata));
        bytes.Write(SHA256.HashData(payload));
        return SHA256.HashData(bytes.ToArray());
    }

    private static byte[] BytesOf(EventMetadata? metadata)
    {
        if (metadata is null)
        {
            return [];
        }

        using var buffer = new PooledBuffer();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(5);
        writer.Write(metadata.CorrelationId);
        writer.Write(metadata.CausationId);
        writer.Write(metadata.Actor);
        writer.Write(metadata.Source);
        writer.WriteMapHeader(metadata.Headers.Count);
        foreach ((string name, string value) in metadata.Headers)
        {
            writer.Write(name);
            writer.Write(value);
        }

        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteSized(MemoryStream stream, byte[] bytes)
    {
        WriteInt32(stream, bytes.Length);
        stream.Write(bytes);
    }

    private static void WriteInt32(MemoryStream stream, int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    private static void WriteInt64(MemoryStream stream, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        stream.Write(bytes);
    }
}
