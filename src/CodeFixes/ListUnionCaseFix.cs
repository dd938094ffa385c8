using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Daybook.CodeFixes;

/// <summary>Lists a type at the union that it derives from, with the next free tag.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ListUnionCaseFix : CodeFixProvider
{
    private const string Attribute = "Daybook.WireUnionAttribute";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.MissingUnionCase];

    /// <summary>None: two fixes at once would take the same tag.</summary>
    /// <returns>Null.</returns>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span) is not TypeDeclarationSyntax declaration
            || model?.GetDeclaredSymbol(declaration, context.CancellationToken) is not INamedTypeSymbol type
            || model.Compilation.GetTypeByMetadataName(Attribute) is not { } attribute
            || FindUnion(type, attribute) is not { } union
            || !IsKnownTo(union, type, model.Compilation)
            || union.DeclaringSyntaxReferences.FirstOrDefault(part => part.GetSyntax(context.CancellationToken) is TypeDeclarationSyntax { AttributeLists.Count: > 0 }) is not { } reference
            || context.Document.Project.Solution.GetDocument(reference.SyntaxTree) is not { } document)
        {
            return;
        }

        int tag = Listed(union, attribute).Select(data => data.ConstructorArguments[0].Value is int listed and < int.MaxValue ? listed + 1 : 0).Append(0).Max();
        context.RegisterCodeFix(
            CodeAction.Create(
                $"List it as case {tag.ToString(System.Globalization.CultureInfo.InvariantCulture)} of {union.Name}",
                cancellationToken => FixAsync(document, reference, type, tag, cancellationToken),
                nameof(ListUnionCaseFix)),
            context.Diagnostics);
    }

    private static INamedTypeSymbol? FindUnion(INamedTypeSymbol type, INamedTypeSymbol attribute)
    {
        var ancestors = type.AllInterfaces.ToList();
        for (INamedTypeSymbol? link = type.BaseType; link is not null; link = link.BaseType)
        {
            ancestors.Add(link);
        }

        return ancestors.Select(link => link.OriginalDefinition).FirstOrDefault(union =>
            Listed(union, attribute).Any()
            && !Listed(union, attribute).Any(data => data.ConstructorArguments[1].Value is INamedTypeSymbol listed
                && SymbolEqualityComparer.Default.Equals(listed.OriginalDefinition, type.OriginalDefinition)));
    }

    // What another assembly declares, or another type hides, cannot be listed.
    private static bool IsKnownTo(INamedTypeSymbol union, INamedTypeSymbol type, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(union.ContainingAssembly, compilation.Assembly) && compilation.IsSymbolAccessibleWithin(type, union);

    private static IEnumerable<AttributeData> Listed(INamedTypeSymbol union, INamedTypeSymbol attribute) =>
        union.GetAttributes().Where(data => data.ConstructorArguments.Length == 2 && SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute));

    private static async Task<Document> FixAsync(Document document, SyntaxReference reference, INamedTypeSymbol type, int tag, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var declaration = (TypeDeclarationSyntax)await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
        string name = (type.IsGenericType ? type.ConstructUnboundGenericType() : type).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        AttributeSyntax added = SyntaxFactory.Attribute(
            SyntaxFactory.ParseName("global::Daybook.WireUnion").WithAdditionalAnnotations(Simplifier.Annotation),
            SyntaxFactory.AttributeArgumentList(
            [
                SyntaxFactory.AttributeArgument(SyntaxFactory.ParseExpression(tag.ToString(System.Globalization.CultureInfo.InvariantCulture))),
                SyntaxFactory.AttributeArgument(SyntaxFactory.TypeOfExpression(SyntaxFactory.ParseTypeName(name).WithAdditionalAnnotations(Simplifier.Annotation))),
            ]));
        AttributeListSyntax last = declaration.AttributeLists.Last();
        AttributeListSyntax list = SyntaxFactory.AttributeList([added]).NormalizeWhitespace()
            .WithLeadingTrivia(last.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
            .WithTrailingTrivia(last.GetTrailingTrivia());
        return document.WithSyntaxRoot(root.ReplaceNode(declaration, declaration.WithAttributeLists(declaration.AttributeLists.Add(list))));
    }
}
