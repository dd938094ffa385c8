using System.Text;
using Daybook.Analyzers.Determinism.Database;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.DerivedDatabase;

/// <summary>Where the walk ends although the code goes on: the lines of barriers.txt, in the form of every determinism file.</summary>
internal static class Barriers
{
    public static DatabaseIndex Read()
    {
        using Stream stream = typeof(Barriers).Assembly.GetManifestResourceStream("barriers.txt")!;
        DatabaseText text = DatabaseText.Parse(SourceText.From(stream, Encoding.UTF8));
        return text.Problems.IsEmpty ? new(text.Rows) : throw new FormatException(string.Join('\n', text.Problems));
    }
}
