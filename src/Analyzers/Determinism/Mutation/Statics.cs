using Daybook.Analyzers.Determinism.Facts;
using Daybook.Analyzers.Determinism.Objects;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Mutation;

/// <summary>Questions to static members.</summary>
internal static class Statics
{
    /// <summary>Whether a body is what gives a static member its first value.</summary>
    public static bool IsInitializing(BodyFacts body, ISymbol member) => body.Member.Symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor } constructor => SymbolEqualityComparer.Default.Equals(constructor.ContainingType, member.ContainingType),
        IMethodSymbol => false,
        var initialized => SymbolEqualityComparer.Default.Equals(initialized, member),
    };

    /// <summary>Whether a static member holds another value later than at first.</summary>
    public static bool IsReplaceable(ISymbol member) => member switch
    {
        IFieldSymbol { IsStatic: true, IsConst: false, IsReadOnly: false, IsImplicitlyDeclared: false } => true,
        IPropertySymbol { IsStatic: true, SetMethod: not null } property => property.BackingField() is not null,
        IEventSymbol { IsStatic: true } => true,
        _ => false,
    };

    /// <summary>Whether what a static member holds can change while the member stays.</summary>
    public static bool IsChangeable(ISymbol member) => member switch
    {
        IFieldSymbol { IsStatic: true, IsConst: false, IsReadOnly: true } field => !field.Type.IsAtomic(),
        IPropertySymbol { IsStatic: true, SetMethod: null } property => !property.Type.IsAtomic() && property.BackingField() is not null,
        _ => false,
    };
}
