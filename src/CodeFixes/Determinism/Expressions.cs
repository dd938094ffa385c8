using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Writes expressions.</summary>
internal static class Expressions
{
    /// <summary>A static member of a type in its short form, with the using that it needs at a place.</summary>
    public static ExpressionSyntax StaticMember(this SemanticModel model, SyntaxNode place, string space, string type, string member)
    {
        ExpressionSyntax whole = SyntaxFactory.ParseExpression($"global::{space}.{type}.{member}").WithAdditionalAnnotations(Simplifier.Annotation);
        bool isUsed = model.GetSpeculativeSymbolInfo(place.SpanStart, SyntaxFactory.IdentifierName(type), SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol is not null;
        return isUsed ? whole : whole.WithAdditionalAnnotations(Usings.Of(space));
    }

    /// <summary>Another member of what the expression names one of.</summary>
    public static ExpressionSyntax WithMember(this ExpressionSyntax expression, string name) => expression switch
    {
        MemberAccessExpressionSyntax access => access.WithName(SyntaxFactory.IdentifierName(name).WithTriviaFrom(access.Name)),
        MemberBindingExpressionSyntax binding => binding.WithName(SyntaxFactory.IdentifierName(name).WithTriviaFrom(binding.Name)),
        _ => SyntaxFactory.IdentifierName(name).WithTriviaFrom(expression),
    };

    /// <summary>A call of a member of a value.</summary>
    public static InvocationExpressionSyntax Call(this ExpressionSyntax value, string member, params ExpressionSyntax[] arguments)
    {
        ExpressionSyntax receiver = value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or LiteralExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ThisExpressionSyntax
            ? value.WithoutTrivia() : SyntaxFactory.ParenthesizedExpression(value.WithoutTrivia());
        return SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName(member)),
            arguments.ToArguments()).WithTriviaFrom(value);
    }

    /// <summary>A call of a static member with the value as its last argument.</summary>
    public static InvocationExpressionSyntax CallStatic(this ExpressionSyntax type, string member, params ExpressionSyntax[] arguments) => SyntaxFactory.InvocationExpression(
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, type, SyntaxFactory.IdentifierName(member)),
        arguments.Select(argument => argument.WithoutTrivia()).ToArguments()).WithTriviaFrom(arguments[arguments.Length - 1]);

    public static ArgumentListSyntax ToArguments(this IEnumerable<ExpressionSyntax> values) => SyntaxFactory.ArgumentList(
        SyntaxFactory.SeparatedList(values.Select((value, index) => SyntaxFactory.Argument(index == 0 ? value : value.WithLeadingTrivia(SyntaxFactory.Space)))));
}
