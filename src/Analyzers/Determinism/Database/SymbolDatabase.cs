using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Determinism.Database;

/// <summary>What is known of the members of other assemblies, for one compilation: the user's files first, then what is shipped, then what is derived.</summary>
internal sealed class SymbolDatabase
{
    private static readonly SourceTextValueProvider<DatabaseText> Texts = new(DatabaseText.Parse);

    private readonly IAssemblySymbol _compiled;
    private readonly DatabaseIndex _users;
    private readonly ConcurrentDictionary<ISymbol, DatabaseRow?> _rows = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, TypeView> _userViews = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, TypeView> _views = new(SymbolEqualityComparer.Default);

    public SymbolDatabase(Compilation compilation, IEnumerable<DatabaseRow> userRows)
    {
        _compiled = compilation.Assembly;
        _users = new(userRows);
    }

    /// <summary>The database of a compilation, with the user's files in the order of their paths: that of additional files is the disk's.</summary>
    public static SymbolDatabase Create(Compilation compilation, AnalyzerOptions options, TryReadDatabase tryRead, CancellationToken cancellationToken)
    {
        var rows = new List<DatabaseRow>();
        foreach (AdditionalText file in options.AdditionalFiles.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (IsDatabase(file) && file.GetText(cancellationToken) is { } text && tryRead(text, Texts, out DatabaseText? database) && database is not null)
            {
                rows.AddRange(database.Rows);
            }
        }

        return new(compilation, rows);
    }

    public static bool IsDatabase(AdditionalText file) => file.Path.EndsWith(DatabaseText.FileSuffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The most specific row that speaks of a member; null when none does.</summary>
    /// <param name="member">A method, property, field or event; also a type, for what is said of it as a whole.</param>
    public DatabaseRow? Find(ISymbol member)
    {
        ISymbol declaration = (member is IMethodSymbol method ? method.AssociatedSymbol ?? method.ReducedFrom ?? method : member).OriginalDefinition;
        return _rows.TryGetValue(declaration, out DatabaseRow? row) ? row : _rows.GetOrAdd(declaration, Look);
    }

    private DatabaseRow? Look(ISymbol member)
    {
        if ((member as INamedTypeSymbol ?? member.ContainingType) is not { TypeKind: not TypeKind.Error } type)
        {
            return null;
        }

        DatabaseRow? row = _users.IsEmpty ? null : _userViews.GetOrAdd(type, key => TypeView.Of(key, _users)).Find(member);

        // What is being compiled says itself what it does, whatever it derives from.
        return row is not null || SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compiled) ? row
            : _views.GetOrAdd(type, static key => TypeView.Of(key, ShippedDatabase.Written)).Find(member) ?? ShippedDatabase.Derived.OfType(type)?.Find(member);
    }
}
