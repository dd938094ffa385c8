using System.Text.Json;
using Daybook.Behaviour.Tests.Members;

namespace Daybook.Behaviour.Tests.Samples;

/// <summary>The edges of every type: each stands alone once, and the collections are empty first and long last.</summary>
internal static class EverywhereSamples
{
    private static readonly int[] Lengths = [0, 1, 2, 3, 4, 5, 6, 7, 15, 16];

    public static (string Label, Everywhere Value)[] All => [.. Enumerable.Range(0, Lengths.Length).Select(turn => ($"turn {turn}", Turn(turn)))];

    private static Everywhere Turn(int turn) => new(
        Values(turn, false, true),
        Values<sbyte>(turn, 0, sbyte.MinValue, -33, -32, -1, sbyte.MaxValue),
        Values<short>(turn, 0, short.MinValue, -129, -128, 128, 255, 256, short.MaxValue),
        Values(turn, 0, int.MinValue, -32769, -32768, 32768, 65535, 65536, int.MaxValue),
        Values(turn, 0, long.MinValue, int.MinValue - 1L, uint.MaxValue, uint.MaxValue + 1L, 1L << 53, (1L << 53) + 1, long.MaxValue),
        Values<byte>(turn, 0, 127, 128, 255),
        Values<ushort>(turn, 0, 255, 256, ushort.MaxValue),
        Values<uint>(turn, 0, 65535, 65536, uint.MaxValue),
        Values<ulong>(turn, 0, uint.MaxValue, uint.MaxValue + 1UL, long.MaxValue, 1UL << 63, ulong.MaxValue),
        Values(turn, 0f, 0.1f, float.MinValue, float.MaxValue, float.Epsilon, float.NaN, float.NegativeInfinity, float.PositiveInfinity, 16777216f),
        Values(turn, 0, 0.1, double.MinValue, double.MaxValue, double.Epsilon, double.NaN, double.NegativeInfinity, double.PositiveInfinity, 9007199254740992, -3),
        Values(turn, 0m, 0.0m, decimal.MinValue, decimal.MaxValue, 0.0000000000000000000000000001m, -7.9228162514264337593543950335m),
        Values(turn, '\0', 'a', '"', '\u2028', '\ud800', '\udfff', '\uffff'),
        References(turn, "", "a", new('b', 31), new('c', 32), new('é', 127), new('€', 86), "\0\"\\\n\u2028", "\ud83d\ude00"),
        Values(turn, Colour.Red, Colour.Green, (Colour)0, (Colour)255),
        Values(turn, Guid.Empty, Guid.AllBitsSet, new("00112233-4455-6677-8899-aabbccddeeff")),
        Values(turn, DateTime.UnixEpoch, new(0, DateTimeKind.Utc), new(DateTime.MaxValue.Ticks, DateTimeKind.Utc), DateTime.UnixEpoch.AddTicks(-1), DateTime.UnixEpoch.AddSeconds(1L << 34)),
        Values(turn, DateTimeOffset.UnixEpoch, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new(2026, 1, 2, 3, 4, 5, 6, TimeSpan.FromHours(-14)), new(2026, 1, 2, 3, 4, 5, TimeSpan.FromMinutes(345))),
        Values(turn, TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, new(-1)),
        Values(turn, DateOnly.MinValue, DateOnly.MaxValue, new(2024, 2, 29)),
        Values(turn, TimeOnly.MinValue, TimeOnly.MaxValue, new(12, 0)),
        References<byte[]>(turn, [], [0], new byte[255], new byte[256]),
        Values<ReadOnlyMemory<byte>>(turn, Array.Empty<byte>(), new byte[] { 1 }, new byte[300]),
        References<Uri>(turn, new("", UriKind.Relative), new("a/b?c", UriKind.Relative), new("https://example.org/ä"), new("urn:a:b")),
        References<Version>(turn, new(0, 0), new(1, 2, 3), new(1, 2, 3, int.MaxValue)),
        Values(turn, Json("{}"), Json("""{"a":[1,null,"\ud800"]}"""), Json("\"\""), Json("-1.50e3"), Json("false")),
        Values<AppendableText>(turn, "", "a", new string('é', 300)),
        Values<(int, string?)>(turn, (0, null), (int.MaxValue, ""), (int.MinValue, "text")),
        Values<Point>(turn, default, new(int.MinValue, int.MaxValue)),
        Values<Money>(turn, new(0, ""), new(decimal.MaxValue, "EUR")),
        Values<Mutable>(turn, default, new() { X = -1, Y = "y" }),
        References<Node>(turn, new(""), new("a", new("b", new("c"))) { Children = [new("d") { Children = [new("e")] }, new("f")] }),
        References<Plain>(turn, new(), new() { Field = int.MinValue, Name = "" }),
        References<Derived>(turn, new("", 0), new("name", int.MaxValue)),
        References<Pair<Point, string>>(turn, new(default, ""), new(new(1, 2), "second")),
        References<List<int?>>(turn, [], [null], [1, null, -1]),
        References<Dictionary<string, int[]>>(turn, [], new() { [""] = [], ["a"] = [1, 2] }));

    private static ValueForms<T> Values<T>(int turn, params T[] edges)
        where T : struct
    {
        T[] all = Rotate(turn, edges);
        T? maybe = turn % 2 == 0 ? null : all[0];
        T[] some = [.. Enumerable.Range(0, Lengths[turn]).Select(index => all[index % all.Length])];
        return new(all[0], maybe, new(all[^1], maybe), (all[0], maybe), some, [maybe, .. some, null], Keyed(some));
    }

    private static ReferenceForms<T> References<T>(int turn, params T[] edges)
        where T : class
    {
        T[] all = Rotate(turn, edges);
        T? maybe = turn % 2 == 0 ? null : all[0];
        T[] some = [.. Enumerable.Range(0, Lengths[turn]).Select(index => all[index % all.Length])];
        return new(all[0], maybe, new(all[^1], maybe), (all[0], maybe), some, [maybe, .. some, null], Keyed(some));
    }

    private static T[] Rotate<T>(int turn, T[] edges)
    {
        Assert.InRange(edges.Length, 1, Lengths.Length);
        return [.. edges[(turn % edges.Length)..], .. edges[..(turn % edges.Length)]];
    }

    private static Dictionary<string, T> Keyed<T>(T[] values) => values.Index().ToDictionary(entry => $"key-{entry.Index}", entry => entry.Item);

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
