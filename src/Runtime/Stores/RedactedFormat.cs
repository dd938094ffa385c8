using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>What stores must know of a redacted event: what it was before. The rest of it is the event's own business.</summary>
internal static class RedactedFormat
{
    internal static readonly RecordSchema Schema = new(
        "event $redacted@1 (0 Type: string, 1 Version: int32, 2 PayloadHash: bytes, 3 Reason: string, 4 RedactedAt: datetimeoffset)");

    /// <summary>The type that an event was recorded as and the hash of the payload that it had, if it is a redacted one.</summary>
    internal static bool TryReadOriginal(RecordSchema schema, ReadOnlySpan<byte> payload, out EventType type, out ChainHash payloadHash)
    {
        type = default;
        payloadHash = default;
        if (schema.Version != Schema.Version || !string.Equals(schema.Name, Schema.Name, StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            var reader = new MessagePackReader(payload);
            _ = reader.ReadArrayHeader();
            type = new(reader.ReadRequiredString(), reader.ReadInt32());
            ReadOnlySpan<byte> hash = reader.ReadBinarySpan();
            payloadHash = hash.Length == ChainHash.Size ? new(hash) : default;
            return hash.Length == ChainHash.Size;
        }
        catch (MessagePackFormatException)
        {
            // Nothing but its name: it counts as the event that it is.
            return false;
        }
    }
}
