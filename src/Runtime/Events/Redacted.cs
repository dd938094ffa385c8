using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook;

/// <summary>
/// What stands in place of an event whose payload was taken out for good, see <c>RedactAsync</c>. A state takes it with a reducer or lists it
/// with <c>[Records&lt;Redacted&gt;]</c>; only a redaction records it. Written by hand, since the runtime cannot be built with the generator that
/// is built for it.
/// </summary>
/// <param name="Type">What the event was recorded as.</param>
/// <param name="PayloadHash">SHA-256 of the payload that it had.</param>
/// <param name="Reason">Why it was redacted.</param>
/// <param name="RedactedAt">When it was redacted, in UTC.</param>
public sealed record Redacted(EventType Type, ChainHash PayloadHash, string Reason, DateTimeOffset RedactedAt) : IEvent<Redacted>
{
    private const int Members = 5;

    static RecordSchema IEvent<Redacted>.Schema => RedactedFormat.Schema;

    static void IEvent<Redacted>.Write(ref MessagePackWriter writer, in Redacted value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Span<byte> hash = stackalloc byte[ChainHash.Size];
        value.PayloadHash.Write(hash);
        writer.WriteArrayHeader(Members);
        writer.Write(value.Type.Name);
        writer.Write(value.Type.Version);
        writer.Write(hash);
        writer.Write(value.Reason);
        writer.Write(value.RedactedAt.ToUniversalTime());
    }

    static Redacted IEvent<Redacted>.Read(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        if (count < Members)
        {
            throw new MessagePackFormatException($"A redacted event has {Members} members, not {count}.", reader.Position);
        }

        var type = new EventType(reader.ReadRequiredString(), reader.ReadInt32());
        ReadOnlySpan<byte> hash = reader.ReadBinarySpan();
        if (hash.Length != ChainHash.Size)
        {
            throw new MessagePackFormatException($"A hash has {ChainHash.Size} bytes, not {hash.Length}.", reader.Position);
        }

        var value = new Redacted(type, new(hash), reader.ReadRequiredString(), reader.ReadDateTimeOffset());
        for (int i = Members; i < count; i++)
        {
            reader.Skip();
        }

        return value;
    }
}
