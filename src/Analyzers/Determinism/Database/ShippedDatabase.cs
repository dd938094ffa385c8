using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Analyzers.Determinism.Database;

/// <summary>The databases inside this assembly, read once a process.</summary>
internal static class ShippedDatabase
{
    private static readonly Lazy<DatabaseIndex> WrittenIndex = new(static () => Read("framework"));
    private static readonly Lazy<DatabaseIndex> DerivedIndex = new(static () => Read("derived"));

    /// <summary>What was written by hand.</summary>
    public static DatabaseIndex Written => WrittenIndex.Value;

    /// <summary>What follows from it by the code of the framework. It speaks of single members only.</summary>
    public static DatabaseIndex Derived => DerivedIndex.Value;

    private static DatabaseIndex Read(string name)
    {
        using Stream stream = typeof(ShippedDatabase).Assembly.GetManifestResourceStream(name + DatabaseText.FileSuffix)!;
        return new(DatabaseText.Parse(SourceText.From(stream, Encoding.UTF8)).Rows);
    }
}
