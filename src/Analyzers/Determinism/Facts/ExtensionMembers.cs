using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>Knows the members of extension blocks, for which the oldest compiler that is supported has no names.</summary>
internal static class ExtensionMembers
{
    /// <summary>Whether it is a block of extension members.</summary>
    public static bool IsExtensionBlock(this INamedTypeSymbol? type) => type is { TypeKind: (TypeKind)14 };

    /// <summary>Whether it is the object of an extension block, which the block's members are called on.</summary>
    public static bool IsOfExtension(this IParameterSymbol parameter) => parameter.ContainingSymbol is INamedTypeSymbol;

    /// <summary>The member of an extension block that the compiler makes a static method of; null for all other methods.</summary>
    public static IMethodSymbol? MadeFrom(this IMethodSymbol method) =>
        method is { IsStatic: true, IsImplicitlyDeclared: true, MethodKind: MethodKind.Ordinary, ContainingType: { } type } && method.DeclaringSyntaxReferences.FirstOrDefault() is { } text
            ? type.OriginalDefinition.GetTypeMembers().Where(block => block.IsExtensionBlock()).SelectMany(block => block.GetMembers()).OfType<IMethodSymbol>()
                .FirstOrDefault(member => member.DeclaringSyntaxReferences.FirstOrDefault() is { } other && other.SyntaxTree == text.SyntaxTree && other.Span == text.Span)
            : null;

    /// <summary>The slot of what a method's parameter is given, in the body that runs.</summary>
    public static int SlotOf(this IMethodSymbol method, IParameterSymbol parameter) =>
        method.MadeFrom() is not { IsStatic: false } ? parameter.Ordinal
        : parameter.Ordinal == 0 ? Slot.Receiver : parameter.Ordinal - 1;
}
