using Daybook.Analyzers.Determinism.Calls;
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
        IMethodSymbol { IsImplicitlyDeclared: true, ContainingType: { IsRecord: true } record } method when RecordCalls.Of(record, method) is { } calls => calls,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor when RecordCalls.IsCopy(constructor) => [],
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor when body is not { IsChained: true } =>
            InitializersOf(constructor.ContainingType, isStatic: false, bodies).Concat(BaseOf(constructor, body)),
        _ => [],
    };

    public static IEnumerable<ISymbol> InitializersOf(INamedTypeSymbol type, bool isStatic, BodyTable bodies) => type.GetMembers()
        .Where(member => member.IsStatic == isStatic && member is IFieldSymbol or IPropertySymbol && bodies.Find(member.Canonical()) is not null)
        .Select(member => member.Canonical());

    private static IEnumerable<ISymbol> BaseOf(IMethodSymbol constructor, BodyFacts? body)
    {
        INamedTypeSymbol? parent = constructor.ContainingType.BaseType?.OriginalDefinition;
        bool isWritten = body?.Calls.Any(call => call.Target is IMethodSymbol { MethodKind: MethodKind.Constructor } target && target.ContainingType.Is(parent)) ?? false;
        return isWritten || parent is null ? [] : parent.InstanceConstructors.Where(candidate => candidate.Parameters.IsEmpty && candidate.ContainingAssembly.Is(constructor.ContainingAssembly));
    }
}
