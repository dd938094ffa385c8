using Daybook.Tests;

namespace Daybook.Pages;

/// <summary>A row of a table whose last column is headed "shown by" and names tests.</summary>
internal sealed record Row(string Page, IReadOnlyList<string> Cells)
{
    /// <summary>Stands in place of tests where there is nothing yet.</summary>
    internal const string Coming = "coming";

    private static readonly string Folder = Path.Combine(Repository.Root, "docs");

    internal string Name => Cells[0];

    internal string ShownBy => Cells[^1];

    /// <summary>The pages that have such a table.</summary>
    internal static IEnumerable<string> Pages =>
        Directory.EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Where(page => Of(page).Any());

    internal static IEnumerable<Row> Of(string page)
    {
        bool inTable = false;
        foreach (string line in File.ReadLines(Path.Combine(Folder, page)))
        {
            if (!line.StartsWith('|'))
            {
                inTable = false;
            }
            else if (line.EndsWith("| shown by |", StringComparison.Ordinal))
            {
                inTable = true;
            }
            else if (inTable && !line.StartsWith("|-", StringComparison.Ordinal))
            {
                yield return new(page, [.. line.Trim('|').Split(" | ").Select(cell => cell.Trim())]);
            }
        }
    }

    /// <summary>What the row says of tests that is not so.</summary>
    internal IEnumerable<string> Faults() =>
        from one in ShownBy == Coming ? [] : ShownBy.Split(", ")
        let fault = one.Length > 2 && one[0] == '`' && one[^1] == '`' ? NamedTest.Fault(one[1..^1]) : "is not the name of a test"
        where fault is not null
        select $"{Page}, {Name}: {one} {fault}.";
}
