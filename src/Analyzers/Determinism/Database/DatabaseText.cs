using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Analyzers.Determinism.Database;

/// <summary>The rows of a determinism file: one a line, columns between tabs; blank lines and those behind <c>#</c> say nothing.</summary>
internal sealed class DatabaseText
{
    /// <summary>How the names of such files end.</summary>
    public const string FileSuffix = ".determinism.txt";

    private const int MinColumns = 4;
    private const int MaxColumns = 5;

    private readonly ImmutableArray<DatabaseRow>.Builder _rows = ImmutableArray.CreateBuilder<DatabaseRow>();
    private readonly ImmutableArray<DatabaseProblem>.Builder _problems = ImmutableArray.CreateBuilder<DatabaseProblem>();
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    private DatabaseText()
    {
    }

    public ImmutableArray<DatabaseRow> Rows => _rows.ToImmutable();

    public ImmutableArray<DatabaseProblem> Problems => _problems.ToImmutable();

    public static DatabaseText Parse(SourceText text)
    {
        var parsed = new DatabaseText();
        foreach (TextLine line in text.Lines)
        {
            string content = line.ToString();
            if (!string.IsNullOrWhiteSpace(content) && content[0] != '#')
            {
                parsed.Read(content, line);
            }
        }

        return parsed;
    }

    private void Read(string content, TextLine line)
    {
        string[] columns = content.Split('\t');
        if (columns.Length is < MinColumns or > MaxColumns)
        {
            _problems.Add(new(line.Span, "it is not kind, severity, documentation id, reason and perhaps a replacement, with one tab between them"));
            return;
        }

        int start = line.Start;
        var spans = new TextSpan[columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            spans[i] = new TextSpan(start, columns[i].Length);
            start += columns[i].Length + 1;
        }

        string id = columns[2];
        if (NonDeterminismNames.Find(columns[0]) is not { } kind)
        {
            _problems.Add(new(spans[0], $"'{columns[0]}' is no kind; use one of {NonDeterminismNames.All}"));
        }
        else if (!TryParseSeverity(columns[1], out EffectSeverity? severity))
        {
            _problems.Add(new(spans[1], $"'{columns[1]}' is no severity; use error, warning, info or allow"));
        }
        else if (ProblemOf(id) is { } problem)
        {
            _problems.Add(new(spans[2], $"'{id}' {problem}"));
        }
        else if (string.IsNullOrWhiteSpace(columns[3]))
        {
            _problems.Add(new(line.Span, "it gives no reason; say why in few words"));
        }
        else if (_lines.TryGetValue(id, out int earlier))
        {
            _problems.Add(new(spans[2], $"'{id}' has a row in line {earlier + 1} already; keep one of them"));
        }
        else
        {
            _lines.Add(id, line.LineNumber);
            _rows.Add(new(kind, severity, id, columns[3], columns.Length == MaxColumns ? columns[4] : ""));
        }
    }

    private static bool TryParseSeverity(string text, out EffectSeverity? severity)
    {
        severity = text switch { "error" => EffectSeverity.Error, "warning" => EffectSeverity.Warning, "info" => EffectSeverity.Info, _ => null };
        return severity is not null || string.Equals(text, "allow", StringComparison.Ordinal);
    }

    private static string? ProblemOf(string id)
    {
        if (id.Length < 3 || id[1] != ':' || "MPFETN".IndexOf(id[0]) < 0 || id.Any(char.IsWhiteSpace))
        {
            return "is no documentation id; begin it with M:, P:, F:, E:, T: or N: and leave no space in it";
        }

        int wildcard = id.IndexOf('*');
        return wildcard < 0 || (wildcard == id.Length - 1 && id[0] is not ('T' or 'N') && id.IndexOf('.') > 0) ? null
            : "has a * that is not at the end of a member's id; name members by their type and how they begin";
    }
}
