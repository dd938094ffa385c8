using Daybook.Analyzers.Determinism.Facts;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Calls;

/// <summary>What runs at the end of <c>using</c> and of loops.</summary>
internal static class DisposalCalls
{
    public static IEnumerable<ImplicitCall> Of(IOperation resources, bool isAsynchronous)
    {
        IEnumerable<IOperation> values = resources is IVariableDeclarationGroupOperation group
            ? group.Declarations.SelectMany(declaration => declaration.Declarators).Select(declarator => declarator.GetVariableInitializer()?.Value).OfType<IOperation>()
            : [resources];
        return values.SelectMany(value => Of(value, value.WithoutConversion().Type, isAsynchronous));
    }

    public static IEnumerable<ImplicitCall> Of(IOperation place, ITypeSymbol? type, bool isAsynchronous)
    {
        if (type is null || place.SemanticModel is not { Compilation: var compilation } || type.IsForeign(compilation))
        {
            return [];
        }

        INamedTypeSymbol? contract = isAsynchronous ? compilation.GetTypeByMetadataName("System.IAsyncDisposable") : compilation.GetSpecialType(SpecialType.System_IDisposable);
        return contract?.GetMembers().FirstOrDefault() is IMethodSymbol promised && Find(type, promised, isAsynchronous || type.IsRefLikeType) is { } method
            ? [ImplicitCall.On(type, method, place)]
            : [];
    }

    // By its name alone a method is found on ref structs and where something is awaited; other classes and structs are to implement the interface.
    private static IMethodSymbol? Find(ITypeSymbol type, IMethodSymbol promised, bool isByName) =>
        type.FindImplementationForInterfaceMember(promised) as IMethodSymbol
        ?? (isByName ? type.FindMember(promised.Name) : null)
        ?? (type.TypeKind is TypeKind.Class or TypeKind.Struct ? null : promised);
}
