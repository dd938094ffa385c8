using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Reads and writes the statements of reducers.</summary>
internal static class StateSyntax
{
    /// <summary>The name of a member of the object itself: <c>Names</c> or <c>this.Names</c>.</summary>
    public static IdentifierNameSyntax? OwnName(this ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } => name,
        _ => null,
    };

    /// <summary>The statements of the block that a statement stands in.</summary>
    public static SyntaxList<StatementSyntax> Siblings(this StatementSyntax statement) => statement.Parent is BlockSyntax block ? block.Statements : default;

    /// <summary>What a statement returns, when it is the object itself, with changes or without.</summary>
    public static bool ReturnsThis(this StatementSyntax statement) =>
        statement is ReturnStatementSyntax { Expression: ThisExpressionSyntax or WithExpressionSyntax { Expression: ThisExpressionSyntax } };

    /// <summary>The next statement, when it returns the object itself, with changes or without.</summary>
    public static ReturnStatementSyntax? ReturnBehind(this StatementSyntax statement)
    {
        SyntaxList<StatementSyntax> siblings = statement.Siblings();
        int index = siblings.IndexOf(statement) + 1;
        return index > 0 && index < siblings.Count && siblings[index].ReturnsThis() ? siblings[index] as ReturnStatementSyntax : null;
    }

    /// <summary>Whether an expression names one of some members.</summary>
    public static bool Mentions(this SyntaxNode node, IEnumerable<string> names) =>
        node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText, StringComparer.Ordinal));

    /// <summary>Puts a return statement in the place of those before it and of itself; their comments stay before it. Not where a directive could be torn.</summary>
    public static IEnumerable<Replacement> Merge(IReadOnlyList<StatementSyntax> statements, ReturnStatementSyntax end, ReturnStatementSyntax replacement)
    {
        if (end.Parent is not BlockSyntax block || statements.Any(statement => statement.ContainsDirectives) || end.ContainsDirectives)
        {
            return [];
        }

        bool isOnItsLine = statements[statements.Count - 1].GetTrailingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        IEnumerable<SyntaxTrivia> indentation = isOnItsLine ? end.GetLeadingTrivia() : statements[0].GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        replacement = replacement.WithLeadingTrivia(SyntaxFactory.TriviaList([.. statements.SelectMany(CommentsAround), .. indentation]));
        int first = block.Statements.IndexOf(statements[0]);
        return [new(block, current => ((BlockSyntax)current) is var changed
            ? changed.WithStatements([.. changed.Statements.Take(first), replacement, .. changed.Statements.Skip(first + statements.Count + 1)])
            : current)];
    }

    /// <summary>The comments before and behind a statement, with the lines that they stand on; nothing where there are none.</summary>
    private static IEnumerable<SyntaxTrivia> CommentsAround(StatementSyntax statement)
    {
        IEnumerable<SyntaxTrivia> before = statement.GetLeadingTrivia();
        IEnumerable<SyntaxTrivia> behind = statement.GetTrailingTrivia();
        if (behind.Any(IsComment))
        {
            // A comment at the end of a line gets a line of its own.
            return [.. before, .. behind.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))];
        }

        return before.Any(IsComment) ? before.Reverse().SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse() : [];
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    /// <summary>The members that a returned copy sets.</summary>
    public static IEnumerable<string> SetNames(this ReturnStatementSyntax statement) =>
        statement.Expression is WithExpressionSyntax copy ? copy.Initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Left.ToString()) : [];

    /// <summary>The same statement, which returns a copy with some members set before the others.</summary>
    public static ReturnStatementSyntax With(this ReturnStatementSyntax statement, IReadOnlyList<(string Name, ExpressionSyntax Value)> members)
    {
        IEnumerable<ExpressionSyntax> set = members.Select(member => Set(member.Name, member.Value));
        WithExpressionSyntax copy = statement.Expression is WithExpressionSyntax existing
            ? existing.WithInitializer(Initializer([.. set, .. existing.Initializer.Expressions]))
            : Copy(statement.Expression!, [.. set]);
        return statement.WithExpression(copy.WithTriviaFrom(statement.Expression!));
    }

    /// <summary>A copy of an object with some members set.</summary>
    public static WithExpressionSyntax Copy(ExpressionSyntax value, params ExpressionSyntax[] members) => SyntaxFactory.WithExpression(
        value.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space),
        SyntaxFactory.Token(SyntaxKind.WithKeyword).WithTrailingTrivia(SyntaxFactory.Space),
        Initializer(members));

    /// <summary>A member and what it is set to.</summary>
    public static AssignmentExpressionSyntax Set(string name, ExpressionSyntax value) => SyntaxFactory.AssignmentExpression(
        SyntaxKind.SimpleAssignmentExpression,
        SyntaxFactory.IdentifierName(name).WithTrailingTrivia(SyntaxFactory.Space),
        SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
        value.WithoutTrivia());

    private static InitializerExpressionSyntax Initializer(ExpressionSyntax[] members) => SyntaxFactory.InitializerExpression(
        SyntaxKind.WithInitializerExpression,
        SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(SyntaxFactory.Space),
        SyntaxFactory.SeparatedList(
            members.Select((member, index) => index == members.Length - 1 ? member.WithoutTrailingTrivia().WithTrailingTrivia(SyntaxFactory.Space) : member.WithoutTrailingTrivia()),
            Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), members.Length - 1)),
        SyntaxFactory.Token(SyntaxKind.CloseBraceToken));
}
