using System.Collections.Immutable;

namespace Daybook.Analyzers.Determinism;

/// <summary>What the kinds are called in databases, options and diagnostics' properties.</summary>
internal static class NonDeterminismNames
{
    // In the order of the enumeration.
    private static readonly ImmutableArray<string> Names =
    [
        "CLOCK", "TZ", "RANDOM", "HASH", "ORDER", "CULTURE", "STATIC", "MUTATE", "LOST", "THREAD", "AMBIENT", "ENV", "PROC",
        "IO", "NET", "SERVICE", "REFLECT", "FLOAT", "GC", "INTEROP", "EXC", "REGEX", "IDENTITY", "LAZY", "ANNOTATED", "UNKNOWN",
    ];

    /// <summary>All of them, for those who have to choose.</summary>
    public static string All { get; } = string.Join(", ", Names);

    public static string Name(this NonDeterminism kind) => Names[(int)kind];

    /// <summary>The kind of that name; null when there is none.</summary>
    public static NonDeterminism? Find(string name) => Names.IndexOf(name, StringComparer.Ordinal) is >= 0 and int index ? (NonDeterminism)index : null;
}
