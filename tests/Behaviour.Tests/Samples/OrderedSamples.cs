using System.Collections.Immutable;
using Daybook.Behaviour.Tests.Members;

namespace Daybook.Behaviour.Tests.Samples;

/// <summary>Two keys that cultures take for one: é as one code point and as two.</summary>
internal static class OrderedSamples
{
    public const string Composed = "\u00e9";
    public const string Decomposed = "e\u0301";

    public static Comparer<(int Number, string Text)> ByText { get; } = By<(int Number, string Text)>(key => key.Text);

    public static Ordered Usual { get; } = new()
    {
        Set = new(StringComparer.Ordinal) { Composed, Decomposed },
        Dictionary = new(StringComparer.Ordinal) { [Composed] = 1, [Decomposed] = 2 },
        List = new(StringComparer.Ordinal) { [Composed] = 1, [Decomposed] = 2 },
        ImmutableSet = ImmutableSortedSet.Create(StringComparer.Ordinal, Composed, Decomposed),
        ImmutableDictionary = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal).Add(Composed, 1).Add(Decomposed, 2),
        Queue = new([(1, "B"), (2, "a"), (3, "A")], StringComparer.Ordinal),
        WithNull = new(StringComparer.Ordinal) { null, Composed, Decomposed },
        Tuples = new(By<(string Text, int Number)>(key => key.Text)) { (Composed, 1), (Decomposed, 1) },
        Nested = new(By<(int, (string First, string? Second)? Inner)>(key => key.Inner is { } inner ? inner.First + inner.Second : null))
        {
            (1, null),
            (1, (Composed, null)),
            (1, (Decomposed, null)),
            (1, (Decomposed, Composed)),
            (1, (Decomposed, Decomposed)),
        },
        Nullables = ImmutableSortedSet.Create(By<(string Text, int)?>(key => key?.Text), null, (Composed, 1), (Decomposed, 1)),
        Objects = ImmutableSortedSet.Create(By<Tuple<string, Tuple<string?>?>>(key => key.Item1 + key.Item2?.Item1), Object(null), Object(new(Composed)), Object(new(Decomposed))),
        Long = new(By<(int, int, int, int, int, int, int, string)>(key => key.Item8)) { (1, 2, 3, 4, 5, 6, 7, Composed), (1, 2, 3, 4, 5, 6, 7, Decomposed) },
        Inside = [ImmutableSortedSet.Create(StringComparer.Ordinal, Composed, Decomposed)],
    };

    private static Tuple<string, Tuple<string?>?> Object(Tuple<string?>? inner) => new("", inner);

    private static Comparer<T> By<T>(Func<T, string?> text) => Comparer<T>.Create((left, right) => string.CompareOrdinal(text(left), text(right)));
}
