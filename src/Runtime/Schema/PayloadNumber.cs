using System.Globalization;
using Daybook.MessagePack;

namespace Daybook.Schema;

/// <summary>Reads what has one plain invariant text: numbers, dates, identifiers.</summary>
internal static class PayloadNumber
{
    public static Int128 ReadInteger(ref MessagePackReader reader, WireKind kind) => kind switch
    {
        WireKind.Int8 => reader.ReadSByte(),
        WireKind.Int16 => reader.ReadInt16(),
        WireKind.Int32 => reader.ReadInt32(),
        WireKind.Int64 => reader.ReadInt64(),
        WireKind.UInt8 => reader.ReadByte(),
        WireKind.UInt16 => reader.ReadUInt16(),
        WireKind.UInt32 => reader.ReadUInt32(),
        _ => reader.ReadUInt64(),
    };

    public static string ReadPlain(ref MessagePackReader reader, WireKind kind)
    {
        var invariant = CultureInfo.InvariantCulture;
        return kind switch
        {
            WireKind.Boolean => reader.ReadBoolean() ? "true" : "false",
            WireKind.Int128 => reader.ReadInt128().ToString(invariant),
            WireKind.UInt128 => reader.ReadUInt128().ToString(invariant),
            WireKind.BigInt => reader.ReadBigInteger().ToString(invariant),
            WireKind.Index => reader.ReadIndex().ToString(),
            WireKind.Float16 => reader.ReadHalf().ToString(invariant),
            WireKind.Float32 => reader.ReadSingle().ToString(invariant),
            WireKind.Float64 => reader.ReadDouble().ToString(invariant),
            WireKind.Decimal => reader.ReadDecimal().ToString(invariant),
            WireKind.Guid => reader.ReadGuid().ToString("D"),
            WireKind.DateTime => ReadTime(ref reader),
            WireKind.DateTimeOffset => reader.ReadDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", invariant),
            WireKind.TimeSpan => reader.ReadTimeSpan().ToString("c", invariant),
            WireKind.Date => reader.ReadDateOnly().ToString("yyyy-MM-dd", invariant),
            WireKind.Time => reader.ReadTimeOnly().ToString("HH:mm:ss.FFFFFFF", invariant),
            _ => ReadInteger(ref reader, kind).ToString(invariant),
        };
    }

    /// <summary>Reads the header of an array that has one length only.</summary>
    public static void ReadCount(ref MessagePackReader reader, int expected)
    {
        int start = reader.Position;
        int count = reader.ReadArrayHeader();
        if (count != expected)
        {
            throw new MessagePackFormatException($"Expected an array of {expected}, found one of {count}.", start);
        }
    }

    /// <summary>Reads header and tag of a union; null when no case has the tag.</summary>
    public static WireType? ReadTag(ref MessagePackReader reader, WireType union, out int tag)
    {
        ReadCount(ref reader, 2);
        tag = reader.ReadInt32();
        return union.CaseType(tag);
    }

    public static void RefuseRest(ref MessagePackReader reader)
    {
        if (!reader.End)
        {
            throw new MessagePackFormatException($"{reader.Remaining} bytes stand behind the payload.", reader.Position);
        }
    }

    private static string ReadTime(ref MessagePackReader reader)
        => reader.ReadDateTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
