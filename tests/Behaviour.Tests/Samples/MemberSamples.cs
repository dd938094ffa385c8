using Daybook.Behaviour.Library;
using Daybook.Behaviour.Tests.Members;

namespace Daybook.Behaviour.Tests.Samples;

internal static class MemberSamples
{
    public static Drawing Drawing { get; } = new(
        new Figure.Group([new Figure.Circle(1.5), new Figure.Nothing(), new Figure.Group([], new Figure.Circle(2))], new Figure.Nothing()),
        null,
        [null, new Figure.Circle(-0.5)],
        new() { ["one"] = new Figure.Nothing() },
        (new Figure.Circle(3), new IMark.Dot(1, 2)),
        Forms<IMark>(new IMark.Label { Text = "label" }, new IMark.Link { Text = "link", Target = new("https://example.org/") }),
        new Some<int>(4),
        new Some<string?>(null));

    public static Drawing Empty { get; } = new(
        new Figure.Nothing(), null, [], [], (new Figure.Nothing(), null), Forms<IMark>(new IMark.Dot(), new IMark.Label()), new Option<int>.None(), new Option<string?>.None());

    public static Formatted Formatted { get; } = new(
        Forms(new Email("ada@example.org"), new Email("")),
        new(new(1), null, new(new(2), new(3.5)), (new(4), null), [new(5)], [null, new(6)], new() { ["seven"] = new(7) }),
        new() { [new("ada@example.org")] = new(90) },
        "forwards",
        null,
        new("root", new("leaf"), new("branch", new Outline("twig"))));

    public static Imported Imported { get; } = new(
        new("ada", 9.95m),
        new() { Name = "settings", Retries = 1, IsActive = false, Limit = 2 },
        new(1, 2),
        new(new("inner", 2), 3),
        new(["a", null]),
        new(1, 2, 3),
        new Vehicle.Train("train", [new Vehicle.Car("car", 5)]));

    private static ReferenceForms<T> Forms<T>(T one, T other)
        where T : class => new(one, null, new(one, other), (other, null), [one, other], [null, one], new() { ["key"] = other });
}
