using System.Text.Json;
using Daybook.Behaviour.Tests.Members;

namespace Daybook.Behaviour.Tests.Samples;

internal static class ScalarSamples
{
    public static Scalars Usual { get; } = new(
        true, -1, -300, -70000, long.MinValue, 255, 65535, uint.MaxValue, ulong.MaxValue, 1.5f, -2.25, 9.950m, 'ü', "text", Colour.Green,
        Guid.Parse("0123456789abcdef0123456789abcdef"), new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
        TimeSpan.FromTicks(17), new(2026, 1, 2), new(3, 4, 5), [1, 2], new byte[] { 3 }, new("https://example.org/a"), new(1, 2, 3),
        JsonDocument.Parse("""{"a":[1]}""").RootElement, new("grown"));

    public static (string Label, Scalars Value)[] All =>
    [
        ("usual", Usual),
        ("least", new(
            false, sbyte.MinValue, short.MinValue, int.MinValue, long.MinValue, 0, 0, 0, 0, float.MinValue, double.MinValue, decimal.MinValue, '\0', "", 0,
            Guid.Empty, new(0, DateTimeKind.Utc), DateTimeOffset.MinValue, TimeSpan.MinValue, DateOnly.MinValue, TimeOnly.MinValue, [], default, new("", UriKind.Relative),
            new(0, 0), JsonElement.Parse("0"), default)),
        ("greatest", new(
            true, sbyte.MaxValue, short.MaxValue, int.MaxValue, long.MaxValue, byte.MaxValue, ushort.MaxValue, uint.MaxValue, ulong.MaxValue, float.MaxValue,
            double.MaxValue, decimal.MaxValue, '\uffff', "\U0010ffff", (Colour)255, new(Enumerable.Repeat((byte)255, 16).ToArray()),
            DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc), DateTimeOffset.MaxValue, TimeSpan.MaxValue, DateOnly.MaxValue, TimeOnly.MaxValue, [255],
            new byte[] { 255 }, new("https://example.org/ä?b#c"), new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue), JsonElement.Parse("1e400"), new("\uffff"))),
        ("large", Usual with
        {
            Text = new('€', 70_000),
            Bytes = new byte[70_000],
            Memory = new byte[300],
            Link = new("https://example.org/" + new string('a', 300)),
            Json = JsonSerializer.SerializeToElement(Enumerable.Range(0, 20_000)),
            Grown = new string('x', 70_000),
        }),
        ("lone surrogates", Usual with { Text = "a\ud800b\udc00" }),
        ("negative zero", Usual with { Double = -0.0 }),
    ];
}
