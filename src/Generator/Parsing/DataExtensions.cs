using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Tells data from what is computed.</summary>
internal static class DataExtensions
{
    /// <summary>Whether a field, or a property with a field of its own; no compiled property says so.</summary>
    public static bool HoldsData(this ISymbol member, Compilation compilation) =>
        !member.IsStatic && (member is IFieldSymbol || !member.IsForeign(compilation) && member.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => field.AssociatedSymbol.Is(member)));
}
