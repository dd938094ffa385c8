using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Determinism.Database;

/// <summary>What is known of the members of other assemblies, for one compilation: the user's files first, then what is shipped, then what is derived.</summary>
internal sealed class SymbolDatabase
{
    private SymbolDatabase()
    {
    }

    /// <summary>The database of a compilation, with the user's files.</summary>
    public static SymbolDatabase Create(CompilationStartAnalysisContext start) => new();

    /// <summary>The most specific row that speaks of a member; null when none does.</summary>
    /// <param name="member">A method, property, field or event; also a type, for what is said of it as a whole.</param>
    public DatabaseRow? Find(ISymbol member) => null;
}
