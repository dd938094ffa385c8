using Daybook.Behaviour.Tests.Members;

namespace Daybook.Behaviour.Tests.Samples;

internal static class NullableSamples
{
    public static Nullables Full { get; } = new()
    {
        Flag = true,
        Int8 = 1,
        Int16 = 2,
        Int32 = 3,
        Int64 = 4,
        UInt8 = 5,
        UInt16 = 6,
        UInt32 = 7,
        UInt64 = 8,
        Single = 9,
        Double = 10,
        Decimal = 11,
        Char = 'c',
        Text = "t",
        Colour = Colour.Red,
        Id = Guid.Empty,
        Time = DateTime.UnixEpoch,
        Stamp = DateTimeOffset.UnixEpoch,
        Span = TimeSpan.Zero,
        Date = DateOnly.MinValue,
        Clock = TimeOnly.MinValue,
        Bytes = [],
        Link = new("/a", UriKind.Relative),
        Version = new(1, 0),
        Point = new(1, 2),
        Node = new("n", new("m")),
        Pair = (1, null),
        Array = [1],
        Map = new() { ["a"] = null, ["b"] = 1 },
    };

    public static (string Label, Nullables Value)[] All => [("null", new()), ("full", Full)];
}
