using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Database;

/// <summary>The rows about one type and its members.</summary>
/// <param name="Whole">What is said of every member; null when nothing is.</param>
/// <param name="Members">What is said of some: whole ids first, then wildcards, the longest first.</param>
internal sealed record TypeRows(DatabaseRow? Whole, ImmutableArray<MemberRow> Members)
{
    /// <summary>The row that names a member of this very type.</summary>
    public DatabaseRow? Find(ISymbol member)
    {
        // Ids write constructors as #ctor, and dots of explicit implementations the same way.
        string name = member.MetadataName.Replace('.', '#');
        string? id = null;
        foreach (MemberRow row in Members)
        {
            if (row.HasName(name) && row.HasId(id ??= member.GetDocumentationCommentId()))
            {
                return row.Row;
            }
        }

        return null;
    }
}
