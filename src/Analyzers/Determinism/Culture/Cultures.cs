using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Culture;

/// <summary>Recognizes what gives a culture.</summary>
internal static class Cultures
{
    /// <summary>Whether a parameter takes a culture, or what formats for one.</summary>
    public static bool IsProvider(ITypeSymbol type) => type.IsNamed("System", "IFormatProvider") || IsCulture(type);

    public static bool IsCulture(ITypeSymbol type) => type.IsNamed("System.Globalization", "CultureInfo");

    /// <summary>Whether a parameter says how texts are compared.</summary>
    public static bool IsComparison(ITypeSymbol type) => type.IsNamed("System", "StringComparison") || type.IsNamed("System.Globalization", "CompareOptions");

    public static bool IsComparer(ITypeSymbol type) => type.IsNamed("System.Collections.Generic", "IComparer") || type.IsNamed("System.Collections", "IComparer") || type.IsNamed("System", "Comparison")
        || type.AllInterfaces.Any(contract => contract.IsNamed("System.Collections.Generic", "IComparer"));

    /// <summary>Whether a value is <c>CultureInfo.InvariantCulture</c>.</summary>
    public static bool IsInvariant(this IOperation? value) => value is IPropertyReferenceOperation { Property: { Name: "InvariantCulture", IsStatic: true } property } && IsCulture(property.ContainingType);
}
