using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Analyzers.Schema;

/// <summary>A schema file that was read. It holds nothing of a compilation, so that it serves several.</summary>
internal sealed class LockFile
{
    private static readonly string[] ConflictMarkers = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

    private readonly Dictionary<LockKey, LockEntry> _entries = [];
    private readonly List<LockProblem> _problems = [];
    private readonly SourceText _text;

    private LockFile(SourceText text)
    {
        _text = text;
        List<TextLine> conflicts = [.. text.Lines.Where(line => ConflictMarkers.Any(marker => line.ToString().StartsWith(marker, StringComparison.Ordinal)))];
        if (conflicts.Count > 0)
        {
            // Both sides stand in the file, and what they say together means nothing.
            HasConflict = true;
            _problems.AddRange(conflicts.Select(line => new LockProblem(line.Span, "is a conflict marker; keep one side of the conflict, remove the markers and accept what is reported then")));
            return;
        }

        foreach (TextLine line in text.Lines)
        {
            Read(line);
        }
    }

    public bool HasConflict { get; }

    public IEnumerable<LockEntry> Entries => _entries.Values;

    public IReadOnlyList<LockProblem> Problems => _problems;

    public static LockFile Parse(SourceText text) => new(text);

    public LockEntry? Find(LockKey key) => _entries.TryGetValue(key, out LockEntry? entry) ? entry : null;

    public Location Locate(string path, TextSpan span) => Location.Create(path, span, _text.Lines.GetLinePositionSpan(span));

    private void Read(TextLine line)
    {
        string text = line.ToString();
        if (text.Trim().Length == 0 || text[0] == '#')
        {
            return;
        }

        if (LockKey.Find(text) is not { } key)
        {
            _problems.Add(new(line.Span, "is no line about an event, a state or its reducers; remove it, or begin it with '#' if it is a comment"));
            return;
        }

        if (_entries.ContainsKey(key))
        {
            _problems.Add(new(line.Span, $"is the second line about '{key}'; remove one of them"));
            return;
        }

        int start = key.ToString().Length + 1;
        (SchemaNode? record, int error) = key.Word is LockKey.Reducers ? (null, ReadValue(text, start)) : SchemaReader.Read(text, start);
        if (error >= 0)
        {
            int position = Math.Min(line.Start + error, line.End);
            _problems.Add(new(TextSpan.FromBounds(Math.Min(position, Math.Max(line.Start, line.End - 1)), line.End), "cannot be read from here on; restore the line from version control, or remove it and accept what is reported then"));
        }

        _entries.Add(key, new(key, text, line, record));
    }

    private static int ReadValue(string text, int start)
    {
        bool isValue = text.Length == start + ReducersHash.Length && text.Skip(start).All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
        return isValue ? -1 : start;
    }
}
