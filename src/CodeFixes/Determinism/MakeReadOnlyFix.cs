using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Adds <c>readonly</c> to a static field that nothing writes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakeReadOnlyFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.Static];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics.Where(diagnostic => diagnostic.AdditionalLocations.Count == 0))
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is { } node
                && model?.GetSymbolInfo(node, context.CancellationToken).Symbol is IFieldSymbol { IsStatic: true, IsReadOnly: false, IsVolatile: false } field
                && await DeclarationOf(field, context.Document.Project.Solution, context.CancellationToken).ConfigureAwait(false) is { } declaration)
            {
                string title = $"Make '{field.Name}' readonly";
                context.RegisterCodeFix(CodeAction.Create(title, cancellationToken => FixAsync(context.Document.Project.Solution, declaration, cancellationToken), nameof(MakeReadOnlyFix)), diagnostic);
            }
        }
    }

    /// <summary>The declaration, when it declares nothing else, the whole solution can be seen to leave it alone, and a copy of a struct is none.</summary>
    private static async Task<FieldDeclarationSyntax?> DeclarationOf(IFieldSymbol field, Solution solution, CancellationToken cancellationToken)
    {
        bool isHidden = false;
        for (ISymbol? symbol = field; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            isHidden |= symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal;
        }

        bool isValue = field.Type is { IsValueType: true, IsReadOnly: false, SpecialType: SpecialType.None, TypeKind: not TypeKind.Enum };
        if (!isHidden || isValue || field.DeclaringSyntaxReferences.Length != 1
            || await field.DeclaringSyntaxReferences[0].GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is not { Parent.Parent: FieldDeclarationSyntax { Declaration.Variables.Count: 1 } declaration })
        {
            return null;
        }

        foreach (ReferencedSymbol found in await SymbolFinder.FindReferencesAsync(field, solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (ReferenceLocation place in found.Locations)
            {
                SyntaxNode? root = await place.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
                if (root is null || IsWritten(root.FindNode(place.Location.SourceSpan, getInnermostNodeForTie: true)))
                {
                    return null;
                }
            }
        }

        return declaration;
    }

    private static bool IsWritten(SyntaxNode name)
    {
        SyntaxNode node = name;
        while (node.Parent is MemberAccessExpressionSyntax access && access.Name == node || node.Parent is ParenthesizedExpressionSyntax or QualifiedNameSyntax)
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == node,
            PrefixUnaryExpressionSyntax step => step.IsKind(SyntaxKind.PreIncrementExpression) || step.IsKind(SyntaxKind.PreDecrementExpression) || step.IsKind(SyntaxKind.AddressOfExpression),
            PostfixUnaryExpressionSyntax step => !step.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
            RefExpressionSyntax => true,
            _ => false,
        };
    }

    private static async Task<Solution> FixAsync(Solution solution, FieldDeclarationSyntax declaration, CancellationToken cancellationToken)
    {
        Document document = solution.GetDocument(declaration.SyntaxTree)!;
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SyntaxToken keyword = SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return solution.WithDocumentSyntaxRoot(document.Id, root!.ReplaceNode(declaration, declaration.AddModifiers(keyword)));
    }
}
