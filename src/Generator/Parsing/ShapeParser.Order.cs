using Daybook.Generator.Equatable;
using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>
/// Finds what sorted collections compare keys with. The default comparer puts texts in the order of the current culture, which takes some of them for one: so it
/// does with texts in tuples.
/// </summary>
internal sealed partial class ShapeParser
{
    private const string Comparer = "global::System.Collections.Generic.Comparer";
    private const string Ordinal = "global::System.StringComparer.Ordinal";

    private readonly Dictionary<string, EquatableArray<string>> _comparisons = new(StringComparer.Ordinal);

    private Composite? WithComparisons(string type) =>
        _composites[type] is TupleComposite tuple && _comparisons.TryGetValue(type, out EquatableArray<string> comparisons) ? tuple with { Comparisons = comparisons } : _composites[type];

    /// <summary>The comparer as an expression; empty where the default one compares no texts.</summary>
    private string ComparerOf(ITypeSymbol key) =>
        key.SpecialType == SpecialType.System_String ? Ordinal
        : HasText(key) ? $"{Comparer}<{key.ToCode()}>.Create(static (left, right) => {Compare(key, "left", "right")})"
        : "";

    private string Compare(ITypeSymbol type, string left, string right)
    {
        if (type.SpecialType == SpecialType.System_String)
        {
            return $"{Ordinal}.Compare({left}, {right})";
        }

        if (!HasText(type))
        {
            return $"{Comparer}<{type.ToCode()}>.Default.Compare({left}, {right})";
        }

        INamedTypeSymbol tuple = WithoutNullable(type)!;
        if (!tuple.Is(type))
        {
            return $"({left}.HasValue && {right}.HasValue ? {Compare(tuple, left + ".GetValueOrDefault()", right + ".GetValueOrDefault()")} : {left}.HasValue.CompareTo({right}.HasValue))";
        }

        string code = tuple.ToBareCode();
        if (!_comparisons.ContainsKey(code))
        {
            TupleForm form = TupleForm.Find(tuple)!;
            _comparisons.Add(code, new(form.Elements.Zip(form.Members, (element, member) => Compare(element, $"left.{member}", $"right.{member}"))));
        }

        return $"__Wire.Compare{_composites[code]!.Helper}({left}, {right})";
    }

    private static bool HasText(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || (WithoutNullable(type) is { } named && TupleForm.Find(named) is { } form && form.Elements.Any(HasText));

    private static INamedTypeSymbol? WithoutNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] as INamedTypeSymbol : type as INamedTypeSymbol;
}
