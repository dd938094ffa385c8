using System.Text;
using Daybook.Analyzers.Determinism.Database;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.DerivedDatabase;

/// <summary>The lists that tell the walk where to go, in the form of every determinism file.</summary>
internal static class WalkList
{
    /// <summary>Where the walk ends although the code goes on.</summary>
    public static DatabaseIndex Barriers { get; } = Read("barriers.txt");

    /// <summary>Where it leads to besides the rows that were written by hand: what analyzers look at by its arguments.</summary>
    public static DatabaseIndex Sources { get; } = Read("sources.txt");

    private static DatabaseIndex Read(string name)
    {
        using Stream stream = typeof(WalkList).Assembly.GetManifestResourceStream(name)!;
        DatabaseText text = DatabaseText.Parse(SourceText.From(stream, Encoding.UTF8));
        return text.Problems.IsEmpty ? new(text.Rows) : throw new FormatException(string.Join('\n', text.Problems));
    }
}
