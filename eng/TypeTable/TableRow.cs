using System.Text;
using System.Text.RegularExpressions;

namespace Daybook.TypeTable;

/// <summary>A row of the tables in docs/types.md.</summary>
/// <param name="Type">The type as C# writes it.</param>
/// <param name="Schema">The type in schema lines.</param>
/// <param name="Samples">Expressions of the type.</param>
/// <param name="Bytes">The samples' bytes in hex.</param>
internal sealed partial record TableRow(string Type, string Schema, IReadOnlyList<string> Samples, IReadOnlyList<string> Bytes)
{
    private const int Columns = 6;

    /// <summary>The rows of every table on the page that has these columns.</summary>
    public static IReadOnlyList<TableRow> Parse(string markdown)
    {
        string[][] lines = [.. markdown.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Trim('|', ' ', '\r').Split(" | "))];
        return [.. lines.Select(cells => cells.Length == Columns ? Parse(cells) : throw new FormatException($"Not {Columns} columns: {string.Join(" | ", cells)}"))];
    }

    /// <summary>A name for the row's event.</summary>
    public string Name
    {
        get
        {
            var name = new StringBuilder();
            bool isStart = true;
            foreach (char c in Arrays().Replace(Type, match => $" Array{match.Length - 1} ").Replace("<", " Of ", StringComparison.Ordinal))
            {
                if (char.IsLetterOrDigit(c))
                {
                    name.Append(isStart ? char.ToUpperInvariant(c) : c);
                }

                isStart = !char.IsLetterOrDigit(c);
            }

            return (Type[0] == '(' ? "Tuple" : "") + name + "Row";
        }
    }

    /// <summary>The type of an array of these: C# writes the outermost brackets first.</summary>
    public string ArrayType => ArrayOf().Replace(Type, "$1[]$2", 1);

    private static TableRow Parse(string[] cells)
    {
        var row = new TableRow(Code(cells[0])[0], Code(cells[1])[0], Code(cells[3]), Code(cells[4]));
        return row.Samples.Count == row.Bytes.Count ? row : throw new FormatException($"{row.Type} has {row.Samples.Count} samples and bytes for {row.Bytes.Count}.");
    }

    private static string[] Code(string cell) => [.. CodeSpans().Matches(cell).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpans();

    [GeneratedRegex(@"\[,*\]")]
    private static partial Regex Arrays();

    [GeneratedRegex(@"^(.*?)((?:\[,*\])*)$")]
    private static partial Regex ArrayOf();
}
