using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Order;

/// <summary>Knows what methods of the framework do with the order of sequences.</summary>
internal static class SequenceRoles
{
    public static SequenceRole RoleOf(this IMethodSymbol method) =>
        !method.ContainingType.IsInSystem() ? SequenceRole.None
        : method.ContainingType.Name is "Enumerable" ? OfEnumerable(method)
        : UnorderedTypes.IsKeyedOrSet(method.ContainingType) || IsKeyedFactory(method) ? SequenceRole.Ignores
        : method.Name is "ToImmutableList" or "ToImmutableArray" or "CreateRange" || (method.MethodKind == MethodKind.Constructor && IsCollection(method.ContainingType)) ? SequenceRole.Copies
        : method.Name is "RemoveRange" or "RemoveAll" or "SetEquals" or "Contains" or "ThrowIfNull" ? SequenceRole.Ignores
        : SequenceRole.Follows;

    /// <summary>Whether a parameter is given elements, not an object as a whole.</summary>
    public static bool TakesElements(this IParameterSymbol? parameter) =>
        parameter is { RefKind: RefKind.None } && (parameter.Type.IsSequence() || parameter.OriginalDefinition.Type is ITypeParameterSymbol { ConstraintTypes: var bounds } && bounds.Any(IsSequence));

    /// <summary>Whether a type says that there are elements, and nothing of their order.</summary>
    public static bool IsSequence(this ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol => true,
        INamedTypeSymbol { TypeKind: TypeKind.Interface, Name: "IEnumerable" or "ICollection" or "IReadOnlyCollection" or "IList" or "IReadOnlyList" } => type.IsInSystem(),
        INamedTypeSymbol { Name: "ReadOnlySpan" or "Span" } => type.IsInSystem(),
        _ => false,
    };

    /// <summary>Whether a method's text is at hand: an editor's other projects are not.</summary>
    /// <param name="method">The method.</param>
    /// <param name="user">What uses it.</param>
    public static bool IsDeclared(this IMethodSymbol method, IOperation user) =>
        !method.DeclaringSyntaxReferences.IsEmpty && method.ContainingAssembly.Is(user.SemanticModel?.Compilation.Assembly);

    /// <summary>Whether a call of LINQ also gives or compares what its second argument holds, in order.</summary>
    public static bool UsesSecond(this IMethodSymbol method) => method.Name is "Concat" or "Union" or "UnionBy" or "Zip" or "SequenceEqual" or "Join" or "GroupJoin" or "LeftJoin" or "RightJoin";

    private static SequenceRole OfEnumerable(IMethodSymbol method) => method.Name switch
    {
        "Select" or "Where" or "SelectMany" => TakesIndex(method) ? SequenceRole.Follows : SequenceRole.Keeps,
        "Cast" or "OfType" or "AsEnumerable" or "Concat" or "Append" or "Prepend" or "Distinct" or "Union" or "Except" or "ExceptBy" or "Intersect" or "Reverse" or "DefaultIfEmpty"
            or "GroupBy" or "ToLookup" or "Join" or "GroupJoin" or "LeftJoin" or "RightJoin" or "CountBy" => SequenceRole.Keeps,
        "ToList" or "ToArray" => SequenceRole.Copies,
        "Order" or "OrderDescending" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" => SequenceRole.Sorts,
        "Count" or "LongCount" or "TryGetNonEnumeratedCount" or "Any" or "All" or "Contains" or "Single" or "SingleOrDefault" or "Min" or "Max" or "ToHashSet" or "ToDictionary" => SequenceRole.Ignores,
        "Sum" => method.ReturnType.IsExact() ? SequenceRole.Ignores : SequenceRole.Follows,
        "Average" => IsExactAverage(method) ? SequenceRole.Ignores : SequenceRole.Follows,
        _ => SequenceRole.Follows,
    };

    private static bool IsExactAverage(IMethodSymbol method)
    {
        ITypeSymbol? number = method.OriginalDefinition.ReducedFrom?.Parameters.LastOrDefault()?.Type ?? method.OriginalDefinition.Parameters.LastOrDefault()?.Type;
        return ((number as INamedTypeSymbol)?.TypeArguments.LastOrDefault()).IsExact();
    }

    private static bool TakesIndex(IMethodSymbol method) => (method.ReducedFrom ?? method).OriginalDefinition.Parameters.Any(parameter =>
        parameter.Type is INamedTypeSymbol { Name: "Func", TypeArguments: { Length: 3 } arguments } && arguments[1].SpecialType == SpecialType.System_Int32);

    private static bool IsKeyedFactory(IMethodSymbol method) =>
        method.ContainingType is { IsStatic: true, Name: "ImmutableDictionary" or "ImmutableHashSet" or "ImmutableSortedDictionary" or "ImmutableSortedSet" or "FrozenDictionary" or "FrozenSet" };

    private static bool IsCollection(INamedTypeSymbol type) => type.AllInterfaces.Any(link => link is { Name: "IEnumerable", Arity: 0 }) && type.SpecialType != SpecialType.System_String;
}
