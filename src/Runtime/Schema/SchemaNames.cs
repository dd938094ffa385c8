using System.Collections.Frozen;

namespace Daybook.Schema;

/// <summary>The words of the schema language.</summary>
internal static class SchemaNames
{
    private static readonly FrozenDictionary<string, WireKind> Scalars = new Dictionary<string, WireKind>(StringComparer.Ordinal)
    {
        ["bool"] = WireKind.Boolean,
        ["int8"] = WireKind.Int8,
        ["int16"] = WireKind.Int16,
        ["int32"] = WireKind.Int32,
        ["int64"] = WireKind.Int64,
        ["uint8"] = WireKind.UInt8,
        ["uint16"] = WireKind.UInt16,
        ["uint32"] = WireKind.UInt32,
        ["uint64"] = WireKind.UInt64,
        ["int128"] = WireKind.Int128,
        ["uint128"] = WireKind.UInt128,
        ["bigint"] = WireKind.BigInt,
        ["float16"] = WireKind.Float16,
        ["float32"] = WireKind.Float32,
        ["float64"] = WireKind.Float64,
        ["decimal"] = WireKind.Decimal,
        ["char"] = WireKind.Char,
        ["rune"] = WireKind.Rune,
        ["index"] = WireKind.Index,
        ["string"] = WireKind.String,
        ["bytes"] = WireKind.Bytes,
        ["guid"] = WireKind.Guid,
        ["datetime"] = WireKind.DateTime,
        ["datetimeoffset"] = WireKind.DateTimeOffset,
        ["timespan"] = WireKind.TimeSpan,
        ["date"] = WireKind.Date,
        ["time"] = WireKind.Time,
        ["uri"] = WireKind.Uri,
        ["version"] = WireKind.Version,
        ["json"] = WireKind.Json,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsScalar(string word, out WireKind kind) => Scalars.TryGetValue(word, out kind);

    public static string Of(WireKind kind) => kind switch
    {
        WireKind.Boolean => "bool",
        WireKind.List => "list",
        WireKind.Set => "set",
        WireKind.Map => "map",
        WireKind.Tuple => "tuple",
        WireKind.Enum => "enum",
        WireKind.Union => "union",
        WireKind.Reference => "ref",
        WireKind.Record => "record",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>Range of an integer kind; false for other kinds.</summary>
    public static bool Range(WireKind kind, out Int128 minimum, out Int128 maximum)
    {
        (minimum, maximum) = kind switch
        {
            WireKind.Int8 => ((Int128)sbyte.MinValue, (Int128)sbyte.MaxValue),
            WireKind.Int16 => (short.MinValue, short.MaxValue),
            WireKind.Int32 => (int.MinValue, int.MaxValue),
            WireKind.Int64 => (long.MinValue, long.MaxValue),
            WireKind.UInt8 => (0, byte.MaxValue),
            WireKind.UInt16 => (0, ushort.MaxValue),
            WireKind.UInt32 => (0, uint.MaxValue),
            WireKind.UInt64 => (0, ulong.MaxValue),
            _ => (0, -1),
        };
        return maximum > 0;
    }
}
