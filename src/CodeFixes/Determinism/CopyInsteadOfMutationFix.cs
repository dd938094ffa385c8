using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Returns a copy with members set, where a reducer sets them on the state and returns it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CopyInsteadOfMutationFix : ReplacementFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.Mutation];

    private protected override string Title => "Return a copy with the member set";

    private protected override IEnumerable<Replacement> Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken) =>
        node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { } statement && diagnostic.Location.SourceSpan == TargetOf(statement)?.Span
            ? FindAll(statement, model, cancellationToken)
            : [];

    /// <summary>All assignments in a row before the state is returned: one copy takes them together.</summary>
    private static IEnumerable<Replacement> FindAll(ExpressionStatementSyntax statement, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxList<StatementSyntax> siblings = statement.Siblings();
        int first = siblings.IndexOf(statement);
        int last = first;
        while (first > 0 && IsAssignment(siblings[first - 1]))
        {
            first--;
        }

        while (last >= 0 && last < siblings.Count && IsAssignment(siblings[last]))
        {
            last++;
        }

        if (last < 0 || last >= siblings.Count || siblings[last] is not ReturnStatementSyntax end || !end.ReturnsThis())
        {
            return [];
        }

        // Code that runs when a member is set may change what is read or set after it.
        bool isOnly = last == first + 1 && end.Expression is ThisExpressionSyntax;
        var members = new List<(string Name, ExpressionSyntax Value)>();
        for (int i = first; i < last; i++)
        {
            // What reads a member that was set just before would read another value in a copy.
            ExpressionSyntax? value = ValueOf((ExpressionStatementSyntax)siblings[i], model, cancellationToken);
            string name = TargetOf(siblings[i])!.OwnName()!.Identifier.ValueText;
            bool isOwn = model.GetSymbolInfo(TargetOf(siblings[i])!, cancellationToken).Symbol switch
            {
                IPropertySymbol { IsStatic: false, SetMethod: not null, ContainingType.IsRecord: true } property => isOnly || IsStored(property),
                IFieldSymbol field => field is { IsStatic: false, IsReadOnly: false, ContainingType.IsRecord: true },
                _ => false,
            };
            if (!isOwn || value is null || value.Mentions(members.Select(member => member.Name)) || (members.Count > 0 && MayReadAny(siblings[i], model, cancellationToken)) || members.Any(member => string.Equals(member.Name, name, StringComparison.Ordinal)))
            {
                return [];
            }

            members.Add((name, value));
        }

        string[] names = [.. members.Select(member => member.Name)];
        bool isSetAgain = end.SetNames().Intersect(names, StringComparer.Ordinal).Any() || (end.Expression is WithExpressionSyntax copy && (copy.Initializer.Mentions(names) || MayReadAny(copy.Initializer, model, cancellationToken)));
        return isSetAgain ? [] : StateSyntax.Merge([.. siblings.Skip(first).Take(last - first)], end, end.With(members));
    }

    /// <summary>Whether a node hands out the object, or uses members of it whose code may read any other.</summary>
    private static bool MayReadAny(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) => node.DescendantNodes().Any(part => part switch
    {
        ThisExpressionSyntax self => self.Parent is not MemberAccessExpressionSyntax,
        BaseExpressionSyntax => true,
        IdentifierNameSyntax name when name.Parent is not MemberAccessExpressionSyntax access || access.Expression is ThisExpressionSyntax || access.Expression == name =>
            model.GetSymbolInfo(name, cancellationToken).Symbol switch
            {
                IMethodSymbol method => !method.IsStatic,
                IPropertySymbol property => !property.IsStatic && !IsStored(property),
                _ => false,
            },
        _ => false,
    });

    /// <summary>Whether a property is a field and no more: one whose accessors have bodies may have a field too.</summary>
    private static bool IsStored(IPropertySymbol property) =>
        property is { IsVirtual: false, IsOverride: false }
        && property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
        && property.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is not PropertyDeclarationSyntax declaration || IsPlain(declaration));

    private static bool IsPlain(PropertyDeclarationSyntax property) =>
        property is { ExpressionBody: null, AccessorList: { } list }
        && !property.Modifiers.Any(SyntaxKind.PartialKeyword)
        && list.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null });

    private static bool IsAssignment(StatementSyntax statement) => TargetOf(statement)?.OwnName() is not null;

    private static ExpressionSyntax? TargetOf(StatementSyntax statement) => (statement as ExpressionStatementSyntax)?.Expression switch
    {
        AssignmentExpressionSyntax assignment when !assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) => assignment.Left,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } step => step.Operand,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } step => step.Operand,
        _ => null,
    };

    /// <summary>What a statement sets its member to; nothing where it cannot be written as a value.</summary>
    private static ExpressionSyntax? ValueOf(ExpressionStatementSyntax statement, SemanticModel model, CancellationToken cancellationToken)
    {
        if (statement.Expression is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment)
        {
            return assignment.Right;
        }

        ExpressionSyntax target = TargetOf(statement)!;
        if (model.GetTypeInfo(target, cancellationToken).Type is not { } type || IsOwnOperator(statement.Expression, model, cancellationToken))
        {
            return null;
        }

        // What an operator returns is converted back to the member's type, even where that needs a cast in an assignment.
        ExpressionSyntax value = Operation(statement.Expression, target.WithoutTrivia());
        Conversion conversion = model.ClassifyConversion(statement.SpanStart, value, type);
        return conversion switch
        {
            { IsImplicit: true } => value,
            { IsExplicit: true } => Parse($"({type.ToMinimalDisplayString(model, statement.SpanStart)})({value})"),
            _ => null,
        };
    }

    /// <summary>Whether an operator is a type's own, and no other can be written for it: a step, or one that changes the object.</summary>
    private static bool IsOwnOperator(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(expression, cancellationToken).Symbol is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } method && (!method.IsStatic || expression is not AssignmentExpressionSyntax);

    private static ExpressionSyntax Operation(ExpressionSyntax expression, ExpressionSyntax target) => expression switch
    {
        AssignmentExpressionSyntax assignment => Parse($"{target} {assignment.OperatorToken.Text.TrimEnd('=')} {InParentheses(assignment.Right)}"),
        PostfixUnaryExpressionSyntax step => Parse($"{target} {step.OperatorToken.Text.Substring(1)} 1"),
        PrefixUnaryExpressionSyntax step => Parse($"{target} {step.OperatorToken.Text.Substring(1)} 1"),
        _ => expression,
    };

    private static ExpressionSyntax Parse(string text) => SyntaxFactory.ParseExpression(text);

    private static string InParentheses(ExpressionSyntax value) => value is BinaryExpressionSyntax or ConditionalExpressionSyntax or AssignmentExpressionSyntax or LambdaExpressionSyntax ? $"({value.WithoutTrivia()})" : value.WithoutTrivia().ToString();
}
