namespace Daybook.Analyzers.Schema;

/// <summary>The text of the schema file, and how it changes.</summary>
internal static class LockText
{
    public const string FileName = "daybook.schema.txt";

    /// <summary>What a new file begins with.</summary>
    public const string Header = "# What this project records. Review changes of it like code: recorded events stay for ever.\n";

    /// <summary>Replaces, adds and removes lines; all others stay as they are.</summary>
    public static string Apply(string text, IEnumerable<LockEdit> edits)
    {
        List<string> lines = [.. (text.Trim().Length == 0 ? Header : text).Replace("\r\n", "\n").TrimEnd('\n').Split('\n')];
        List<LockEdit> all = [.. edits];
        foreach (LockKey key in Keys(all.SelectMany(edit => edit.Removed).Select(removed => removed + " ")))
        {
            lines.RemoveAll(line => LockKey.Find(line) == key);
        }

        foreach (string added in all.SelectMany(edit => edit.Added).Distinct(StringComparer.Ordinal).OrderBy(line => line, StringComparer.Ordinal))
        {
            Put(lines, added, LockKey.Find(added)!.Value);
        }

        return string.Join("\n", lines) + "\n";
    }

    private static void Put(List<string> lines, string added, LockKey key)
    {
        int same = lines.FindIndex(line => LockKey.Find(line) == key);
        if (same >= 0)
        {
            lines[same] = added;
            return;
        }

        int next = lines.FindIndex(line => LockKey.Find(line) is { } other && LockKey.Compare(other, key) > 0);
        lines.Insert(next >= 0 ? next : lines.Count, added);
    }

    private static IEnumerable<LockKey> Keys(IEnumerable<string> lines) => lines.Select(LockKey.Find).OfType<LockKey>();
}
