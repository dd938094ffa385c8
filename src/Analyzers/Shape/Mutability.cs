using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Analyzers.Shape;

/// <summary>Tells members that can be assigned at any time from those that are set while a record is made.</summary>
internal static class Mutability
{
    /// <summary>What to do about a member; null when it cannot be assigned later, or when another declaration is to blame.</summary>
    public static string? AdviceFor(ISymbol member) => member switch
    {
        IPropertySymbol { SetMethod.IsInitOnly: false, IsOverride: false } property when !IsPositional(property) => "use 'init' in place of 'set'",
        IFieldSymbol { IsReadOnly: false } => "make it a property with 'init'",
        _ => null,
    };

    /// <summary>The declaration of a record struct whose parameters can be assigned later.</summary>
    public static RecordDeclarationSyntax? PositionalStruct(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type is { IsRecord: true, TypeKind: TypeKind.Struct, IsReadOnly: false }
        && type.GetMembers().OfType<IPropertySymbol>().Any(property => property.SetMethod is { IsInitOnly: false } && IsPositional(property))
            ? type.Declarations<RecordDeclarationSyntax>(cancellationToken).FirstOrDefault(declaration => declaration.ParameterList?.Parameters.Count > 0)
            : null;

    private static bool IsPositional(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is ParameterSyntax);
}
