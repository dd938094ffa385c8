using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>A type that the writer and the reader know.</summary>
/// <param name="Schema">Its name in schema lines.</param>
/// <param name="Reader">What stands behind Read in the reader's method.</param>
internal sealed record Leaf(string Schema, string Reader)
{
    private static readonly Dictionary<SpecialType, Leaf> Special = new()
    {
        [SpecialType.System_Boolean] = new("bool", "Boolean"),
        [SpecialType.System_SByte] = new("int8", "SByte"),
        [SpecialType.System_Int16] = new("int16", "Int16"),
        [SpecialType.System_Int32] = new("int32", "Int32"),
        [SpecialType.System_Int64] = new("int64", "Int64"),
        [SpecialType.System_Byte] = new("uint8", "Byte"),
        [SpecialType.System_UInt16] = new("uint16", "UInt16"),
        [SpecialType.System_UInt32] = new("uint32", "UInt32"),
        [SpecialType.System_UInt64] = new("uint64", "UInt64"),
        [SpecialType.System_Single] = new("float32", "Single"),
        [SpecialType.System_Double] = new("float64", "Double"),
        [SpecialType.System_Decimal] = new("decimal", "Decimal"),
        [SpecialType.System_Char] = new("char", "Char"),
        [SpecialType.System_String] = new("string", "String"),
        [SpecialType.System_DateTime] = new("datetime", "DateTime"),
    };

    private static readonly Dictionary<string, Leaf> Named = new(StringComparer.Ordinal)
    {
        ["System.Half"] = new("float16", "Half"),
        ["System.Int128"] = new("int128", "Int128"),
        ["System.UInt128"] = new("uint128", "UInt128"),
        ["System.Numerics.BigInteger"] = new("bigint", "BigInteger"),
        ["System.Text.Rune"] = new("rune", "Rune"),
        ["System.Index"] = new("index", "Index"),
        ["System.Text.StringBuilder"] = new("string", "StringBuilder"),
        ["System.Guid"] = new("guid", "Guid"),
        ["System.DateTimeOffset"] = new("datetimeoffset", "DateTimeOffset"),
        ["System.TimeSpan"] = new("timespan", "TimeSpan"),
        ["System.DateOnly"] = new("date", "DateOnly"),
        ["System.TimeOnly"] = new("time", "TimeOnly"),
        ["System.Uri"] = new("uri", "Uri"),
        ["System.Version"] = new("version", "Version"),
        ["System.Text.Json.JsonElement"] = new("json", "JsonElement"),
        ["System.ReadOnlyMemory<byte>"] = new("bytes", "Memory"),
        ["System.Memory<byte>"] = new("bytes", "Bytes"),
        ["System.ArraySegment<byte>"] = new("bytes", "Bytes"),
        ["System.Buffers.ReadOnlySequence<byte>"] = new("bytes", "Sequence"),
        ["Daybook.AppendableText"] = new("string", "AppendableText"),
    };

    private static readonly Leaf Bytes = new("bytes", "Bytes");

    /// <summary>The types that it finds.</summary>
    public static IEnumerable<string> Names => Special.Keys.Select(type => type.ToString().Replace('_', '.')).Concat(Named.Keys);

    public static Leaf? Find(ITypeSymbol type) =>
        type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } ? Bytes
        : Special.TryGetValue(type.SpecialType, out Leaf? leaf) || Named.TryGetValue(type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(), out leaf) ? leaf
        : null;
}
