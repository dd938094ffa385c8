// Made from docs/types.md by: dotnet run --project eng/TypeTable
#nullable enable
using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Daybook.Types.Tests;

public static class TypeTable
{
    public static IReadOnlyList<TypeRow> Rows { get; } =
    [
        new TypeRow<BoolRow, BoolRowEverywhere>(
            "bool",
            "bool",
            [(new(false), "c2"), (new(true), "c3")],
            (row, isNull) => new(row.Value, isNull ? default(bool?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<SbyteRow, SbyteRowEverywhere>(
            "sbyte",
            "int8",
            [(new(sbyte.MinValue), "d080"), (new(-33), "d0df"), (new(-32), "e0"), (new(-1), "ff"), (new(0), "00"), (new(sbyte.MaxValue), "7f")],
            (row, isNull) => new(row.Value, isNull ? default(sbyte?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ShortRow, ShortRowEverywhere>(
            "short",
            "int16",
            [(new(short.MinValue), "d18000"), (new(-129), "d1ff7f"), (new(-128), "d080"), (new(255), "ccff"), (new(256), "cd0100"), (new(short.MaxValue), "cd7fff")],
            (row, isNull) => new(row.Value, isNull ? default(short?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IntRow, IntRowEverywhere>(
            "int",
            "int32",
            [(new(int.MinValue), "d280000000"), (new(-32769), "d2ffff7fff"), (new(-32768), "d18000"), (new(65535), "cdffff"), (new(65536), "ce00010000"), (new(int.MaxValue), "ce7fffffff")],
            (row, isNull) => new(row.Value, isNull ? default(int?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<LongRow, LongRowEverywhere>(
            "long",
            "int64",
            [(new(long.MinValue), "d38000000000000000"), (new(int.MinValue - 1L), "d3ffffffff7fffffff"), (new(4294967295), "ceffffffff"), (new(4294967296), "cf0000000100000000"), (new(long.MaxValue), "cf7fffffffffffffff")],
            (row, isNull) => new(row.Value, isNull ? default(long?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ByteRow, ByteRowEverywhere>(
            "byte",
            "uint8",
            [(new(0), "00"), (new(127), "7f"), (new(128), "cc80"), (new(255), "ccff")],
            (row, isNull) => new(row.Value, isNull ? default(byte?) : row.Value, new(row.Value), [row.Value], null, new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<UshortRow, UshortRowEverywhere>(
            "ushort",
            "uint16",
            [(new(0), "00"), (new(255), "ccff"), (new(256), "cd0100"), (new(ushort.MaxValue), "cdffff")],
            (row, isNull) => new(row.Value, isNull ? default(ushort?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<UintRow, UintRowEverywhere>(
            "uint",
            "uint32",
            [(new(0), "00"), (new(65535), "cdffff"), (new(65536), "ce00010000"), (new(uint.MaxValue), "ceffffffff")],
            (row, isNull) => new(row.Value, isNull ? default(uint?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<UlongRow, UlongRowEverywhere>(
            "ulong",
            "uint64",
            [(new(0), "00"), (new(uint.MaxValue), "ceffffffff"), (new(9223372036854775808), "cf8000000000000000"), (new(ulong.MaxValue), "cfffffffffffffffff")],
            (row, isNull) => new(row.Value, isNull ? default(ulong?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<HalfRow, HalfRowEverywhere>(
            "Half",
            "float16",
            [(new((Half)1.5), "ca3fc00000"), (new(Half.MinValue), "cac77fe000"), (new(Half.NaN), "caffc00000")],
            (row, isNull) => new(row.Value, isNull ? default(Half?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<FloatRow, FloatRowEverywhere>(
            "float",
            "float32",
            [(new(1.5f), "ca3fc00000"), (new(-0f), "ca80000000"), (new(float.PositiveInfinity), "ca7f800000"), (new(float.Epsilon), "ca00000001"), (new(float.NaN), "caffc00000")],
            (row, isNull) => new(row.Value, isNull ? default(float?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<DoubleRow, DoubleRowEverywhere>(
            "double",
            "float64",
            [(new(-2.25), "cbc002000000000000"), (new(-0d), "cb8000000000000000"), (new(double.NegativeInfinity), "cbfff0000000000000"), (new(double.Epsilon), "cb0000000000000001"), (new(double.NaN), "cbfff8000000000000")],
            (row, isNull) => new(row.Value, isNull ? default(double?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<Int128Row, Int128RowEverywhere>(
            "Int128",
            "int128",
            [(new(0), "c41000000000000000000000000000000000"), (new(-1), "c410ffffffffffffffffffffffffffffffff"), (new(Int128.MaxValue), "c410ffffffffffffffffffffffffffffff7f")],
            (row, isNull) => new(row.Value, isNull ? default(Int128?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<UInt128Row, UInt128RowEverywhere>(
            "UInt128",
            "uint128",
            [(new(1), "c41001000000000000000000000000000000"), (new(UInt128.MaxValue), "c410ffffffffffffffffffffffffffffffff")],
            (row, isNull) => new(row.Value, isNull ? default(UInt128?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<BigIntegerRow, BigIntegerRowEverywhere>(
            "BigInteger",
            "bigint",
            [(new(0), "c40100"), (new(-1), "c401ff"), (new(128), "c4028000"), (new(BigInteger.Pow(10, 20)), "c409000010632d5ec76b05")],
            (row, isNull) => new(row.Value, isNull ? default(BigInteger?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<DecimalRow, DecimalRowEverywhere>(
            "decimal",
            "decimal",
            [(new(9.950m), "a5392e393530"), (new(decimal.MinValue), "be2d3739323238313632353134323634333337353933353433393530333335"), (new(0m), "a130")],
            (row, isNull) => new(row.Value, isNull ? default(decimal?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<CharRow, CharRowEverywhere>(
            "char",
            "char",
            [(new('a'), "61"), (new('€'), "cd20ac")],
            (row, isNull) => new(row.Value, isNull ? default(char?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<RuneRow, RuneRowEverywhere>(
            "Rune",
            "rune",
            [(new(new Rune('a')), "61"), (new(new Rune(0x1F600)), "ce0001f600")],
            (row, isNull) => new(row.Value, isNull ? default(Rune?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<StringRow, StringRowEverywhere>(
            "string",
            "string",
            [(new(""), "a0"), (new("text"), "a474657874"), (new("ü€😀"), "a9c3bce282acf09f9880")],
            (row, isNull) => new(row.Value, isNull ? default(string?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<StringBuilderRow, StringBuilderRowEverywhere>(
            "StringBuilder",
            "string",
            [(new(new StringBuilder("text")), "a474657874")],
            (row, isNull) => new(row.Value, isNull ? default(StringBuilder?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<AppendableTextRow, AppendableTextRowEverywhere>(
            "AppendableText",
            "string",
            [(new(new AppendableText("text")), "a474657874")],
            (row, isNull) => new(row.Value, isNull ? default(AppendableText?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<GuidRow, GuidRowEverywhere>(
            "Guid",
            "guid",
            [(new(Guid.Parse("01234567-89ab-cdef-0123-456789abcdef")), "d92430313233343536372d383961622d636465662d303132332d343536373839616263646566")],
            (row, isNull) => new(row.Value, isNull ? default(Guid?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<DateTimeRow, DateTimeRowEverywhere>(
            "DateTime",
            "datetime",
            [(new(DateTime.UnixEpoch), "d6ff00000000"), (new(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)), "d6ff695735a5"), (new(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1)), "d7ff00000190695735a5"), (new(DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc)), "c70cff00000000fffffff1886e0900")],
            (row, isNull) => new(row.Value, isNull ? default(DateTime?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<DateTimeOffsetRow, DateTimeOffsetRowEverywhere>(
            "DateTimeOffset",
            "datetimeoffset",
            [(new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2))), "92d6ff695735a578"), (new(new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(-90))), "92d6ff00000000d0a6")],
            (row, isNull) => new(row.Value, isNull ? default(DateTimeOffset?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<TimeSpanRow, TimeSpanRowEverywhere>(
            "TimeSpan",
            "timespan",
            [(new(TimeSpan.FromTicks(17)), "11"), (new(TimeSpan.MinValue), "d38000000000000000")],
            (row, isNull) => new(row.Value, isNull ? default(TimeSpan?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<DateOnlyRow, DateOnlyRowEverywhere>(
            "DateOnly",
            "date",
            [(new(DateOnly.MinValue), "00"), (new(new DateOnly(2026, 1, 2)), "ce000b4921")],
            (row, isNull) => new(row.Value, isNull ? default(DateOnly?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<TimeOnlyRow, TimeOnlyRowEverywhere>(
            "TimeOnly",
            "time",
            [(new(TimeOnly.MinValue), "00"), (new(TimeOnly.MaxValue), "cf000000c92a69bfff")],
            (row, isNull) => new(row.Value, isNull ? default(TimeOnly?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<UriRow, UriRowEverywhere>(
            "Uri",
            "uri",
            [(new(new Uri("https://example.org/a")), "b568747470733a2f2f6578616d706c652e6f72672f61"), (new(new Uri("/a b", UriKind.Relative)), "a42f612062")],
            (row, isNull) => new(row.Value, isNull ? default(Uri?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<VersionRow, VersionRowEverywhere>(
            "Version",
            "version",
            [(new(new Version(1, 2)), "a3312e32"), (new(new Version(1, 2, 3, 4)), "a7312e322e332e34")],
            (row, isNull) => new(row.Value, isNull ? default(Version?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<JsonElementRow, JsonElementRowEverywhere>(
            "JsonElement",
            "json",
            [(new(Sample.Json("{ \"a\": [1, null] }")), "ae7b2261223a5b312c6e756c6c5d7d"), (new(Sample.Json("null")), "a46e756c6c")],
            (row, isNull) => new(row.Value, isNull ? default(JsonElement?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IndexRow, IndexRowEverywhere>(
            "Index",
            "index",
            [(new(3), "03"), (new(^0), "ff"), (new(^2), "fd")],
            (row, isNull) => new(row.Value, isNull ? default(Index?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ByteArray1Row, ByteArray1RowEverywhere>(
            "byte[]",
            "bytes",
            [(new([]), "c400"), (new([1, 2]), "c4020102")],
            (row, isNull) => new(row.Value, isNull ? default(byte[]?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<MemoryOfByteRow, MemoryOfByteRowEverywhere>(
            "Memory<byte>",
            "bytes",
            [(new(new byte[] { 1, 2 }), "c4020102")],
            (row, isNull) => new(row.Value, isNull ? default(Memory<byte>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ReadOnlyMemoryOfByteRow, ReadOnlyMemoryOfByteRowEverywhere>(
            "ReadOnlyMemory<byte>",
            "bytes",
            [(new(new byte[] { 1, 2 }), "c4020102")],
            (row, isNull) => new(row.Value, isNull ? default(ReadOnlyMemory<byte>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ArraySegmentOfByteRow, ArraySegmentOfByteRowEverywhere>(
            "ArraySegment<byte>",
            "bytes",
            [(new(new ArraySegment<byte>([1, 2, 3, 4], 1, 2)), "c4020203")],
            (row, isNull) => new(row.Value, isNull ? default(ArraySegment<byte>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ReadOnlySequenceOfByteRow, ReadOnlySequenceOfByteRowEverywhere>(
            "ReadOnlySequence<byte>",
            "bytes",
            [(new(new ReadOnlySequence<byte>([1, 2])), "c4020102")],
            (row, isNull) => new(row.Value, isNull ? default(ReadOnlySequence<byte>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ListOfByteRow, ListOfByteRowEverywhere>(
            "List<byte>",
            "list<uint8>",
            [(new([1, 255]), "9201ccff")],
            (row, isNull) => new(row.Value, isNull ? default(List<byte>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ImmutableArrayOfByteRow, ImmutableArrayOfByteRowEverywhere>(
            "ImmutableArray<byte>",
            "list<uint8>",
            [(new([1, 255]), "9201ccff")],
            (row, isNull) => new(row.Value, isNull ? default(ImmutableArray<byte>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<RangeRow, RangeRowEverywhere>(
            "Range",
            "tuple<index, index>",
            [(new(1..^1), "9201fe"), (new(..), "9200ff")],
            (row, isNull) => new(row.Value, isNull ? default(Range?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ComplexRow, ComplexRowEverywhere>(
            "Complex",
            "tuple<float64, float64>",
            [(new(new Complex(1.5, -2)), "92cb3ff8000000000000cbc000000000000000")],
            (row, isNull) => new(row.Value, isNull ? default(Complex?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<Vector2Row, Vector2RowEverywhere>(
            "Vector2",
            "tuple<float32, float32>",
            [(new(new Vector2(1, 2)), "92ca3f800000ca40000000")],
            (row, isNull) => new(row.Value, isNull ? default(Vector2?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<Vector3Row, Vector3RowEverywhere>(
            "Vector3",
            "tuple<float32, float32, float32>",
            [(new(new Vector3(1, 2, 3)), "93ca3f800000ca40000000ca40400000")],
            (row, isNull) => new(row.Value, isNull ? default(Vector3?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<Vector4Row, Vector4RowEverywhere>(
            "Vector4",
            "tuple<float32, float32, float32, float32>",
            [(new(new Vector4(1, 2, 3, 4)), "94ca3f800000ca40000000ca40400000ca40800000")],
            (row, isNull) => new(row.Value, isNull ? default(Vector4?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<QuaternionRow, QuaternionRowEverywhere>(
            "Quaternion",
            "tuple<float32, float32, float32, float32>",
            [(new(new Quaternion(1, 2, 3, 4)), "94ca3f800000ca40000000ca40400000ca40800000")],
            (row, isNull) => new(row.Value, isNull ? default(Quaternion?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<Matrix3x2Row, Matrix3x2RowEverywhere>(
            "Matrix3x2",
            "tuple<float32, float32, float32, float32, float32, float32>",
            [(new(new Matrix3x2(1, 2, 3, 4, 5, 6)), "96ca3f800000ca40000000ca40400000ca40800000ca40a00000ca40c00000")],
            (row, isNull) => new(row.Value, isNull ? default(Matrix3x2?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<Matrix4x4Row, Matrix4x4RowEverywhere>(
            "Matrix4x4",
            "tuple<float32, float32, float32, float32, float32, float32, float32, float32, float32, float32, float32, float32, float32, float32, float32, float32>",
            [(new(new Matrix4x4(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)), "dc0010ca3f800000ca40000000ca40400000ca40800000ca40a00000ca40c00000ca40e00000ca41000000ca41100000ca41200000ca41300000ca41400000ca41500000ca41600000ca41700000ca41800000")],
            (row, isNull) => new(row.Value, isNull ? default(Matrix4x4?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<KeyValuePairOfStringIntRow, KeyValuePairOfStringIntRowEverywhere>(
            "KeyValuePair<string, int>",
            "tuple<string, int32>",
            [(new(new KeyValuePair<string, int>("a", 1)), "92a16101")],
            (row, isNull) => new(row.Value, isNull ? default(KeyValuePair<string, int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<TupleOfIntRow, TupleOfIntRowEverywhere>(
            "Tuple<int>",
            "tuple<int32>",
            [(new(Tuple.Create(1)), "9101")],
            (row, isNull) => new(row.Value, isNull ? default(Tuple<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<TupleOfIntStringRow, TupleOfIntStringRowEverywhere>(
            "Tuple<int, string>",
            "tuple<int32, string>",
            [(new(Tuple.Create(1, "b")), "9201a162")],
            (row, isNull) => new(row.Value, isNull ? default(Tuple<int, string>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<TupleOfIntIntIntRow, TupleOfIntIntIntRowEverywhere>(
            "Tuple<int, int, int>",
            "tuple<int32, int32, int32>",
            [(new(Tuple.Create(1, 2, 3)), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(Tuple<int, int, int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<TupleOfIntIntIntIntRow, TupleOfIntIntIntIntRowEverywhere>(
            "Tuple<int, int, int, int>",
            "tuple<int32, int32, int32, int32>",
            [(new(Tuple.Create(1, 2, 3, 4)), "9401020304")],
            (row, isNull) => new(row.Value, isNull ? default(Tuple<int, int, int, int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<TupleOfIntIntIntIntIntRow, TupleOfIntIntIntIntIntRowEverywhere>(
            "Tuple<int, int, int, int, int>",
            "tuple<int32, int32, int32, int32, int32>",
            [(new(Tuple.Create(1, 2, 3, 4, 5)), "950102030405")],
            (row, isNull) => new(row.Value, isNull ? default(Tuple<int, int, int, int, int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<TupleOfIntIntIntIntIntIntRow, TupleOfIntIntIntIntIntIntRowEverywhere>(
            "Tuple<int, int, int, int, int, int>",
            "tuple<int32, int32, int32, int32, int32, int32>",
            [(new(Tuple.Create(1, 2, 3, 4, 5, 6)), "96010203040506")],
            (row, isNull) => new(row.Value, isNull ? default(Tuple<int, int, int, int, int, int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<TupleOfIntIntIntIntIntIntIntRow, TupleOfIntIntIntIntIntIntIntRowEverywhere>(
            "Tuple<int, int, int, int, int, int, int>",
            "tuple<int32, int32, int32, int32, int32, int32, int32>",
            [(new(Tuple.Create(1, 2, 3, 4, 5, 6, 7)), "9701020304050607")],
            (row, isNull) => new(row.Value, isNull ? default(Tuple<int, int, int, int, int, int, int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<TupleOfIntIntIntIntIntIntIntTupleOfIntRow, TupleOfIntIntIntIntIntIntIntTupleOfIntRowEverywhere>(
            "Tuple<int, int, int, int, int, int, int, Tuple<int>>",
            "tuple<int32, int32, int32, int32, int32, int32, int32, tuple<int32>>",
            [(new(Tuple.Create(1, 2, 3, 4, 5, 6, 7, 8)), "98010203040506079108")],
            (row, isNull) => new(row.Value, isNull ? default(Tuple<int, int, int, int, int, int, int, Tuple<int>>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ValueTupleOfIntRow, ValueTupleOfIntRowEverywhere>(
            "ValueTuple<int>",
            "tuple<int32>",
            [(new(ValueTuple.Create(1)), "9101")],
            (row, isNull) => new(row.Value, isNull ? default(ValueTuple<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<TupleIntStringRow, TupleIntStringRowEverywhere>(
            "(int, string)",
            "tuple<int32, string>",
            [(new((1, "b")), "9201a162")],
            (row, isNull) => new(row.Value, isNull ? default((int, string)?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<TupleIntIntIntIntIntIntIntRow, TupleIntIntIntIntIntIntIntRowEverywhere>(
            "(int, int, int, int, int, int, int)",
            "tuple<int32, int32, int32, int32, int32, int32, int32>",
            [(new((1, 2, 3, 4, 5, 6, 7)), "9701020304050607")],
            (row, isNull) => new(row.Value, isNull ? default((int, int, int, int, int, int, int)?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<TupleIntIntIntIntIntIntIntIntRow, TupleIntIntIntIntIntIntIntIntRowEverywhere>(
            "(int, int, int, int, int, int, int, int)",
            "tuple<int32, int32, int32, int32, int32, int32, int32, tuple<int32>>",
            [(new((1, 2, 3, 4, 5, 6, 7, 8)), "98010203040506079108")],
            (row, isNull) => new(row.Value, isNull ? default((int, int, int, int, int, int, int, int)?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<TupleIntIntIntIntIntIntIntStringIntRow, TupleIntIntIntIntIntIntIntStringIntRowEverywhere>(
            "(int, int, int, int, int, int, int, string, int)",
            "tuple<int32, int32, int32, int32, int32, int32, int32, tuple<string, int32>>",
            [(new((1, 2, 3, 4, 5, 6, 7, "h", 9)), "980102030405060792a16809")],
            (row, isNull) => new(row.Value, isNull ? default((int, int, int, int, int, int, int, string, int)?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IntArray1Row, IntArray1RowEverywhere>(
            "int[]",
            "list<int32>",
            [(new([]), "90"), (new([1, 2, 3]), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(int[]?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<StringArray1Row, StringArray1RowEverywhere>(
            "string[]",
            "list<string>",
            [(new(["a", "b"]), "92a161a162")],
            (row, isNull) => new(row.Value, isNull ? default(string[]?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IntArray1Array1Row, IntArray1Array1RowEverywhere>(
            "int[][]",
            "list<list<int32>>",
            [(new([[1, 2], []]), "9292010290")],
            (row, isNull) => new(row.Value, isNull ? default(int[][]?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IntArray2Row, IntArray2RowEverywhere>(
            "int[,]",
            "tuple<int32, int32, list<int32>>",
            [(new(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }), "93020396010203040506"), (new(new int[0, 5]), "93000590")],
            (row, isNull) => new(row.Value, isNull ? default(int[,]?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IntArray3Row, IntArray3RowEverywhere>(
            "int[,,]",
            "tuple<int32, int32, int32, list<int32>>",
            [(new(new[,,] { { { 1, 2 }, { 3, 4 } } }), "940102029401020304")],
            (row, isNull) => new(row.Value, isNull ? default(int[,,]?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IntArray4Row, IntArray4RowEverywhere>(
            "int[,,,]",
            "tuple<int32, int32, int32, int32, list<int32>>",
            [(new(new[,,,] { { { { 1, 2 } }, { { 3, 4 } } } }), "95010201029401020304")],
            (row, isNull) => new(row.Value, isNull ? default(int[,,,]?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IntArray1Array2Row, IntArray1Array2RowEverywhere>(
            "int[][,]",
            "list<tuple<int32, int32, list<int32>>>",
            [(new([new[,] { { 1, 2 } }]), "91930102920102")],
            (row, isNull) => new(row.Value, isNull ? default(int[][,]?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IntArray2Array1Row, IntArray2Array1RowEverywhere>(
            "int[,][]",
            "tuple<int32, int32, list<list<int32>>>",
            [(new(new int[,][] { { [1], [] } }), "93010292910190")],
            (row, isNull) => new(row.Value, isNull ? default(int[,][]?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ListOfIntRow, ListOfIntRowEverywhere>(
            "List<int>",
            "list<int32>",
            [(new([1, 2, 3]), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(List<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IListOfIntRow, IListOfIntRowEverywhere>(
            "IList<int>",
            "list<int32>",
            [(new([1, 2, 3]), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(IList<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ICollectionOfIntRow, ICollectionOfIntRowEverywhere>(
            "ICollection<int>",
            "list<int32>",
            [(new([1, 2, 3]), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(ICollection<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IEnumerableOfIntRow, IEnumerableOfIntRowEverywhere>(
            "IEnumerable<int>",
            "list<int32>",
            [(new([1, 2, 3]), "93010203"), (new(Enumerable.Range(1, 2)), "920102")],
            (row, isNull) => new(row.Value, isNull ? default(IEnumerable<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IReadOnlyListOfIntRow, IReadOnlyListOfIntRowEverywhere>(
            "IReadOnlyList<int>",
            "list<int32>",
            [(new([1, 2, 3]), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(IReadOnlyList<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IReadOnlyCollectionOfIntRow, IReadOnlyCollectionOfIntRowEverywhere>(
            "IReadOnlyCollection<int>",
            "list<int32>",
            [(new([1, 2, 3]), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(IReadOnlyCollection<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<CollectionOfIntRow, CollectionOfIntRowEverywhere>(
            "Collection<int>",
            "list<int32>",
            [(new([1, 2, 3]), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(Collection<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ReadOnlyCollectionOfIntRow, ReadOnlyCollectionOfIntRowEverywhere>(
            "ReadOnlyCollection<int>",
            "list<int32>",
            [(new(new ReadOnlyCollection<int>([1, 2, 3])), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(ReadOnlyCollection<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ObservableCollectionOfIntRow, ObservableCollectionOfIntRowEverywhere>(
            "ObservableCollection<int>",
            "list<int32>",
            [(new([1, 2, 3]), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(ObservableCollection<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ReadOnlyObservableCollectionOfIntRow, ReadOnlyObservableCollectionOfIntRowEverywhere>(
            "ReadOnlyObservableCollection<int>",
            "list<int32>",
            [(new(new ReadOnlyObservableCollection<int>([1, 2, 3])), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(ReadOnlyObservableCollection<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<LinkedListOfIntRow, LinkedListOfIntRowEverywhere>(
            "LinkedList<int>",
            "list<int32>",
            [(new(new LinkedList<int>([1, 2, 3])), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(LinkedList<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<QueueOfIntRow, QueueOfIntRowEverywhere>(
            "Queue<int>",
            "list<int32>",
            [(new(new Queue<int>([1, 2, 3])), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(Queue<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<StackOfIntRow, StackOfIntRowEverywhere>(
            "Stack<int>",
            "list<int32>",
            [(new(new Stack<int>([1, 2, 3])), "93030201")],
            (row, isNull) => new(row.Value, isNull ? default(Stack<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ConcurrentQueueOfIntRow, ConcurrentQueueOfIntRowEverywhere>(
            "ConcurrentQueue<int>",
            "list<int32>",
            [(new(new ConcurrentQueue<int>([1, 2, 3])), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(ConcurrentQueue<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ConcurrentStackOfIntRow, ConcurrentStackOfIntRowEverywhere>(
            "ConcurrentStack<int>",
            "list<int32>",
            [(new(new ConcurrentStack<int>([1, 2, 3])), "93030201")],
            (row, isNull) => new(row.Value, isNull ? default(ConcurrentStack<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ConcurrentBagOfIntRow, ConcurrentBagOfIntRowEverywhere>(
            "ConcurrentBag<int>",
            "list<int32>",
            [(new([3, 1, 2]), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(ConcurrentBag<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<PriorityQueueOfStringIntRow, PriorityQueueOfStringIntRowEverywhere>(
            "PriorityQueue<string, int>",
            "list<tuple<string, int32>>",
            [(new(new PriorityQueue<string, int>([("a", 2), ("b", 1)])), "9292a1620192a16102")],
            (row, isNull) => new(row.Value, isNull ? default(PriorityQueue<string, int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ImmutableArrayOfIntRow, ImmutableArrayOfIntRowEverywhere>(
            "ImmutableArray<int>",
            "list<int32>",
            [(new([1, 2, 3]), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(ImmutableArray<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ImmutableListOfIntRow, ImmutableListOfIntRowEverywhere>(
            "ImmutableList<int>",
            "list<int32>",
            [(new([1, 2, 3]), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(ImmutableList<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IImmutableListOfIntRow, IImmutableListOfIntRowEverywhere>(
            "IImmutableList<int>",
            "list<int32>",
            [(new(ImmutableList.Create(1, 2, 3)), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(IImmutableList<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ImmutableQueueOfIntRow, ImmutableQueueOfIntRowEverywhere>(
            "ImmutableQueue<int>",
            "list<int32>",
            [(new([1, 2, 3]), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(ImmutableQueue<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IImmutableQueueOfIntRow, IImmutableQueueOfIntRowEverywhere>(
            "IImmutableQueue<int>",
            "list<int32>",
            [(new(ImmutableQueue.Create(1, 2, 3)), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(IImmutableQueue<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ImmutableStackOfIntRow, ImmutableStackOfIntRowEverywhere>(
            "ImmutableStack<int>",
            "list<int32>",
            [(new(ImmutableStack.Create(1, 2, 3)), "93030201")],
            (row, isNull) => new(row.Value, isNull ? default(ImmutableStack<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IImmutableStackOfIntRow, IImmutableStackOfIntRowEverywhere>(
            "IImmutableStack<int>",
            "list<int32>",
            [(new(ImmutableStack.Create(1, 2, 3)), "93030201")],
            (row, isNull) => new(row.Value, isNull ? default(IImmutableStack<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<AppendableListOfIntRow, AppendableListOfIntRowEverywhere>(
            "AppendableList<int>",
            "list<int32>",
            [(new([1, 2, 3]), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(AppendableList<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<MemoryOfIntRow, MemoryOfIntRowEverywhere>(
            "Memory<int>",
            "list<int32>",
            [(new(new[] { 1, 2, 3 }), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(Memory<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ReadOnlyMemoryOfIntRow, ReadOnlyMemoryOfIntRowEverywhere>(
            "ReadOnlyMemory<int>",
            "list<int32>",
            [(new(new[] { 1, 2, 3 }), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(ReadOnlyMemory<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ArraySegmentOfIntRow, ArraySegmentOfIntRowEverywhere>(
            "ArraySegment<int>",
            "list<int32>",
            [(new(new ArraySegment<int>([1, 2, 3, 4], 1, 2)), "920203")],
            (row, isNull) => new(row.Value, isNull ? default(ArraySegment<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ReadOnlySequenceOfIntRow, ReadOnlySequenceOfIntRowEverywhere>(
            "ReadOnlySequence<int>",
            "list<int32>",
            [(new(new ReadOnlySequence<int>([1, 2, 3])), "93010203")],
            (row, isNull) => new(row.Value, isNull ? default(ReadOnlySequence<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<BitArrayRow, BitArrayRowEverywhere>(
            "BitArray",
            "list<bool>",
            [(new(new BitArray([true, false, true])), "93c3c2c3")],
            (row, isNull) => new(row.Value, isNull ? default(BitArray?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<HashSetOfStringRow, HashSetOfStringRowEverywhere>(
            "HashSet<string>",
            "set<string>",
            [(new(["b", "a"]), "92a161a162")],
            (row, isNull) => new(row.Value, isNull ? default(HashSet<string>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ISetOfStringRow, ISetOfStringRowEverywhere>(
            "ISet<string>",
            "set<string>",
            [(new(new HashSet<string> { "b", "a" }), "92a161a162")],
            (row, isNull) => new(row.Value, isNull ? default(ISet<string>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IReadOnlySetOfStringRow, IReadOnlySetOfStringRowEverywhere>(
            "IReadOnlySet<string>",
            "set<string>",
            [(new(new HashSet<string> { "b", "a" }), "92a161a162")],
            (row, isNull) => new(row.Value, isNull ? default(IReadOnlySet<string>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ReadOnlySetOfStringRow, ReadOnlySetOfStringRowEverywhere>(
            "ReadOnlySet<string>",
            "set<string>",
            [(new(new ReadOnlySet<string>(new HashSet<string> { "b", "a" })), "92a161a162")],
            (row, isNull) => new(row.Value, isNull ? default(ReadOnlySet<string>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<SortedSetOfIntRow, SortedSetOfIntRowEverywhere>(
            "SortedSet<int>",
            "set<int32>",
            [(new([2, -1, 1]), "93ff0102")],
            (row, isNull) => new(row.Value, isNull ? default(SortedSet<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<FrozenSetOfStringRow, FrozenSetOfStringRowEverywhere>(
            "FrozenSet<string>",
            "set<string>",
            [(new(FrozenSet.Create("b", "a")), "92a161a162")],
            (row, isNull) => new(row.Value, isNull ? default(FrozenSet<string>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ImmutableHashSetOfStringRow, ImmutableHashSetOfStringRowEverywhere>(
            "ImmutableHashSet<string>",
            "set<string>",
            [(new(["b", "a"]), "92a161a162")],
            (row, isNull) => new(row.Value, isNull ? default(ImmutableHashSet<string>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IImmutableSetOfStringRow, IImmutableSetOfStringRowEverywhere>(
            "IImmutableSet<string>",
            "set<string>",
            [(new(ImmutableHashSet.Create("b", "a")), "92a161a162")],
            (row, isNull) => new(row.Value, isNull ? default(IImmutableSet<string>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ImmutableSortedSetOfIntRow, ImmutableSortedSetOfIntRowEverywhere>(
            "ImmutableSortedSet<int>",
            "set<int32>",
            [(new([2, -1, 1]), "93ff0102")],
            (row, isNull) => new(row.Value, isNull ? default(ImmutableSortedSet<int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<DictionaryOfStringIntRow, DictionaryOfStringIntRowEverywhere>(
            "Dictionary<string, int>",
            "map<string, int32>",
            [(new(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }), "82a16202a16101")],
            (row, isNull) => new(row.Value, isNull ? default(Dictionary<string, int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IDictionaryOfStringIntRow, IDictionaryOfStringIntRowEverywhere>(
            "IDictionary<string, int>",
            "map<string, int32>",
            [(new(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }), "82a16101a16202")],
            (row, isNull) => new(row.Value, isNull ? default(IDictionary<string, int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IReadOnlyDictionaryOfStringIntRow, IReadOnlyDictionaryOfStringIntRowEverywhere>(
            "IReadOnlyDictionary<string, int>",
            "map<string, int32>",
            [(new(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }), "82a16101a16202")],
            (row, isNull) => new(row.Value, isNull ? default(IReadOnlyDictionary<string, int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ReadOnlyDictionaryOfStringIntRow, ReadOnlyDictionaryOfStringIntRowEverywhere>(
            "ReadOnlyDictionary<string, int>",
            "map<string, int32>",
            [(new(new ReadOnlyDictionary<string, int>(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 })), "82a16101a16202")],
            (row, isNull) => new(row.Value, isNull ? default(ReadOnlyDictionary<string, int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<OrderedDictionaryOfStringIntRow, OrderedDictionaryOfStringIntRowEverywhere>(
            "OrderedDictionary<string, int>",
            "map<string, int32>",
            [(new(new OrderedDictionary<string, int> { ["b"] = 2, ["a"] = 1 }), "82a16202a16101")],
            (row, isNull) => new(row.Value, isNull ? default(OrderedDictionary<string, int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<SortedDictionaryOfIntStringRow, SortedDictionaryOfIntStringRowEverywhere>(
            "SortedDictionary<int, string>",
            "map<int32, string>",
            [(new(new SortedDictionary<int, string> { [1] = "a", [-1] = "b" }), "82ffa16201a161")],
            (row, isNull) => new(row.Value, isNull ? default(SortedDictionary<int, string>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<SortedListOfIntStringRow, SortedListOfIntStringRowEverywhere>(
            "SortedList<int, string>",
            "map<int32, string>",
            [(new(new SortedList<int, string> { [1] = "a", [-1] = "b" }), "82ffa16201a161")],
            (row, isNull) => new(row.Value, isNull ? default(SortedList<int, string>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ConcurrentDictionaryOfStringIntRow, ConcurrentDictionaryOfStringIntRowEverywhere>(
            "ConcurrentDictionary<string, int>",
            "map<string, int32>",
            [(new(new ConcurrentDictionary<string, int>(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 })), "82a16101a16202")],
            (row, isNull) => new(row.Value, isNull ? default(ConcurrentDictionary<string, int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<FrozenDictionaryOfStringIntRow, FrozenDictionaryOfStringIntRowEverywhere>(
            "FrozenDictionary<string, int>",
            "map<string, int32>",
            [(new(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }.ToFrozenDictionary()), "82a16101a16202")],
            (row, isNull) => new(row.Value, isNull ? default(FrozenDictionary<string, int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ImmutableDictionaryOfStringIntRow, ImmutableDictionaryOfStringIntRowEverywhere>(
            "ImmutableDictionary<string, int>",
            "map<string, int32>",
            [(new(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }.ToImmutableDictionary()), "82a16101a16202")],
            (row, isNull) => new(row.Value, isNull ? default(ImmutableDictionary<string, int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<IImmutableDictionaryOfStringIntRow, IImmutableDictionaryOfStringIntRowEverywhere>(
            "IImmutableDictionary<string, int>",
            "map<string, int32>",
            [(new(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }.ToImmutableDictionary()), "82a16101a16202")],
            (row, isNull) => new(row.Value, isNull ? default(IImmutableDictionary<string, int>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ImmutableSortedDictionaryOfIntStringRow, ImmutableSortedDictionaryOfIntStringRowEverywhere>(
            "ImmutableSortedDictionary<int, string>",
            "map<int32, string>",
            [(new(ImmutableSortedDictionary.CreateRange(new SortedDictionary<int, string> { [1] = "a", [-1] = "b" })), "82ffa16201a161")],
            (row, isNull) => new(row.Value, isNull ? default(ImmutableSortedDictionary<int, string>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<ColourRow, ColourRowEverywhere>(
            "Colour",
            "enum Colour: int32 {Red = 1, Green = 2}",
            [(new(Colour.Green), "02"), (new((Colour)(-7)), "f9")],
            (row, isNull) => new(row.Value, isNull ? default(Colour?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<PointRow, PointRowEverywhere>(
            "Point",
            "Point(0 X: int32, 1 Y: int32)",
            [(new(new Point(1, -2)), "9201fe")],
            (row, isNull) => new(row.Value, isNull ? default(Point?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<MoneyRow, MoneyRowEverywhere>(
            "Money",
            "Money(0 Amount: decimal, 1 Currency: string)",
            [(new(new Money(1.50m, "EUR")), "92a4312e3530a3455552")],
            (row, isNull) => new(row.Value, isNull ? default(Money?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<PageOfStringRow, PageOfStringRowEverywhere>(
            "Page<string>",
            "Page(0 Items: list<string>, 1 Total: int64)",
            [(new(new Page<string>(["a", "b"], 7)), "9292a161a16207")],
            (row, isNull) => new(row.Value, isNull ? default(Page<string>?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<NodeRow, NodeRowEverywhere>(
            "Node",
            "Node(0 Name: string, 1 Children: list<ref Node>, 2 Next: ref Node?)",
            [(new(new Node("a", [new Node("b", [], null)], new Node("c", [], null))), "93a1619193a16290c093a16390c0")],
            (row, isNull) => new(row.Value, isNull ? default(Node?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<TagsRow, TagsRowEverywhere>(
            "Tags",
            "list<string>",
            [(new(new Tags { "a", "b" }), "92a161a162")],
            (row, isNull) => new(row.Value, isNull ? default(Tags?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
        new TypeRow<CountDictionaryRow, CountDictionaryRowEverywhere>(
            "CountDictionary",
            "map<string, int32>",
            [(new(new CountDictionary { ["b"] = 2, ["a"] = 1 }), "82a16101a16202")],
            (row, isNull) => new(row.Value, isNull ? default(CountDictionary?) : row.Value, new(row.Value), [row.Value], [row.Value], new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),
    ];
}

[Event("types.BoolRow")]
public partial record BoolRow(bool Value);

[Event("types.BoolRow.everywhere")]
public partial record BoolRowEverywhere(
    bool Value,
    bool? Nullable,
    Holder<bool> Nested,
    List<bool> List,
    bool[]? Array,
    Dictionary<string, bool> Values,
    Dictionary<bool, int> Keys);

[Event("types.SbyteRow")]
public partial record SbyteRow(sbyte Value);

[Event("types.SbyteRow.everywhere")]
public partial record SbyteRowEverywhere(
    sbyte Value,
    sbyte? Nullable,
    Holder<sbyte> Nested,
    List<sbyte> List,
    sbyte[]? Array,
    Dictionary<string, sbyte> Values,
    Dictionary<sbyte, int> Keys);

[Event("types.ShortRow")]
public partial record ShortRow(short Value);

[Event("types.ShortRow.everywhere")]
public partial record ShortRowEverywhere(
    short Value,
    short? Nullable,
    Holder<short> Nested,
    List<short> List,
    short[]? Array,
    Dictionary<string, short> Values,
    Dictionary<short, int> Keys);

[Event("types.IntRow")]
public partial record IntRow(int Value);

[Event("types.IntRow.everywhere")]
public partial record IntRowEverywhere(
    int Value,
    int? Nullable,
    Holder<int> Nested,
    List<int> List,
    int[]? Array,
    Dictionary<string, int> Values,
    Dictionary<int, int> Keys);

[Event("types.LongRow")]
public partial record LongRow(long Value);

[Event("types.LongRow.everywhere")]
public partial record LongRowEverywhere(
    long Value,
    long? Nullable,
    Holder<long> Nested,
    List<long> List,
    long[]? Array,
    Dictionary<string, long> Values,
    Dictionary<long, int> Keys);

[Event("types.ByteRow")]
public partial record ByteRow(byte Value);

[Event("types.ByteRow.everywhere")]
public partial record ByteRowEverywhere(
    byte Value,
    byte? Nullable,
    Holder<byte> Nested,
    List<byte> List,
    byte[]? Array,
    Dictionary<string, byte> Values,
    Dictionary<byte, int> Keys);

[Event("types.UshortRow")]
public partial record UshortRow(ushort Value);

[Event("types.UshortRow.everywhere")]
public partial record UshortRowEverywhere(
    ushort Value,
    ushort? Nullable,
    Holder<ushort> Nested,
    List<ushort> List,
    ushort[]? Array,
    Dictionary<string, ushort> Values,
    Dictionary<ushort, int> Keys);

[Event("types.UintRow")]
public partial record UintRow(uint Value);

[Event("types.UintRow.everywhere")]
public partial record UintRowEverywhere(
    uint Value,
    uint? Nullable,
    Holder<uint> Nested,
    List<uint> List,
    uint[]? Array,
    Dictionary<string, uint> Values,
    Dictionary<uint, int> Keys);

[Event("types.UlongRow")]
public partial record UlongRow(ulong Value);

[Event("types.UlongRow.everywhere")]
public partial record UlongRowEverywhere(
    ulong Value,
    ulong? Nullable,
    Holder<ulong> Nested,
    List<ulong> List,
    ulong[]? Array,
    Dictionary<string, ulong> Values,
    Dictionary<ulong, int> Keys);

[Event("types.HalfRow")]
public partial record HalfRow(Half Value);

[Event("types.HalfRow.everywhere")]
public partial record HalfRowEverywhere(
    Half Value,
    Half? Nullable,
    Holder<Half> Nested,
    List<Half> List,
    Half[]? Array,
    Dictionary<string, Half> Values,
    Dictionary<Half, int> Keys);

[Event("types.FloatRow")]
public partial record FloatRow(float Value);

[Event("types.FloatRow.everywhere")]
public partial record FloatRowEverywhere(
    float Value,
    float? Nullable,
    Holder<float> Nested,
    List<float> List,
    float[]? Array,
    Dictionary<string, float> Values,
    Dictionary<float, int> Keys);

[Event("types.DoubleRow")]
public partial record DoubleRow(double Value);

[Event("types.DoubleRow.everywhere")]
public partial record DoubleRowEverywhere(
    double Value,
    double? Nullable,
    Holder<double> Nested,
    List<double> List,
    double[]? Array,
    Dictionary<string, double> Values,
    Dictionary<double, int> Keys);

[Event("types.Int128Row")]
public partial record Int128Row(Int128 Value);

[Event("types.Int128Row.everywhere")]
public partial record Int128RowEverywhere(
    Int128 Value,
    Int128? Nullable,
    Holder<Int128> Nested,
    List<Int128> List,
    Int128[]? Array,
    Dictionary<string, Int128> Values,
    Dictionary<Int128, int> Keys);

[Event("types.UInt128Row")]
public partial record UInt128Row(UInt128 Value);

[Event("types.UInt128Row.everywhere")]
public partial record UInt128RowEverywhere(
    UInt128 Value,
    UInt128? Nullable,
    Holder<UInt128> Nested,
    List<UInt128> List,
    UInt128[]? Array,
    Dictionary<string, UInt128> Values,
    Dictionary<UInt128, int> Keys);

[Event("types.BigIntegerRow")]
public partial record BigIntegerRow(BigInteger Value);

[Event("types.BigIntegerRow.everywhere")]
public partial record BigIntegerRowEverywhere(
    BigInteger Value,
    BigInteger? Nullable,
    Holder<BigInteger> Nested,
    List<BigInteger> List,
    BigInteger[]? Array,
    Dictionary<string, BigInteger> Values,
    Dictionary<BigInteger, int> Keys);

[Event("types.DecimalRow")]
public partial record DecimalRow(decimal Value);

[Event("types.DecimalRow.everywhere")]
public partial record DecimalRowEverywhere(
    decimal Value,
    decimal? Nullable,
    Holder<decimal> Nested,
    List<decimal> List,
    decimal[]? Array,
    Dictionary<string, decimal> Values,
    Dictionary<decimal, int> Keys);

[Event("types.CharRow")]
public partial record CharRow(char Value);

[Event("types.CharRow.everywhere")]
public partial record CharRowEverywhere(
    char Value,
    char? Nullable,
    Holder<char> Nested,
    List<char> List,
    char[]? Array,
    Dictionary<string, char> Values,
    Dictionary<char, int> Keys);

[Event("types.RuneRow")]
public partial record RuneRow(Rune Value);

[Event("types.RuneRow.everywhere")]
public partial record RuneRowEverywhere(
    Rune Value,
    Rune? Nullable,
    Holder<Rune> Nested,
    List<Rune> List,
    Rune[]? Array,
    Dictionary<string, Rune> Values,
    Dictionary<Rune, int> Keys);

[Event("types.StringRow")]
public partial record StringRow(string Value);

[Event("types.StringRow.everywhere")]
public partial record StringRowEverywhere(
    string Value,
    string? Nullable,
    Holder<string> Nested,
    List<string> List,
    string[]? Array,
    Dictionary<string, string> Values,
    Dictionary<string, int> Keys);

[Event("types.StringBuilderRow")]
public partial record StringBuilderRow(StringBuilder Value);

[Event("types.StringBuilderRow.everywhere")]
public partial record StringBuilderRowEverywhere(
    StringBuilder Value,
    StringBuilder? Nullable,
    Holder<StringBuilder> Nested,
    List<StringBuilder> List,
    StringBuilder[]? Array,
    Dictionary<string, StringBuilder> Values,
    Dictionary<StringBuilder, int> Keys);

[Event("types.AppendableTextRow")]
public partial record AppendableTextRow(AppendableText Value);

[Event("types.AppendableTextRow.everywhere")]
public partial record AppendableTextRowEverywhere(
    AppendableText Value,
    AppendableText? Nullable,
    Holder<AppendableText> Nested,
    List<AppendableText> List,
    AppendableText[]? Array,
    Dictionary<string, AppendableText> Values,
    Dictionary<AppendableText, int> Keys);

[Event("types.GuidRow")]
public partial record GuidRow(Guid Value);

[Event("types.GuidRow.everywhere")]
public partial record GuidRowEverywhere(
    Guid Value,
    Guid? Nullable,
    Holder<Guid> Nested,
    List<Guid> List,
    Guid[]? Array,
    Dictionary<string, Guid> Values,
    Dictionary<Guid, int> Keys);

[Event("types.DateTimeRow")]
public partial record DateTimeRow(DateTime Value);

[Event("types.DateTimeRow.everywhere")]
public partial record DateTimeRowEverywhere(
    DateTime Value,
    DateTime? Nullable,
    Holder<DateTime> Nested,
    List<DateTime> List,
    DateTime[]? Array,
    Dictionary<string, DateTime> Values,
    Dictionary<DateTime, int> Keys);

[Event("types.DateTimeOffsetRow")]
public partial record DateTimeOffsetRow(DateTimeOffset Value);

[Event("types.DateTimeOffsetRow.everywhere")]
public partial record DateTimeOffsetRowEverywhere(
    DateTimeOffset Value,
    DateTimeOffset? Nullable,
    Holder<DateTimeOffset> Nested,
    List<DateTimeOffset> List,
    DateTimeOffset[]? Array,
    Dictionary<string, DateTimeOffset> Values,
    Dictionary<DateTimeOffset, int> Keys);

[Event("types.TimeSpanRow")]
public partial record TimeSpanRow(TimeSpan Value);

[Event("types.TimeSpanRow.everywhere")]
public partial record TimeSpanRowEverywhere(
    TimeSpan Value,
    TimeSpan? Nullable,
    Holder<TimeSpan> Nested,
    List<TimeSpan> List,
    TimeSpan[]? Array,
    Dictionary<string, TimeSpan> Values,
    Dictionary<TimeSpan, int> Keys);

[Event("types.DateOnlyRow")]
public partial record DateOnlyRow(DateOnly Value);

[Event("types.DateOnlyRow.everywhere")]
public partial record DateOnlyRowEverywhere(
    DateOnly Value,
    DateOnly? Nullable,
    Holder<DateOnly> Nested,
    List<DateOnly> List,
    DateOnly[]? Array,
    Dictionary<string, DateOnly> Values,
    Dictionary<DateOnly, int> Keys);

[Event("types.TimeOnlyRow")]
public partial record TimeOnlyRow(TimeOnly Value);

[Event("types.TimeOnlyRow.everywhere")]
public partial record TimeOnlyRowEverywhere(
    TimeOnly Value,
    TimeOnly? Nullable,
    Holder<TimeOnly> Nested,
    List<TimeOnly> List,
    TimeOnly[]? Array,
    Dictionary<string, TimeOnly> Values,
    Dictionary<TimeOnly, int> Keys);

[Event("types.UriRow")]
public partial record UriRow(Uri Value);

[Event("types.UriRow.everywhere")]
public partial record UriRowEverywhere(
    Uri Value,
    Uri? Nullable,
    Holder<Uri> Nested,
    List<Uri> List,
    Uri[]? Array,
    Dictionary<string, Uri> Values,
    Dictionary<Uri, int> Keys);

[Event("types.VersionRow")]
public partial record VersionRow(Version Value);

[Event("types.VersionRow.everywhere")]
public partial record VersionRowEverywhere(
    Version Value,
    Version? Nullable,
    Holder<Version> Nested,
    List<Version> List,
    Version[]? Array,
    Dictionary<string, Version> Values,
    Dictionary<Version, int> Keys);

[Event("types.JsonElementRow")]
public partial record JsonElementRow(JsonElement Value);

[Event("types.JsonElementRow.everywhere")]
public partial record JsonElementRowEverywhere(
    JsonElement Value,
    JsonElement? Nullable,
    Holder<JsonElement> Nested,
    List<JsonElement> List,
    JsonElement[]? Array,
    Dictionary<string, JsonElement> Values,
    Dictionary<JsonElement, int> Keys);

[Event("types.IndexRow")]
public partial record IndexRow(Index Value);

[Event("types.IndexRow.everywhere")]
public partial record IndexRowEverywhere(
    Index Value,
    Index? Nullable,
    Holder<Index> Nested,
    List<Index> List,
    Index[]? Array,
    Dictionary<string, Index> Values,
    Dictionary<Index, int> Keys);

[Event("types.ByteArray1Row")]
public partial record ByteArray1Row(byte[] Value);

[Event("types.ByteArray1Row.everywhere")]
public partial record ByteArray1RowEverywhere(
    byte[] Value,
    byte[]? Nullable,
    Holder<byte[]> Nested,
    List<byte[]> List,
    byte[][]? Array,
    Dictionary<string, byte[]> Values,
    Dictionary<byte[], int> Keys);

[Event("types.MemoryOfByteRow")]
public partial record MemoryOfByteRow(Memory<byte> Value);

[Event("types.MemoryOfByteRow.everywhere")]
public partial record MemoryOfByteRowEverywhere(
    Memory<byte> Value,
    Memory<byte>? Nullable,
    Holder<Memory<byte>> Nested,
    List<Memory<byte>> List,
    Memory<byte>[]? Array,
    Dictionary<string, Memory<byte>> Values,
    Dictionary<Memory<byte>, int> Keys);

[Event("types.ReadOnlyMemoryOfByteRow")]
public partial record ReadOnlyMemoryOfByteRow(ReadOnlyMemory<byte> Value);

[Event("types.ReadOnlyMemoryOfByteRow.everywhere")]
public partial record ReadOnlyMemoryOfByteRowEverywhere(
    ReadOnlyMemory<byte> Value,
    ReadOnlyMemory<byte>? Nullable,
    Holder<ReadOnlyMemory<byte>> Nested,
    List<ReadOnlyMemory<byte>> List,
    ReadOnlyMemory<byte>[]? Array,
    Dictionary<string, ReadOnlyMemory<byte>> Values,
    Dictionary<ReadOnlyMemory<byte>, int> Keys);

[Event("types.ArraySegmentOfByteRow")]
public partial record ArraySegmentOfByteRow(ArraySegment<byte> Value);

[Event("types.ArraySegmentOfByteRow.everywhere")]
public partial record ArraySegmentOfByteRowEverywhere(
    ArraySegment<byte> Value,
    ArraySegment<byte>? Nullable,
    Holder<ArraySegment<byte>> Nested,
    List<ArraySegment<byte>> List,
    ArraySegment<byte>[]? Array,
    Dictionary<string, ArraySegment<byte>> Values,
    Dictionary<ArraySegment<byte>, int> Keys);

[Event("types.ReadOnlySequenceOfByteRow")]
public partial record ReadOnlySequenceOfByteRow(ReadOnlySequence<byte> Value);

[Event("types.ReadOnlySequenceOfByteRow.everywhere")]
public partial record ReadOnlySequenceOfByteRowEverywhere(
    ReadOnlySequence<byte> Value,
    ReadOnlySequence<byte>? Nullable,
    Holder<ReadOnlySequence<byte>> Nested,
    List<ReadOnlySequence<byte>> List,
    ReadOnlySequence<byte>[]? Array,
    Dictionary<string, ReadOnlySequence<byte>> Values,
    Dictionary<ReadOnlySequence<byte>, int> Keys);

[Event("types.ListOfByteRow")]
public partial record ListOfByteRow(List<byte> Value);

[Event("types.ListOfByteRow.everywhere")]
public partial record ListOfByteRowEverywhere(
    List<byte> Value,
    List<byte>? Nullable,
    Holder<List<byte>> Nested,
    List<List<byte>> List,
    List<byte>[]? Array,
    Dictionary<string, List<byte>> Values,
    Dictionary<List<byte>, int> Keys);

[Event("types.ImmutableArrayOfByteRow")]
public partial record ImmutableArrayOfByteRow(ImmutableArray<byte> Value);

[Event("types.ImmutableArrayOfByteRow.everywhere")]
public partial record ImmutableArrayOfByteRowEverywhere(
    ImmutableArray<byte> Value,
    ImmutableArray<byte>? Nullable,
    Holder<ImmutableArray<byte>> Nested,
    List<ImmutableArray<byte>> List,
    ImmutableArray<byte>[]? Array,
    Dictionary<string, ImmutableArray<byte>> Values,
    Dictionary<ImmutableArray<byte>, int> Keys);

[Event("types.RangeRow")]
public partial record RangeRow(Range Value);

[Event("types.RangeRow.everywhere")]
public partial record RangeRowEverywhere(
    Range Value,
    Range? Nullable,
    Holder<Range> Nested,
    List<Range> List,
    Range[]? Array,
    Dictionary<string, Range> Values,
    Dictionary<Range, int> Keys);

[Event("types.ComplexRow")]
public partial record ComplexRow(Complex Value);

[Event("types.ComplexRow.everywhere")]
public partial record ComplexRowEverywhere(
    Complex Value,
    Complex? Nullable,
    Holder<Complex> Nested,
    List<Complex> List,
    Complex[]? Array,
    Dictionary<string, Complex> Values,
    Dictionary<Complex, int> Keys);

[Event("types.Vector2Row")]
public partial record Vector2Row(Vector2 Value);

[Event("types.Vector2Row.everywhere")]
public partial record Vector2RowEverywhere(
    Vector2 Value,
    Vector2? Nullable,
    Holder<Vector2> Nested,
    List<Vector2> List,
    Vector2[]? Array,
    Dictionary<string, Vector2> Values,
    Dictionary<Vector2, int> Keys);

[Event("types.Vector3Row")]
public partial record Vector3Row(Vector3 Value);

[Event("types.Vector3Row.everywhere")]
public partial record Vector3RowEverywhere(
    Vector3 Value,
    Vector3? Nullable,
    Holder<Vector3> Nested,
    List<Vector3> List,
    Vector3[]? Array,
    Dictionary<string, Vector3> Values,
    Dictionary<Vector3, int> Keys);

[Event("types.Vector4Row")]
public partial record Vector4Row(Vector4 Value);

[Event("types.Vector4Row.everywhere")]
public partial record Vector4RowEverywhere(
    Vector4 Value,
    Vector4? Nullable,
    Holder<Vector4> Nested,
    List<Vector4> List,
    Vector4[]? Array,
    Dictionary<string, Vector4> Values,
    Dictionary<Vector4, int> Keys);

[Event("types.QuaternionRow")]
public partial record QuaternionRow(Quaternion Value);

[Event("types.QuaternionRow.everywhere")]
public partial record QuaternionRowEverywhere(
    Quaternion Value,
    Quaternion? Nullable,
    Holder<Quaternion> Nested,
    List<Quaternion> List,
    Quaternion[]? Array,
    Dictionary<string, Quaternion> Values,
    Dictionary<Quaternion, int> Keys);

[Event("types.Matrix3x2Row")]
public partial record Matrix3x2Row(Matrix3x2 Value);

[Event("types.Matrix3x2Row.everywhere")]
public partial record Matrix3x2RowEverywhere(
    Matrix3x2 Value,
    Matrix3x2? Nullable,
    Holder<Matrix3x2> Nested,
    List<Matrix3x2> List,
    Matrix3x2[]? Array,
    Dictionary<string, Matrix3x2> Values,
    Dictionary<Matrix3x2, int> Keys);

[Event("types.Matrix4x4Row")]
public partial record Matrix4x4Row(Matrix4x4 Value);

[Event("types.Matrix4x4Row.everywhere")]
public partial record Matrix4x4RowEverywhere(
    Matrix4x4 Value,
    Matrix4x4? Nullable,
    Holder<Matrix4x4> Nested,
    List<Matrix4x4> List,
    Matrix4x4[]? Array,
    Dictionary<string, Matrix4x4> Values,
    Dictionary<Matrix4x4, int> Keys);

[Event("types.KeyValuePairOfStringIntRow")]
public partial record KeyValuePairOfStringIntRow(KeyValuePair<string, int> Value);

[Event("types.KeyValuePairOfStringIntRow.everywhere")]
public partial record KeyValuePairOfStringIntRowEverywhere(
    KeyValuePair<string, int> Value,
    KeyValuePair<string, int>? Nullable,
    Holder<KeyValuePair<string, int>> Nested,
    List<KeyValuePair<string, int>> List,
    KeyValuePair<string, int>[]? Array,
    Dictionary<string, KeyValuePair<string, int>> Values,
    Dictionary<KeyValuePair<string, int>, int> Keys);

[Event("types.TupleOfIntRow")]
public partial record TupleOfIntRow(Tuple<int> Value);

[Event("types.TupleOfIntRow.everywhere")]
public partial record TupleOfIntRowEverywhere(
    Tuple<int> Value,
    Tuple<int>? Nullable,
    Holder<Tuple<int>> Nested,
    List<Tuple<int>> List,
    Tuple<int>[]? Array,
    Dictionary<string, Tuple<int>> Values,
    Dictionary<Tuple<int>, int> Keys);

[Event("types.TupleOfIntStringRow")]
public partial record TupleOfIntStringRow(Tuple<int, string> Value);

[Event("types.TupleOfIntStringRow.everywhere")]
public partial record TupleOfIntStringRowEverywhere(
    Tuple<int, string> Value,
    Tuple<int, string>? Nullable,
    Holder<Tuple<int, string>> Nested,
    List<Tuple<int, string>> List,
    Tuple<int, string>[]? Array,
    Dictionary<string, Tuple<int, string>> Values,
    Dictionary<Tuple<int, string>, int> Keys);

[Event("types.TupleOfIntIntIntRow")]
public partial record TupleOfIntIntIntRow(Tuple<int, int, int> Value);

[Event("types.TupleOfIntIntIntRow.everywhere")]
public partial record TupleOfIntIntIntRowEverywhere(
    Tuple<int, int, int> Value,
    Tuple<int, int, int>? Nullable,
    Holder<Tuple<int, int, int>> Nested,
    List<Tuple<int, int, int>> List,
    Tuple<int, int, int>[]? Array,
    Dictionary<string, Tuple<int, int, int>> Values,
    Dictionary<Tuple<int, int, int>, int> Keys);

[Event("types.TupleOfIntIntIntIntRow")]
public partial record TupleOfIntIntIntIntRow(Tuple<int, int, int, int> Value);

[Event("types.TupleOfIntIntIntIntRow.everywhere")]
public partial record TupleOfIntIntIntIntRowEverywhere(
    Tuple<int, int, int, int> Value,
    Tuple<int, int, int, int>? Nullable,
    Holder<Tuple<int, int, int, int>> Nested,
    List<Tuple<int, int, int, int>> List,
    Tuple<int, int, int, int>[]? Array,
    Dictionary<string, Tuple<int, int, int, int>> Values,
    Dictionary<Tuple<int, int, int, int>, int> Keys);

[Event("types.TupleOfIntIntIntIntIntRow")]
public partial record TupleOfIntIntIntIntIntRow(Tuple<int, int, int, int, int> Value);

[Event("types.TupleOfIntIntIntIntIntRow.everywhere")]
public partial record TupleOfIntIntIntIntIntRowEverywhere(
    Tuple<int, int, int, int, int> Value,
    Tuple<int, int, int, int, int>? Nullable,
    Holder<Tuple<int, int, int, int, int>> Nested,
    List<Tuple<int, int, int, int, int>> List,
    Tuple<int, int, int, int, int>[]? Array,
    Dictionary<string, Tuple<int, int, int, int, int>> Values,
    Dictionary<Tuple<int, int, int, int, int>, int> Keys);

[Event("types.TupleOfIntIntIntIntIntIntRow")]
public partial record TupleOfIntIntIntIntIntIntRow(Tuple<int, int, int, int, int, int> Value);

[Event("types.TupleOfIntIntIntIntIntIntRow.everywhere")]
public partial record TupleOfIntIntIntIntIntIntRowEverywhere(
    Tuple<int, int, int, int, int, int> Value,
    Tuple<int, int, int, int, int, int>? Nullable,
    Holder<Tuple<int, int, int, int, int, int>> Nested,
    List<Tuple<int, int, int, int, int, int>> List,
    Tuple<int, int, int, int, int, int>[]? Array,
    Dictionary<string, Tuple<int, int, int, int, int, int>> Values,
    Dictionary<Tuple<int, int, int, int, int, int>, int> Keys);

[Event("types.TupleOfIntIntIntIntIntIntIntRow")]
public partial record TupleOfIntIntIntIntIntIntIntRow(Tuple<int, int, int, int, int, int, int> Value);

[Event("types.TupleOfIntIntIntIntIntIntIntRow.everywhere")]
public partial record TupleOfIntIntIntIntIntIntIntRowEverywhere(
    Tuple<int, int, int, int, int, int, int> Value,
    Tuple<int, int, int, int, int, int, int>? Nullable,
    Holder<Tuple<int, int, int, int, int, int, int>> Nested,
    List<Tuple<int, int, int, int, int, int, int>> List,
    Tuple<int, int, int, int, int, int, int>[]? Array,
    Dictionary<string, Tuple<int, int, int, int, int, int, int>> Values,
    Dictionary<Tuple<int, int, int, int, int, int, int>, int> Keys);

[Event("types.TupleOfIntIntIntIntIntIntIntTupleOfIntRow")]
public partial record TupleOfIntIntIntIntIntIntIntTupleOfIntRow(Tuple<int, int, int, int, int, int, int, Tuple<int>> Value);

[Event("types.TupleOfIntIntIntIntIntIntIntTupleOfIntRow.everywhere")]
public partial record TupleOfIntIntIntIntIntIntIntTupleOfIntRowEverywhere(
    Tuple<int, int, int, int, int, int, int, Tuple<int>> Value,
    Tuple<int, int, int, int, int, int, int, Tuple<int>>? Nullable,
    Holder<Tuple<int, int, int, int, int, int, int, Tuple<int>>> Nested,
    List<Tuple<int, int, int, int, int, int, int, Tuple<int>>> List,
    Tuple<int, int, int, int, int, int, int, Tuple<int>>[]? Array,
    Dictionary<string, Tuple<int, int, int, int, int, int, int, Tuple<int>>> Values,
    Dictionary<Tuple<int, int, int, int, int, int, int, Tuple<int>>, int> Keys);

[Event("types.ValueTupleOfIntRow")]
public partial record ValueTupleOfIntRow(ValueTuple<int> Value);

[Event("types.ValueTupleOfIntRow.everywhere")]
public partial record ValueTupleOfIntRowEverywhere(
    ValueTuple<int> Value,
    ValueTuple<int>? Nullable,
    Holder<ValueTuple<int>> Nested,
    List<ValueTuple<int>> List,
    ValueTuple<int>[]? Array,
    Dictionary<string, ValueTuple<int>> Values,
    Dictionary<ValueTuple<int>, int> Keys);

[Event("types.TupleIntStringRow")]
public partial record TupleIntStringRow((int, string) Value);

[Event("types.TupleIntStringRow.everywhere")]
public partial record TupleIntStringRowEverywhere(
    (int, string) Value,
    (int, string)? Nullable,
    Holder<(int, string)> Nested,
    List<(int, string)> List,
    (int, string)[]? Array,
    Dictionary<string, (int, string)> Values,
    Dictionary<(int, string), int> Keys);

[Event("types.TupleIntIntIntIntIntIntIntRow")]
public partial record TupleIntIntIntIntIntIntIntRow((int, int, int, int, int, int, int) Value);

[Event("types.TupleIntIntIntIntIntIntIntRow.everywhere")]
public partial record TupleIntIntIntIntIntIntIntRowEverywhere(
    (int, int, int, int, int, int, int) Value,
    (int, int, int, int, int, int, int)? Nullable,
    Holder<(int, int, int, int, int, int, int)> Nested,
    List<(int, int, int, int, int, int, int)> List,
    (int, int, int, int, int, int, int)[]? Array,
    Dictionary<string, (int, int, int, int, int, int, int)> Values,
    Dictionary<(int, int, int, int, int, int, int), int> Keys);

[Event("types.TupleIntIntIntIntIntIntIntIntRow")]
public partial record TupleIntIntIntIntIntIntIntIntRow((int, int, int, int, int, int, int, int) Value);

[Event("types.TupleIntIntIntIntIntIntIntIntRow.everywhere")]
public partial record TupleIntIntIntIntIntIntIntIntRowEverywhere(
    (int, int, int, int, int, int, int, int) Value,
    (int, int, int, int, int, int, int, int)? Nullable,
    Holder<(int, int, int, int, int, int, int, int)> Nested,
    List<(int, int, int, int, int, int, int, int)> List,
    (int, int, int, int, int, int, int, int)[]? Array,
    Dictionary<string, (int, int, int, int, int, int, int, int)> Values,
    Dictionary<(int, int, int, int, int, int, int, int), int> Keys);

[Event("types.TupleIntIntIntIntIntIntIntStringIntRow")]
public partial record TupleIntIntIntIntIntIntIntStringIntRow((int, int, int, int, int, int, int, string, int) Value);

[Event("types.TupleIntIntIntIntIntIntIntStringIntRow.everywhere")]
public partial record TupleIntIntIntIntIntIntIntStringIntRowEverywhere(
    (int, int, int, int, int, int, int, string, int) Value,
    (int, int, int, int, int, int, int, string, int)? Nullable,
    Holder<(int, int, int, int, int, int, int, string, int)> Nested,
    List<(int, int, int, int, int, int, int, string, int)> List,
    (int, int, int, int, int, int, int, string, int)[]? Array,
    Dictionary<string, (int, int, int, int, int, int, int, string, int)> Values,
    Dictionary<(int, int, int, int, int, int, int, string, int), int> Keys);

[Event("types.IntArray1Row")]
public partial record IntArray1Row(int[] Value);

[Event("types.IntArray1Row.everywhere")]
public partial record IntArray1RowEverywhere(
    int[] Value,
    int[]? Nullable,
    Holder<int[]> Nested,
    List<int[]> List,
    int[][]? Array,
    Dictionary<string, int[]> Values,
    Dictionary<int[], int> Keys);

[Event("types.StringArray1Row")]
public partial record StringArray1Row(string[] Value);

[Event("types.StringArray1Row.everywhere")]
public partial record StringArray1RowEverywhere(
    string[] Value,
    string[]? Nullable,
    Holder<string[]> Nested,
    List<string[]> List,
    string[][]? Array,
    Dictionary<string, string[]> Values,
    Dictionary<string[], int> Keys);

[Event("types.IntArray1Array1Row")]
public partial record IntArray1Array1Row(int[][] Value);

[Event("types.IntArray1Array1Row.everywhere")]
public partial record IntArray1Array1RowEverywhere(
    int[][] Value,
    int[][]? Nullable,
    Holder<int[][]> Nested,
    List<int[][]> List,
    int[][][]? Array,
    Dictionary<string, int[][]> Values,
    Dictionary<int[][], int> Keys);

[Event("types.IntArray2Row")]
public partial record IntArray2Row(int[,] Value);

[Event("types.IntArray2Row.everywhere")]
public partial record IntArray2RowEverywhere(
    int[,] Value,
    int[,]? Nullable,
    Holder<int[,]> Nested,
    List<int[,]> List,
    int[][,]? Array,
    Dictionary<string, int[,]> Values,
    Dictionary<int[,], int> Keys);

[Event("types.IntArray3Row")]
public partial record IntArray3Row(int[,,] Value);

[Event("types.IntArray3Row.everywhere")]
public partial record IntArray3RowEverywhere(
    int[,,] Value,
    int[,,]? Nullable,
    Holder<int[,,]> Nested,
    List<int[,,]> List,
    int[][,,]? Array,
    Dictionary<string, int[,,]> Values,
    Dictionary<int[,,], int> Keys);

[Event("types.IntArray4Row")]
public partial record IntArray4Row(int[,,,] Value);

[Event("types.IntArray4Row.everywhere")]
public partial record IntArray4RowEverywhere(
    int[,,,] Value,
    int[,,,]? Nullable,
    Holder<int[,,,]> Nested,
    List<int[,,,]> List,
    int[][,,,]? Array,
    Dictionary<string, int[,,,]> Values,
    Dictionary<int[,,,], int> Keys);

[Event("types.IntArray1Array2Row")]
public partial record IntArray1Array2Row(int[][,] Value);

[Event("types.IntArray1Array2Row.everywhere")]
public partial record IntArray1Array2RowEverywhere(
    int[][,] Value,
    int[][,]? Nullable,
    Holder<int[][,]> Nested,
    List<int[][,]> List,
    int[][][,]? Array,
    Dictionary<string, int[][,]> Values,
    Dictionary<int[][,], int> Keys);

[Event("types.IntArray2Array1Row")]
public partial record IntArray2Array1Row(int[,][] Value);

[Event("types.IntArray2Array1Row.everywhere")]
public partial record IntArray2Array1RowEverywhere(
    int[,][] Value,
    int[,][]? Nullable,
    Holder<int[,][]> Nested,
    List<int[,][]> List,
    int[][,][]? Array,
    Dictionary<string, int[,][]> Values,
    Dictionary<int[,][], int> Keys);

[Event("types.ListOfIntRow")]
public partial record ListOfIntRow(List<int> Value);

[Event("types.ListOfIntRow.everywhere")]
public partial record ListOfIntRowEverywhere(
    List<int> Value,
    List<int>? Nullable,
    Holder<List<int>> Nested,
    List<List<int>> List,
    List<int>[]? Array,
    Dictionary<string, List<int>> Values,
    Dictionary<List<int>, int> Keys);

[Event("types.IListOfIntRow")]
public partial record IListOfIntRow(IList<int> Value);

[Event("types.IListOfIntRow.everywhere")]
public partial record IListOfIntRowEverywhere(
    IList<int> Value,
    IList<int>? Nullable,
    Holder<IList<int>> Nested,
    List<IList<int>> List,
    IList<int>[]? Array,
    Dictionary<string, IList<int>> Values,
    Dictionary<IList<int>, int> Keys);

[Event("types.ICollectionOfIntRow")]
public partial record ICollectionOfIntRow(ICollection<int> Value);

[Event("types.ICollectionOfIntRow.everywhere")]
public partial record ICollectionOfIntRowEverywhere(
    ICollection<int> Value,
    ICollection<int>? Nullable,
    Holder<ICollection<int>> Nested,
    List<ICollection<int>> List,
    ICollection<int>[]? Array,
    Dictionary<string, ICollection<int>> Values,
    Dictionary<ICollection<int>, int> Keys);

[Event("types.IEnumerableOfIntRow")]
public partial record IEnumerableOfIntRow(IEnumerable<int> Value);

[Event("types.IEnumerableOfIntRow.everywhere")]
public partial record IEnumerableOfIntRowEverywhere(
    IEnumerable<int> Value,
    IEnumerable<int>? Nullable,
    Holder<IEnumerable<int>> Nested,
    List<IEnumerable<int>> List,
    IEnumerable<int>[]? Array,
    Dictionary<string, IEnumerable<int>> Values,
    Dictionary<IEnumerable<int>, int> Keys);

[Event("types.IReadOnlyListOfIntRow")]
public partial record IReadOnlyListOfIntRow(IReadOnlyList<int> Value);

[Event("types.IReadOnlyListOfIntRow.everywhere")]
public partial record IReadOnlyListOfIntRowEverywhere(
    IReadOnlyList<int> Value,
    IReadOnlyList<int>? Nullable,
    Holder<IReadOnlyList<int>> Nested,
    List<IReadOnlyList<int>> List,
    IReadOnlyList<int>[]? Array,
    Dictionary<string, IReadOnlyList<int>> Values,
    Dictionary<IReadOnlyList<int>, int> Keys);

[Event("types.IReadOnlyCollectionOfIntRow")]
public partial record IReadOnlyCollectionOfIntRow(IReadOnlyCollection<int> Value);

[Event("types.IReadOnlyCollectionOfIntRow.everywhere")]
public partial record IReadOnlyCollectionOfIntRowEverywhere(
    IReadOnlyCollection<int> Value,
    IReadOnlyCollection<int>? Nullable,
    Holder<IReadOnlyCollection<int>> Nested,
    List<IReadOnlyCollection<int>> List,
    IReadOnlyCollection<int>[]? Array,
    Dictionary<string, IReadOnlyCollection<int>> Values,
    Dictionary<IReadOnlyCollection<int>, int> Keys);

[Event("types.CollectionOfIntRow")]
public partial record CollectionOfIntRow(Collection<int> Value);

[Event("types.CollectionOfIntRow.everywhere")]
public partial record CollectionOfIntRowEverywhere(
    Collection<int> Value,
    Collection<int>? Nullable,
    Holder<Collection<int>> Nested,
    List<Collection<int>> List,
    Collection<int>[]? Array,
    Dictionary<string, Collection<int>> Values,
    Dictionary<Collection<int>, int> Keys);

[Event("types.ReadOnlyCollectionOfIntRow")]
public partial record ReadOnlyCollectionOfIntRow(ReadOnlyCollection<int> Value);

[Event("types.ReadOnlyCollectionOfIntRow.everywhere")]
public partial record ReadOnlyCollectionOfIntRowEverywhere(
    ReadOnlyCollection<int> Value,
    ReadOnlyCollection<int>? Nullable,
    Holder<ReadOnlyCollection<int>> Nested,
    List<ReadOnlyCollection<int>> List,
    ReadOnlyCollection<int>[]? Array,
    Dictionary<string, ReadOnlyCollection<int>> Values,
    Dictionary<ReadOnlyCollection<int>, int> Keys);

[Event("types.ObservableCollectionOfIntRow")]
public partial record ObservableCollectionOfIntRow(ObservableCollection<int> Value);

[Event("types.ObservableCollectionOfIntRow.everywhere")]
public partial record ObservableCollectionOfIntRowEverywhere(
    ObservableCollection<int> Value,
    ObservableCollection<int>? Nullable,
    Holder<ObservableCollection<int>> Nested,
    List<ObservableCollection<int>> List,
    ObservableCollection<int>[]? Array,
    Dictionary<string, ObservableCollection<int>> Values,
    Dictionary<ObservableCollection<int>, int> Keys);

[Event("types.ReadOnlyObservableCollectionOfIntRow")]
public partial record ReadOnlyObservableCollectionOfIntRow(ReadOnlyObservableCollection<int> Value);

[Event("types.ReadOnlyObservableCollectionOfIntRow.everywhere")]
public partial record ReadOnlyObservableCollectionOfIntRowEverywhere(
    ReadOnlyObservableCollection<int> Value,
    ReadOnlyObservableCollection<int>? Nullable,
    Holder<ReadOnlyObservableCollection<int>> Nested,
    List<ReadOnlyObservableCollection<int>> List,
    ReadOnlyObservableCollection<int>[]? Array,
    Dictionary<string, ReadOnlyObservableCollection<int>> Values,
    Dictionary<ReadOnlyObservableCollection<int>, int> Keys);

[Event("types.LinkedListOfIntRow")]
public partial record LinkedListOfIntRow(LinkedList<int> Value);

[Event("types.LinkedListOfIntRow.everywhere")]
public partial record LinkedListOfIntRowEverywhere(
    LinkedList<int> Value,
    LinkedList<int>? Nullable,
    Holder<LinkedList<int>> Nested,
    List<LinkedList<int>> List,
    LinkedList<int>[]? Array,
    Dictionary<string, LinkedList<int>> Values,
    Dictionary<LinkedList<int>, int> Keys);

[Event("types.QueueOfIntRow")]
public partial record QueueOfIntRow(Queue<int> Value);

[Event("types.QueueOfIntRow.everywhere")]
public partial record QueueOfIntRowEverywhere(
    Queue<int> Value,
    Queue<int>? Nullable,
    Holder<Queue<int>> Nested,
    List<Queue<int>> List,
    Queue<int>[]? Array,
    Dictionary<string, Queue<int>> Values,
    Dictionary<Queue<int>, int> Keys);

[Event("types.StackOfIntRow")]
public partial record StackOfIntRow(Stack<int> Value);

[Event("types.StackOfIntRow.everywhere")]
public partial record StackOfIntRowEverywhere(
    Stack<int> Value,
    Stack<int>? Nullable,
    Holder<Stack<int>> Nested,
    List<Stack<int>> List,
    Stack<int>[]? Array,
    Dictionary<string, Stack<int>> Values,
    Dictionary<Stack<int>, int> Keys);

[Event("types.ConcurrentQueueOfIntRow")]
public partial record ConcurrentQueueOfIntRow(ConcurrentQueue<int> Value);

[Event("types.ConcurrentQueueOfIntRow.everywhere")]
public partial record ConcurrentQueueOfIntRowEverywhere(
    ConcurrentQueue<int> Value,
    ConcurrentQueue<int>? Nullable,
    Holder<ConcurrentQueue<int>> Nested,
    List<ConcurrentQueue<int>> List,
    ConcurrentQueue<int>[]? Array,
    Dictionary<string, ConcurrentQueue<int>> Values,
    Dictionary<ConcurrentQueue<int>, int> Keys);

[Event("types.ConcurrentStackOfIntRow")]
public partial record ConcurrentStackOfIntRow(ConcurrentStack<int> Value);

[Event("types.ConcurrentStackOfIntRow.everywhere")]
public partial record ConcurrentStackOfIntRowEverywhere(
    ConcurrentStack<int> Value,
    ConcurrentStack<int>? Nullable,
    Holder<ConcurrentStack<int>> Nested,
    List<ConcurrentStack<int>> List,
    ConcurrentStack<int>[]? Array,
    Dictionary<string, ConcurrentStack<int>> Values,
    Dictionary<ConcurrentStack<int>, int> Keys);

[Event("types.ConcurrentBagOfIntRow")]
public partial record ConcurrentBagOfIntRow(ConcurrentBag<int> Value);

[Event("types.ConcurrentBagOfIntRow.everywhere")]
public partial record ConcurrentBagOfIntRowEverywhere(
    ConcurrentBag<int> Value,
    ConcurrentBag<int>? Nullable,
    Holder<ConcurrentBag<int>> Nested,
    List<ConcurrentBag<int>> List,
    ConcurrentBag<int>[]? Array,
    Dictionary<string, ConcurrentBag<int>> Values,
    Dictionary<ConcurrentBag<int>, int> Keys);

[Event("types.PriorityQueueOfStringIntRow")]
public partial record PriorityQueueOfStringIntRow(PriorityQueue<string, int> Value);

[Event("types.PriorityQueueOfStringIntRow.everywhere")]
public partial record PriorityQueueOfStringIntRowEverywhere(
    PriorityQueue<string, int> Value,
    PriorityQueue<string, int>? Nullable,
    Holder<PriorityQueue<string, int>> Nested,
    List<PriorityQueue<string, int>> List,
    PriorityQueue<string, int>[]? Array,
    Dictionary<string, PriorityQueue<string, int>> Values,
    Dictionary<PriorityQueue<string, int>, int> Keys);

[Event("types.ImmutableArrayOfIntRow")]
public partial record ImmutableArrayOfIntRow(ImmutableArray<int> Value);

[Event("types.ImmutableArrayOfIntRow.everywhere")]
public partial record ImmutableArrayOfIntRowEverywhere(
    ImmutableArray<int> Value,
    ImmutableArray<int>? Nullable,
    Holder<ImmutableArray<int>> Nested,
    List<ImmutableArray<int>> List,
    ImmutableArray<int>[]? Array,
    Dictionary<string, ImmutableArray<int>> Values,
    Dictionary<ImmutableArray<int>, int> Keys);

[Event("types.ImmutableListOfIntRow")]
public partial record ImmutableListOfIntRow(ImmutableList<int> Value);

[Event("types.ImmutableListOfIntRow.everywhere")]
public partial record ImmutableListOfIntRowEverywhere(
    ImmutableList<int> Value,
    ImmutableList<int>? Nullable,
    Holder<ImmutableList<int>> Nested,
    List<ImmutableList<int>> List,
    ImmutableList<int>[]? Array,
    Dictionary<string, ImmutableList<int>> Values,
    Dictionary<ImmutableList<int>, int> Keys);

[Event("types.IImmutableListOfIntRow")]
public partial record IImmutableListOfIntRow(IImmutableList<int> Value);

[Event("types.IImmutableListOfIntRow.everywhere")]
public partial record IImmutableListOfIntRowEverywhere(
    IImmutableList<int> Value,
    IImmutableList<int>? Nullable,
    Holder<IImmutableList<int>> Nested,
    List<IImmutableList<int>> List,
    IImmutableList<int>[]? Array,
    Dictionary<string, IImmutableList<int>> Values,
    Dictionary<IImmutableList<int>, int> Keys);

[Event("types.ImmutableQueueOfIntRow")]
public partial record ImmutableQueueOfIntRow(ImmutableQueue<int> Value);

[Event("types.ImmutableQueueOfIntRow.everywhere")]
public partial record ImmutableQueueOfIntRowEverywhere(
    ImmutableQueue<int> Value,
    ImmutableQueue<int>? Nullable,
    Holder<ImmutableQueue<int>> Nested,
    List<ImmutableQueue<int>> List,
    ImmutableQueue<int>[]? Array,
    Dictionary<string, ImmutableQueue<int>> Values,
    Dictionary<ImmutableQueue<int>, int> Keys);

[Event("types.IImmutableQueueOfIntRow")]
public partial record IImmutableQueueOfIntRow(IImmutableQueue<int> Value);

[Event("types.IImmutableQueueOfIntRow.everywhere")]
public partial record IImmutableQueueOfIntRowEverywhere(
    IImmutableQueue<int> Value,
    IImmutableQueue<int>? Nullable,
    Holder<IImmutableQueue<int>> Nested,
    List<IImmutableQueue<int>> List,
    IImmutableQueue<int>[]? Array,
    Dictionary<string, IImmutableQueue<int>> Values,
    Dictionary<IImmutableQueue<int>, int> Keys);

[Event("types.ImmutableStackOfIntRow")]
public partial record ImmutableStackOfIntRow(ImmutableStack<int> Value);

[Event("types.ImmutableStackOfIntRow.everywhere")]
public partial record ImmutableStackOfIntRowEverywhere(
    ImmutableStack<int> Value,
    ImmutableStack<int>? Nullable,
    Holder<ImmutableStack<int>> Nested,
    List<ImmutableStack<int>> List,
    ImmutableStack<int>[]? Array,
    Dictionary<string, ImmutableStack<int>> Values,
    Dictionary<ImmutableStack<int>, int> Keys);

[Event("types.IImmutableStackOfIntRow")]
public partial record IImmutableStackOfIntRow(IImmutableStack<int> Value);

[Event("types.IImmutableStackOfIntRow.everywhere")]
public partial record IImmutableStackOfIntRowEverywhere(
    IImmutableStack<int> Value,
    IImmutableStack<int>? Nullable,
    Holder<IImmutableStack<int>> Nested,
    List<IImmutableStack<int>> List,
    IImmutableStack<int>[]? Array,
    Dictionary<string, IImmutableStack<int>> Values,
    Dictionary<IImmutableStack<int>, int> Keys);

[Event("types.AppendableListOfIntRow")]
public partial record AppendableListOfIntRow(AppendableList<int> Value);

[Event("types.AppendableListOfIntRow.everywhere")]
public partial record AppendableListOfIntRowEverywhere(
    AppendableList<int> Value,
    AppendableList<int>? Nullable,
    Holder<AppendableList<int>> Nested,
    List<AppendableList<int>> List,
    AppendableList<int>[]? Array,
    Dictionary<string, AppendableList<int>> Values,
    Dictionary<AppendableList<int>, int> Keys);

[Event("types.MemoryOfIntRow")]
public partial record MemoryOfIntRow(Memory<int> Value);

[Event("types.MemoryOfIntRow.everywhere")]
public partial record MemoryOfIntRowEverywhere(
    Memory<int> Value,
    Memory<int>? Nullable,
    Holder<Memory<int>> Nested,
    List<Memory<int>> List,
    Memory<int>[]? Array,
    Dictionary<string, Memory<int>> Values,
    Dictionary<Memory<int>, int> Keys);

[Event("types.ReadOnlyMemoryOfIntRow")]
public partial record ReadOnlyMemoryOfIntRow(ReadOnlyMemory<int> Value);

[Event("types.ReadOnlyMemoryOfIntRow.everywhere")]
public partial record ReadOnlyMemoryOfIntRowEverywhere(
    ReadOnlyMemory<int> Value,
    ReadOnlyMemory<int>? Nullable,
    Holder<ReadOnlyMemory<int>> Nested,
    List<ReadOnlyMemory<int>> List,
    ReadOnlyMemory<int>[]? Array,
    Dictionary<string, ReadOnlyMemory<int>> Values,
    Dictionary<ReadOnlyMemory<int>, int> Keys);

[Event("types.ArraySegmentOfIntRow")]
public partial record ArraySegmentOfIntRow(ArraySegment<int> Value);

[Event("types.ArraySegmentOfIntRow.everywhere")]
public partial record ArraySegmentOfIntRowEverywhere(
    ArraySegment<int> Value,
    ArraySegment<int>? Nullable,
    Holder<ArraySegment<int>> Nested,
    List<ArraySegment<int>> List,
    ArraySegment<int>[]? Array,
    Dictionary<string, ArraySegment<int>> Values,
    Dictionary<ArraySegment<int>, int> Keys);

[Event("types.ReadOnlySequenceOfIntRow")]
public partial record ReadOnlySequenceOfIntRow(ReadOnlySequence<int> Value);

[Event("types.ReadOnlySequenceOfIntRow.everywhere")]
public partial record ReadOnlySequenceOfIntRowEverywhere(
    ReadOnlySequence<int> Value,
    ReadOnlySequence<int>? Nullable,
    Holder<ReadOnlySequence<int>> Nested,
    List<ReadOnlySequence<int>> List,
    ReadOnlySequence<int>[]? Array,
    Dictionary<string, ReadOnlySequence<int>> Values,
    Dictionary<ReadOnlySequence<int>, int> Keys);

[Event("types.BitArrayRow")]
public partial record BitArrayRow(BitArray Value);

[Event("types.BitArrayRow.everywhere")]
public partial record BitArrayRowEverywhere(
    BitArray Value,
    BitArray? Nullable,
    Holder<BitArray> Nested,
    List<BitArray> List,
    BitArray[]? Array,
    Dictionary<string, BitArray> Values,
    Dictionary<BitArray, int> Keys);

[Event("types.HashSetOfStringRow")]
public partial record HashSetOfStringRow(HashSet<string> Value);

[Event("types.HashSetOfStringRow.everywhere")]
public partial record HashSetOfStringRowEverywhere(
    HashSet<string> Value,
    HashSet<string>? Nullable,
    Holder<HashSet<string>> Nested,
    List<HashSet<string>> List,
    HashSet<string>[]? Array,
    Dictionary<string, HashSet<string>> Values,
    Dictionary<HashSet<string>, int> Keys);

[Event("types.ISetOfStringRow")]
public partial record ISetOfStringRow(ISet<string> Value);

[Event("types.ISetOfStringRow.everywhere")]
public partial record ISetOfStringRowEverywhere(
    ISet<string> Value,
    ISet<string>? Nullable,
    Holder<ISet<string>> Nested,
    List<ISet<string>> List,
    ISet<string>[]? Array,
    Dictionary<string, ISet<string>> Values,
    Dictionary<ISet<string>, int> Keys);

[Event("types.IReadOnlySetOfStringRow")]
public partial record IReadOnlySetOfStringRow(IReadOnlySet<string> Value);

[Event("types.IReadOnlySetOfStringRow.everywhere")]
public partial record IReadOnlySetOfStringRowEverywhere(
    IReadOnlySet<string> Value,
    IReadOnlySet<string>? Nullable,
    Holder<IReadOnlySet<string>> Nested,
    List<IReadOnlySet<string>> List,
    IReadOnlySet<string>[]? Array,
    Dictionary<string, IReadOnlySet<string>> Values,
    Dictionary<IReadOnlySet<string>, int> Keys);

[Event("types.ReadOnlySetOfStringRow")]
public partial record ReadOnlySetOfStringRow(ReadOnlySet<string> Value);

[Event("types.ReadOnlySetOfStringRow.everywhere")]
public partial record ReadOnlySetOfStringRowEverywhere(
    ReadOnlySet<string> Value,
    ReadOnlySet<string>? Nullable,
    Holder<ReadOnlySet<string>> Nested,
    List<ReadOnlySet<string>> List,
    ReadOnlySet<string>[]? Array,
    Dictionary<string, ReadOnlySet<string>> Values,
    Dictionary<ReadOnlySet<string>, int> Keys);

[Event("types.SortedSetOfIntRow")]
public partial record SortedSetOfIntRow(SortedSet<int> Value);

[Event("types.SortedSetOfIntRow.everywhere")]
public partial record SortedSetOfIntRowEverywhere(
    SortedSet<int> Value,
    SortedSet<int>? Nullable,
    Holder<SortedSet<int>> Nested,
    List<SortedSet<int>> List,
    SortedSet<int>[]? Array,
    Dictionary<string, SortedSet<int>> Values,
    Dictionary<SortedSet<int>, int> Keys);

[Event("types.FrozenSetOfStringRow")]
public partial record FrozenSetOfStringRow(FrozenSet<string> Value);

[Event("types.FrozenSetOfStringRow.everywhere")]
public partial record FrozenSetOfStringRowEverywhere(
    FrozenSet<string> Value,
    FrozenSet<string>? Nullable,
    Holder<FrozenSet<string>> Nested,
    List<FrozenSet<string>> List,
    FrozenSet<string>[]? Array,
    Dictionary<string, FrozenSet<string>> Values,
    Dictionary<FrozenSet<string>, int> Keys);

[Event("types.ImmutableHashSetOfStringRow")]
public partial record ImmutableHashSetOfStringRow(ImmutableHashSet<string> Value);

[Event("types.ImmutableHashSetOfStringRow.everywhere")]
public partial record ImmutableHashSetOfStringRowEverywhere(
    ImmutableHashSet<string> Value,
    ImmutableHashSet<string>? Nullable,
    Holder<ImmutableHashSet<string>> Nested,
    List<ImmutableHashSet<string>> List,
    ImmutableHashSet<string>[]? Array,
    Dictionary<string, ImmutableHashSet<string>> Values,
    Dictionary<ImmutableHashSet<string>, int> Keys);

[Event("types.IImmutableSetOfStringRow")]
public partial record IImmutableSetOfStringRow(IImmutableSet<string> Value);

[Event("types.IImmutableSetOfStringRow.everywhere")]
public partial record IImmutableSetOfStringRowEverywhere(
    IImmutableSet<string> Value,
    IImmutableSet<string>? Nullable,
    Holder<IImmutableSet<string>> Nested,
    List<IImmutableSet<string>> List,
    IImmutableSet<string>[]? Array,
    Dictionary<string, IImmutableSet<string>> Values,
    Dictionary<IImmutableSet<string>, int> Keys);

[Event("types.ImmutableSortedSetOfIntRow")]
public partial record ImmutableSortedSetOfIntRow(ImmutableSortedSet<int> Value);

[Event("types.ImmutableSortedSetOfIntRow.everywhere")]
public partial record ImmutableSortedSetOfIntRowEverywhere(
    ImmutableSortedSet<int> Value,
    ImmutableSortedSet<int>? Nullable,
    Holder<ImmutableSortedSet<int>> Nested,
    List<ImmutableSortedSet<int>> List,
    ImmutableSortedSet<int>[]? Array,
    Dictionary<string, ImmutableSortedSet<int>> Values,
    Dictionary<ImmutableSortedSet<int>, int> Keys);

[Event("types.DictionaryOfStringIntRow")]
public partial record DictionaryOfStringIntRow(Dictionary<string, int> Value);

[Event("types.DictionaryOfStringIntRow.everywhere")]
public partial record DictionaryOfStringIntRowEverywhere(
    Dictionary<string, int> Value,
    Dictionary<string, int>? Nullable,
    Holder<Dictionary<string, int>> Nested,
    List<Dictionary<string, int>> List,
    Dictionary<string, int>[]? Array,
    Dictionary<string, Dictionary<string, int>> Values,
    Dictionary<Dictionary<string, int>, int> Keys);

[Event("types.IDictionaryOfStringIntRow")]
public partial record IDictionaryOfStringIntRow(IDictionary<string, int> Value);

[Event("types.IDictionaryOfStringIntRow.everywhere")]
public partial record IDictionaryOfStringIntRowEverywhere(
    IDictionary<string, int> Value,
    IDictionary<string, int>? Nullable,
    Holder<IDictionary<string, int>> Nested,
    List<IDictionary<string, int>> List,
    IDictionary<string, int>[]? Array,
    Dictionary<string, IDictionary<string, int>> Values,
    Dictionary<IDictionary<string, int>, int> Keys);

[Event("types.IReadOnlyDictionaryOfStringIntRow")]
public partial record IReadOnlyDictionaryOfStringIntRow(IReadOnlyDictionary<string, int> Value);

[Event("types.IReadOnlyDictionaryOfStringIntRow.everywhere")]
public partial record IReadOnlyDictionaryOfStringIntRowEverywhere(
    IReadOnlyDictionary<string, int> Value,
    IReadOnlyDictionary<string, int>? Nullable,
    Holder<IReadOnlyDictionary<string, int>> Nested,
    List<IReadOnlyDictionary<string, int>> List,
    IReadOnlyDictionary<string, int>[]? Array,
    Dictionary<string, IReadOnlyDictionary<string, int>> Values,
    Dictionary<IReadOnlyDictionary<string, int>, int> Keys);

[Event("types.ReadOnlyDictionaryOfStringIntRow")]
public partial record ReadOnlyDictionaryOfStringIntRow(ReadOnlyDictionary<string, int> Value);

[Event("types.ReadOnlyDictionaryOfStringIntRow.everywhere")]
public partial record ReadOnlyDictionaryOfStringIntRowEverywhere(
    ReadOnlyDictionary<string, int> Value,
    ReadOnlyDictionary<string, int>? Nullable,
    Holder<ReadOnlyDictionary<string, int>> Nested,
    List<ReadOnlyDictionary<string, int>> List,
    ReadOnlyDictionary<string, int>[]? Array,
    Dictionary<string, ReadOnlyDictionary<string, int>> Values,
    Dictionary<ReadOnlyDictionary<string, int>, int> Keys);

[Event("types.OrderedDictionaryOfStringIntRow")]
public partial record OrderedDictionaryOfStringIntRow(OrderedDictionary<string, int> Value);

[Event("types.OrderedDictionaryOfStringIntRow.everywhere")]
public partial record OrderedDictionaryOfStringIntRowEverywhere(
    OrderedDictionary<string, int> Value,
    OrderedDictionary<string, int>? Nullable,
    Holder<OrderedDictionary<string, int>> Nested,
    List<OrderedDictionary<string, int>> List,
    OrderedDictionary<string, int>[]? Array,
    Dictionary<string, OrderedDictionary<string, int>> Values,
    Dictionary<OrderedDictionary<string, int>, int> Keys);

[Event("types.SortedDictionaryOfIntStringRow")]
public partial record SortedDictionaryOfIntStringRow(SortedDictionary<int, string> Value);

[Event("types.SortedDictionaryOfIntStringRow.everywhere")]
public partial record SortedDictionaryOfIntStringRowEverywhere(
    SortedDictionary<int, string> Value,
    SortedDictionary<int, string>? Nullable,
    Holder<SortedDictionary<int, string>> Nested,
    List<SortedDictionary<int, string>> List,
    SortedDictionary<int, string>[]? Array,
    Dictionary<string, SortedDictionary<int, string>> Values,
    Dictionary<SortedDictionary<int, string>, int> Keys);

[Event("types.SortedListOfIntStringRow")]
public partial record SortedListOfIntStringRow(SortedList<int, string> Value);

[Event("types.SortedListOfIntStringRow.everywhere")]
public partial record SortedListOfIntStringRowEverywhere(
    SortedList<int, string> Value,
    SortedList<int, string>? Nullable,
    Holder<SortedList<int, string>> Nested,
    List<SortedList<int, string>> List,
    SortedList<int, string>[]? Array,
    Dictionary<string, SortedList<int, string>> Values,
    Dictionary<SortedList<int, string>, int> Keys);

[Event("types.ConcurrentDictionaryOfStringIntRow")]
public partial record ConcurrentDictionaryOfStringIntRow(ConcurrentDictionary<string, int> Value);

[Event("types.ConcurrentDictionaryOfStringIntRow.everywhere")]
public partial record ConcurrentDictionaryOfStringIntRowEverywhere(
    ConcurrentDictionary<string, int> Value,
    ConcurrentDictionary<string, int>? Nullable,
    Holder<ConcurrentDictionary<string, int>> Nested,
    List<ConcurrentDictionary<string, int>> List,
    ConcurrentDictionary<string, int>[]? Array,
    Dictionary<string, ConcurrentDictionary<string, int>> Values,
    Dictionary<ConcurrentDictionary<string, int>, int> Keys);

[Event("types.FrozenDictionaryOfStringIntRow")]
public partial record FrozenDictionaryOfStringIntRow(FrozenDictionary<string, int> Value);

[Event("types.FrozenDictionaryOfStringIntRow.everywhere")]
public partial record FrozenDictionaryOfStringIntRowEverywhere(
    FrozenDictionary<string, int> Value,
    FrozenDictionary<string, int>? Nullable,
    Holder<FrozenDictionary<string, int>> Nested,
    List<FrozenDictionary<string, int>> List,
    FrozenDictionary<string, int>[]? Array,
    Dictionary<string, FrozenDictionary<string, int>> Values,
    Dictionary<FrozenDictionary<string, int>, int> Keys);

[Event("types.ImmutableDictionaryOfStringIntRow")]
public partial record ImmutableDictionaryOfStringIntRow(ImmutableDictionary<string, int> Value);

[Event("types.ImmutableDictionaryOfStringIntRow.everywhere")]
public partial record ImmutableDictionaryOfStringIntRowEverywhere(
    ImmutableDictionary<string, int> Value,
    ImmutableDictionary<string, int>? Nullable,
    Holder<ImmutableDictionary<string, int>> Nested,
    List<ImmutableDictionary<string, int>> List,
    ImmutableDictionary<string, int>[]? Array,
    Dictionary<string, ImmutableDictionary<string, int>> Values,
    Dictionary<ImmutableDictionary<string, int>, int> Keys);

[Event("types.IImmutableDictionaryOfStringIntRow")]
public partial record IImmutableDictionaryOfStringIntRow(IImmutableDictionary<string, int> Value);

[Event("types.IImmutableDictionaryOfStringIntRow.everywhere")]
public partial record IImmutableDictionaryOfStringIntRowEverywhere(
    IImmutableDictionary<string, int> Value,
    IImmutableDictionary<string, int>? Nullable,
    Holder<IImmutableDictionary<string, int>> Nested,
    List<IImmutableDictionary<string, int>> List,
    IImmutableDictionary<string, int>[]? Array,
    Dictionary<string, IImmutableDictionary<string, int>> Values,
    Dictionary<IImmutableDictionary<string, int>, int> Keys);

[Event("types.ImmutableSortedDictionaryOfIntStringRow")]
public partial record ImmutableSortedDictionaryOfIntStringRow(ImmutableSortedDictionary<int, string> Value);

[Event("types.ImmutableSortedDictionaryOfIntStringRow.everywhere")]
public partial record ImmutableSortedDictionaryOfIntStringRowEverywhere(
    ImmutableSortedDictionary<int, string> Value,
    ImmutableSortedDictionary<int, string>? Nullable,
    Holder<ImmutableSortedDictionary<int, string>> Nested,
    List<ImmutableSortedDictionary<int, string>> List,
    ImmutableSortedDictionary<int, string>[]? Array,
    Dictionary<string, ImmutableSortedDictionary<int, string>> Values,
    Dictionary<ImmutableSortedDictionary<int, string>, int> Keys);

[Event("types.ColourRow")]
public partial record ColourRow(Colour Value);

[Event("types.ColourRow.everywhere")]
public partial record ColourRowEverywhere(
    Colour Value,
    Colour? Nullable,
    Holder<Colour> Nested,
    List<Colour> List,
    Colour[]? Array,
    Dictionary<string, Colour> Values,
    Dictionary<Colour, int> Keys);

[Event("types.PointRow")]
public partial record PointRow(Point Value);

[Event("types.PointRow.everywhere")]
public partial record PointRowEverywhere(
    Point Value,
    Point? Nullable,
    Holder<Point> Nested,
    List<Point> List,
    Point[]? Array,
    Dictionary<string, Point> Values,
    Dictionary<Point, int> Keys);

[Event("types.MoneyRow")]
public partial record MoneyRow(Money Value);

[Event("types.MoneyRow.everywhere")]
public partial record MoneyRowEverywhere(
    Money Value,
    Money? Nullable,
    Holder<Money> Nested,
    List<Money> List,
    Money[]? Array,
    Dictionary<string, Money> Values,
    Dictionary<Money, int> Keys);

[Event("types.PageOfStringRow")]
public partial record PageOfStringRow(Page<string> Value);

[Event("types.PageOfStringRow.everywhere")]
public partial record PageOfStringRowEverywhere(
    Page<string> Value,
    Page<string>? Nullable,
    Holder<Page<string>> Nested,
    List<Page<string>> List,
    Page<string>[]? Array,
    Dictionary<string, Page<string>> Values,
    Dictionary<Page<string>, int> Keys);

[Event("types.NodeRow")]
public partial record NodeRow(Node Value);

[Event("types.NodeRow.everywhere")]
public partial record NodeRowEverywhere(
    Node Value,
    Node? Nullable,
    Holder<Node> Nested,
    List<Node> List,
    Node[]? Array,
    Dictionary<string, Node> Values,
    Dictionary<Node, int> Keys);

[Event("types.TagsRow")]
public partial record TagsRow(Tags Value);

[Event("types.TagsRow.everywhere")]
public partial record TagsRowEverywhere(
    Tags Value,
    Tags? Nullable,
    Holder<Tags> Nested,
    List<Tags> List,
    Tags[]? Array,
    Dictionary<string, Tags> Values,
    Dictionary<Tags, int> Keys);

[Event("types.CountDictionaryRow")]
public partial record CountDictionaryRow(CountDictionary Value);

[Event("types.CountDictionaryRow.everywhere")]
public partial record CountDictionaryRowEverywhere(
    CountDictionary Value,
    CountDictionary? Nullable,
    Holder<CountDictionary> Nested,
    List<CountDictionary> List,
    CountDictionary[]? Array,
    Dictionary<string, CountDictionary> Values,
    Dictionary<CountDictionary, int> Keys);
