using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Shape;

/// <summary>Changes the type that a property, a field or a parameter of a record holds.</summary>
internal static class HeldType
{
    /// <summary>The declaration of a member that a token names, as far as it declares that member only.</summary>
    public static SyntaxNode? FindDeclaration(SyntaxNode node) => node switch
    {
        PropertyDeclarationSyntax or ParameterSyntax { Type: not null } => node,
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Declaration.Variables.Count: 1 } field } => field,
        _ => null,
    };

    /// <summary>The declaration with another type, and with another value where it says that there is nothing in it at first.</summary>
    /// <param name="declaration">What <see cref="FindDeclaration"/> has found.</param>
    /// <param name="type">The new type.</param>
    /// <param name="empty">Its empty value; null when any empty value may stay.</param>
    /// <param name="keepsNull">Whether a question mark stays.</param>
    public static SyntaxNode Change(SyntaxNode declaration, TypeSyntax type, ExpressionSyntax? empty, bool keepsNull)
    {
        switch (declaration)
        {
            case PropertyDeclarationSyntax property:
                property = property.WithType(Change(property.Type, type, keepsNull));
                return property.Initializer is { } value && IsEmpty(value.Value) && empty is not null ? property.WithInitializer(Change(value, empty)) : property;
            case ParameterSyntax parameter:
                bool isNull = keepsNull && parameter.Type is NullableTypeSyntax;
                parameter = parameter.WithType(Change(parameter.Type!, type, keepsNull));
                return parameter.Default is { } optional && !isNull
                    ? parameter.WithDefault(Change(optional, SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)))
                    : parameter;
            case FieldDeclarationSyntax field:
                VariableDeclaratorSyntax variable = field.Declaration.Variables[0];
                VariableDeclaratorSyntax changed = variable.Initializer is { } start && IsEmpty(start.Value) && empty is not null ? variable.WithInitializer(Change(start, empty)) : variable;
                return field.WithDeclaration(field.Declaration.WithType(Change(field.Declaration.Type, type, keepsNull)).WithVariables([changed]));
            default:
                return declaration;
        }
    }

    private static TypeSyntax Change(TypeSyntax old, TypeSyntax type, bool keepsNull) => old is NullableTypeSyntax nullable && keepsNull
        ? nullable.WithElementType(type.WithTriviaFrom(nullable.ElementType))
        : type.WithTriviaFrom(old);

    private static EqualsValueClauseSyntax Change(EqualsValueClauseSyntax value, ExpressionSyntax empty) => value.WithValue(empty.WithTriviaFrom(value.Value));

    private static bool IsEmpty(ExpressionSyntax value) => value switch
    {
        CollectionExpressionSyntax list => list.Elements.Count == 0,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList is not { Arguments.Count: > 0 } && creation.Initializer is not { Expressions.Count: > 0 },
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } => true,
        _ => false,
    };
}
