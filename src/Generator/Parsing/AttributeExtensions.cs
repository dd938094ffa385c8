using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Generator.Parsing;

/// <summary>Questions to attributes.</summary>
internal static class AttributeExtensions
{
    /// <summary>Whether the compiler reports the attribute itself as an error.</summary>
    public static bool IsBroken(this AttributeData attribute) =>
        attribute.AttributeConstructor is null
        || attribute.ConstructorArguments.Any(argument => argument.Kind == TypedConstantKind.Error || argument.Value is ITypeSymbol { TypeKind: TypeKind.Error });

    /// <summary>The argument of a constructor's parameter: of <c>typeof(X)</c> the type only.</summary>
    public static Location? ArgumentLocation(this AttributeData attribute, int index, CancellationToken cancellationToken)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        string? name = attribute.AttributeConstructor?.Parameters.ElementAtOrDefault(index)?.Name;
        AttributeArgumentSyntax? argument = syntax?.ArgumentList?.Arguments.FirstOrDefault(candidate => candidate.NameColon is { } colon && string.Equals(colon.Name.Identifier.ValueText, name, StringComparison.Ordinal))
            ?? syntax?.ArgumentList?.Arguments.ElementAtOrDefault(index);
        return argument?.Expression switch
        {
            TypeOfExpressionSyntax type => type.Type.GetLocation(),
            { } expression => expression.GetLocation(),
            null => attribute.ToLocation(cancellationToken),
        };
    }
}
