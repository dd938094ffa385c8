using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Analyzers.Schema;

/// <summary>
/// Finds the token that a change is about. Where the way leads out of the compilation, the last token before that is
/// taken: the type of the member whose inside has changed.
/// </summary>
internal sealed class ChangeLocator(INamedTypeSymbol declared, Compilation compilation, KnownSymbols known, CancellationToken cancellationToken)
{
    public Location? Find(SchemaChange change)
    {
        ITypeSymbol type = declared;
        ISymbol place = declared;
        Location? fallback = LocationOf(declared);
        foreach (SchemaStep step in change.Path)
        {
            type = Unwrap(type);
            if (step.Name.Length == 0)
            {
                if (ElementOf(type, step.Position) is not { } element)
                {
                    return fallback;
                }

                type = element;
                continue;
            }

            if (FindMember(type, step.Name) is not { } member || LocationOf(member) is null)
            {
                return fallback;
            }

            place = member;
            type = TypeOf(member) ?? type;
            fallback = TypeSyntaxOf(member)?.GetLocation() ?? LocationOf(member);
        }

        return change.Place switch
        {
            SchemaPlace.Declaration => LocationOf(Unwrap(type)) ?? fallback,
            SchemaPlace.Key => KeyOf(place) ?? LocationOf(place),
            SchemaPlace.Default => DefaultOf(place)?.GetLocation() ?? LocationOf(place),
            SchemaPlace.Type => fallback,
            _ => LocationOf(place),
        };
    }

    private Location? LocationOf(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(location => location.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree));

    private static ITypeSymbol Unwrap(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static ITypeSymbol? ElementOf(ITypeSymbol type, int position) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.ElementAtOrDefault(position)?.Type,
        INamedTypeSymbol named => named.TypeArguments.ElementAtOrDefault(position),
        _ => null,
    };

    private static ISymbol? FindMember(ITypeSymbol type, string name) =>
        (type as INamedTypeSymbol)?.FromBase().Reverse().SelectMany(link => link.GetMembers(name)).FirstOrDefault(member => member is IPropertySymbol or IFieldSymbol);

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol { ContainingType.TypeKind: not TypeKind.Enum } field => field.Type,
        _ => null,
    };

    private SyntaxNode? SyntaxOf(ISymbol member) => member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);

    private TypeSyntax? TypeSyntaxOf(ISymbol member) => SyntaxOf(member) switch
    {
        ParameterSyntax parameter => parameter.Type,
        PropertyDeclarationSyntax property => property.Type,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } => declaration.Type,
        _ => null,
    };

    private ExpressionSyntax? DefaultOf(ISymbol member) => SyntaxOf(member) switch
    {
        ParameterSyntax parameter => parameter.Default?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        _ => null,
    };

    private Location? KeyOf(ISymbol member)
    {
        AttributeData? attribute = member.FindAttribute(known.WireKey)
            ?? member.ContainingType.InstanceConstructors
                .SelectMany(constructor => constructor.Parameters)
                .FirstOrDefault(parameter => string.Equals(parameter.Name, member.Name, StringComparison.Ordinal))?.FindAttribute(known.WireKey);
        var syntax = attribute?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        return syntax?.ArgumentList?.Arguments.FirstOrDefault()?.GetLocation();
    }
}
