using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Database;

/// <summary>Rows, found by the names of types and namespaces.</summary>
internal sealed class DatabaseIndex
{
    private readonly Dictionary<string, TypeRows> _types;
    private readonly Dictionary<string, DatabaseRow> _namespaces;

    /// <summary>Of several rows with one id the first counts.</summary>
    public DatabaseIndex(IEnumerable<DatabaseRow> rows)
    {
        DatabaseRow[] distinct = [.. rows.GroupBy(row => row.Id, StringComparer.Ordinal).Select(same => same.First())];
        _namespaces = distinct.Where(row => row.Id[0] == 'N').ToDictionary(row => row.Id.Substring(2), StringComparer.Ordinal);
        Dictionary<string, DatabaseRow> whole = distinct.Where(row => row.Id[0] == 'T').ToDictionary(row => row.Id.Substring(2), StringComparer.Ordinal);
        ILookup<string, MemberRow> members = distinct.Where(row => row.Id[0] is not ('T' or 'N')).Select(row => new MemberRow(row)).ToLookup(row => row.TypeName, StringComparer.Ordinal);
        _types = whole.Keys.Union(members.Select(type => type.Key), StringComparer.Ordinal).ToDictionary(
            type => type,
            type => new TypeRows(
                whole.TryGetValue(type, out DatabaseRow? row) ? row : null,
                [.. members[type].OrderBy(member => member.IsWildcard).ThenByDescending(member => member.Length)]),
            StringComparer.Ordinal);
    }

    public bool IsEmpty => _types.Count == 0 && _namespaces.Count == 0;

    public TypeRows? OfType(INamedTypeSymbol type) =>
        type.GetDocumentationCommentId() is { Length: > 2 } id && _types.TryGetValue(id.Substring(2), out TypeRows? rows) ? rows : null;

    /// <summary>The row of the innermost namespace around a type that has one.</summary>
    public DatabaseRow? OfNamespace(INamedTypeSymbol type)
    {
        for (INamespaceSymbol? space = type.ContainingNamespace; _namespaces.Count > 0 && space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (_namespaces.TryGetValue(space.ToDisplayString(), out DatabaseRow? row))
            {
                return row;
            }
        }

        return null;
    }
}
