using Daybook.Analyzers.Determinism.Facts;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Graph;

/// <summary>What runs when a symbol does, without any text that says so: initializers, bases' constructors, members of records.</summary>
internal static class ImpliedCalls
{
    public static IEnumerable<ISymbol> Of(ISymbol symbol, BodyFacts? body, BodyTable bodies) => symbol switch
    {
        INamedTypeSymbol type => type.StaticConstructors.Concat<ISymbol>(InitializersOf(type, isStatic: true, bodies)),
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor when body is not { IsChained: true } =>
            InitializersOf(constructor.ContainingType, isStatic: false, bodies).Concat(BaseOf(constructor, body)),
        IMethodSymbol { IsImplicitlyDeclared: true, ContainingType: { IsRecord: true } record } method => OfRecord(record, method),
        _ => [],
    };

    public static IEnumerable<ISymbol> InitializersOf(INamedTypeSymbol type, bool isStatic, BodyTable bodies) => type.GetMembers()
        .Where(member => member.IsStatic == isStatic && member is IFieldSymbol or IPropertySymbol && bodies.Find(member.OriginalDefinition) is not null)
        .Select(member => member.OriginalDefinition);

    private static IEnumerable<ISymbol> BaseOf(IMethodSymbol constructor, BodyFacts? body)
    {
        INamedTypeSymbol? parent = constructor.ContainingType.BaseType?.OriginalDefinition;
        bool isWritten = body?.Calls.Any(call => call.Target is IMethodSymbol { MethodKind: MethodKind.Constructor } target && target.ContainingType.Is(parent)) ?? false;
        return isWritten || parent is null ? [] : parent.InstanceConstructors.Where(candidate => candidate.Parameters.IsEmpty && candidate.ContainingAssembly.Is(constructor.ContainingAssembly));
    }

    private static IEnumerable<ISymbol> OfRecord(INamedTypeSymbol record, IMethodSymbol method) => method.Name switch
    {
        "op_Equality" or "op_Inequality" => MembersOf(record, "Equals").Take(1),
        "Equals" => method.Parameters[0].Type.SpecialType == SpecialType.System_Object
            ? MembersOf(record, "Equals").Where(other => !other.Is(method)).Take(1)
            : OfFields(record, "Equals"),
        "GetHashCode" => OfFields(record, "GetHashCode"),
        "ToString" => MembersOf(record, "PrintMembers"),
        "PrintMembers" => OfFields(record, "ToString"),
        "<Clone>$" => record.InstanceConstructors.Where(constructor => constructor.Parameters.Length == 1 && constructor.Parameters[0].Type.Is(record)),
        "Deconstruct" => record.GetMembers().OfType<IPropertySymbol>().Where(property => !property.IsStatic).Select(property => property.GetMethod).OfType<ISymbol>(),
        _ => [],
    };

    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).OfType<IMethodSymbol>().OrderBy(method => method.Parameters.FirstOrDefault()?.Type.SpecialType == SpecialType.System_Object);

    /// <summary>The same member of everything that the record holds, where the compilation declares it.</summary>
    private static IEnumerable<ISymbol> OfFields(INamedTypeSymbol record, string name) => record.GetMembers().OfType<IFieldSymbol>()
        .Where(field => !field.IsStatic && field.Type.ContainingAssembly.Is(record.ContainingAssembly))
        .SelectMany(field => MembersOf((INamedTypeSymbol)field.Type.OriginalDefinition, name).Take(1));
}
