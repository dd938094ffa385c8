using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Tells data from what is computed.</summary>
internal static class DataExtensions
{
    /// <summary>Whether a field, or a property with a field of its own.</summary>
    public static bool HoldsData(this ISymbol member) =>
        !member.IsStatic && (member is IFieldSymbol || member.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => field.AssociatedSymbol.Is(member)));
}
