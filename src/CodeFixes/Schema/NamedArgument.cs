using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Schema;

/// <summary>Named arguments of attributes.</summary>
internal static class NamedArgument
{
    /// <summary>The attribute with one named argument set, whether it was there or not.</summary>
    public static AttributeSyntax Set(AttributeSyntax attribute, string name, ExpressionSyntax value)
    {
        AttributeArgumentListSyntax arguments = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        AttributeArgumentSyntax? present = arguments.Arguments.FirstOrDefault(argument => string.Equals(argument.NameEquals?.Name.Identifier.ValueText, name, StringComparison.Ordinal));
        if (present is not null)
        {
            return attribute.ReplaceNode(present.Expression, value.WithTriviaFrom(present.Expression));
        }

        AttributeArgumentSyntax added = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(name), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space)),
            nameColon: null,
            value);
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        SyntaxNodeOrTokenList list = arguments.Arguments.GetWithSeparators();
        list = list.Count == 0 ? list.Add(added) : list.Add(comma).Add(added);
        return attribute.WithArgumentList(arguments.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(list)));
    }

    public static async Task<Solution> ReplaceAsync(Solution solution, AttributeSyntax attribute, AttributeSyntax changed, CancellationToken cancellationToken)
    {
        if (solution.GetDocument(attribute.SyntaxTree) is not { } document)
        {
            return solution;
        }

        SyntaxNode root = await attribute.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        return solution.WithDocumentSyntaxRoot(document.Id, root.ReplaceNode(attribute, changed));
    }
}
