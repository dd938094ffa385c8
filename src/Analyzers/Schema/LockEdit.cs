using System.Collections.Immutable;

namespace Daybook.Analyzers.Schema;

/// <summary>What accepting a diagnostic does to the schema file. It travels with the diagnostic, so that fixes compute nothing.</summary>
/// <param name="Removed">The beginnings of the lines to remove.</param>
/// <param name="Added">The lines to add; each takes the place of the one about the same.</param>
internal sealed record LockEdit(ImmutableArray<string> Removed, ImmutableArray<string> Added)
{
    private const string RemovedProperty = "Removed";
    private const string AddedProperty = "Added";

    public static LockEdit Add(params string[] lines) => new([], [.. lines]);

    public static LockEdit Remove(params LockKey[] keys) => new([.. keys.Select(key => key.ToString())], []);

    /// <summary>Reads an edit from a diagnostic's properties; null when it has none.</summary>
    /// <param name="properties">The properties.</param>
    /// <param name="prefix">Tells several edits of one diagnostic apart.</param>
    public static LockEdit? Find(ImmutableDictionary<string, string?> properties, string prefix = "") =>
        properties.TryGetValue(prefix + RemovedProperty, out string? removed) && properties.TryGetValue(prefix + AddedProperty, out string? added)
            ? new(Lines(removed), Lines(added))
            : null;

    public ImmutableDictionary<string, string?> ToProperties(string prefix = "") => ImmutableDictionary<string, string?>.Empty
        .Add(prefix + RemovedProperty, string.Join("\n", Removed))
        .Add(prefix + AddedProperty, string.Join("\n", Added));

    private static ImmutableArray<string> Lines(string? text) => [.. (text ?? "").Split('\n').Where(line => line.Length > 0)];
}
