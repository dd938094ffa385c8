using Daybook.Behaviour.Tests.Members;

namespace Daybook.Behaviour.Tests.Samples;

internal static class KeySamples
{
    public static (string Label, TextKeys Value)[] Texts =>
    [
        ("empty", new(Keys<string>(), Keys<decimal>(), Keys<Guid>(), Keys<Uri>(), Keys<Version>(), Keys<AppendableText>())),
        ("edges", new(
            Keys("", "a", new('b', 32), new('é', 200), "\"\\ \ud83d\ude00"),
            Keys(0.5m, 1.50m, decimal.MinValue, decimal.MaxValue),
            Keys(Guid.Empty, Guid.AllBitsSet),
            Keys<Uri>(new("a", UriKind.Relative), new("https://example.org/")),
            Keys<Version>(new(1, 2), new(1, 2, 3, 4)),
            Keys<AppendableText>("x", "y"))),
    ];

    public static (string Label, OtherKeys Value)[] Others =>
    [
        ("empty", new(
            Keys<bool>(), Keys<sbyte>(), Keys<short>(), Keys<int>(), Keys<long>(), Keys<byte>(), Keys<ushort>(), Keys<uint>(), Keys<ulong>(), Keys<float>(), Keys<double>(),
            Keys<char>(), Keys<Colour>(), Keys<DateTime>(), Keys<DateTimeOffset>(), Keys<TimeSpan>(), Keys<DateOnly>(), Keys<TimeOnly>(), Keys<(int, string?)>(), Keys<Point>(), [], [])),
        ("edges", new(
            Keys(true, false),
            Keys<sbyte>(1, -1, sbyte.MinValue, sbyte.MaxValue),
            Keys<short>(1, -1, short.MinValue, short.MaxValue),
            Keys(1, -1, int.MinValue, int.MaxValue),
            Keys(1, -1, long.MinValue, long.MaxValue),
            Keys<byte>(1, 0, 128, 255),
            Keys<ushort>(1, 0, ushort.MaxValue),
            Keys<uint>(1, 0, uint.MaxValue),
            Keys<ulong>(1, 0, ulong.MaxValue),
            Keys(0.1f, float.NaN, float.MaxValue),
            Keys(0.1, double.NaN, double.MaxValue),
            Keys('a', '\n', 'ü', '€'),
            Keys(Colour.Green, (Colour)9),
            Keys(DateTime.UnixEpoch, new(0, DateTimeKind.Utc)),
            Keys(DateTimeOffset.UnixEpoch, new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2))),
            Keys(TimeSpan.MinValue, TimeSpan.Zero),
            Keys(DateOnly.MinValue, DateOnly.MaxValue),
            Keys(TimeOnly.MinValue, TimeOnly.MaxValue),
            Keys<(int, string?)>((1, null), (1, "a")),
            Keys<Point>(default, new(1, 2)),
            new(OrderedSamples.ByText) { [(1, OrderedSamples.Composed)] = 1, [(1, OrderedSamples.Decomposed)] = 2 },
            new(OrderedSamples.ByText) { [(1, OrderedSamples.Composed)] = 1, [(1, OrderedSamples.Decomposed)] = 2 })),
    ];

    private static KeyForms<T> Keys<T>(params T[] keys)
        where T : notnull
    {
        var map = keys.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        return new([.. keys], map, keys.Length == 0 ? [] : new() { ["all"] = keys.ToDictionary(key => key, key => new[] { key }), ["none"] = [] });
    }
}
