using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Daybook.Analyzers.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Daybook.CodeFixes.Shape;

/// <summary>Puts an immutable or appendable type in the place of a collection that can be changed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MutableCollectionFix : DocumentFix
{
    private const string Prefix = "Use ";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.MutableCollection, RuleIds.MutableContents];

    private protected override IEnumerable<string> TitlesFor(SyntaxNode node, Diagnostic diagnostic) =>
        Replacements(diagnostic).Select(name => Prefix + ShortName(name));

    private protected override async Task<Document?> ChangeAsync(Document document, SyntaxNode node, string title, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        string? name = Replacements(diagnostic).FirstOrDefault(name => string.Equals(Prefix + ShortName(name), title, StringComparison.Ordinal));
        ITypeSymbol? held = model?.GetDeclaredSymbol(node, cancellationToken) switch
        {
            IPropertySymbol property => property.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        if (name is null || held is null || HeldType.FindDeclaration(node) is not { } declaration || Make(model!.Compilation, name, held) is not { } type)
        {
            return null;
        }

        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var written = (TypeSyntax)SyntaxGenerator.GetGenerator(document).TypeExpression(type);
        if (model.LookupNamespacesAndTypes(declaration.SpanStart, name: type.Name).IsEmpty)
        {
            written = written.WithAdditionalAnnotations(Usings.Of(type.ContainingNamespace.ToDisplayString()));
        }

        Document changed = document.WithSyntaxRoot(Usings.Add(root.ReplaceNode(declaration, HeldType.Change(declaration, written, EmptyOf(type, written), keepsNull: true))));
        return await DropsResultsAsync(changed, type, cancellationToken).ConfigureAwait(false) ? null : changed;
    }

    private static string[] Replacements(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Replacements, out string? names) && names is not null ? names.Split([';'], StringSplitOptions.RemoveEmptyEntries) : [];

    private static string ShortName(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private static INamedTypeSymbol? Make(Compilation compilation, string name, ITypeSymbol held)
    {
        ITypeSymbol[] arguments = held switch
        {
            IArrayTypeSymbol array => [array.ElementType],
            INamedTypeSymbol named => [.. named.TypeArguments],
            _ => [],
        };
        return arguments.Length == 0
            ? compilation.GetTypeByMetadataName(name)
            : compilation.GetTypeByMetadataName($"{name}`{arguments.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)}")?.Construct(arguments);
    }

    // Maps have no collection expression.
    private static ExpressionSyntax EmptyOf(INamedTypeSymbol type, TypeSyntax written) => type.Arity switch
    {
        0 => SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression),
        1 => SyntaxFactory.CollectionExpression(),
        _ => SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, written, SyntaxFactory.IdentifierName("Empty")),
    };

    // A call that changed the collection returns another one now: where nobody takes it, the fix would lose data without a word.
    private static async Task<bool> DropsResultsAsync(Document document, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        return root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax or ConditionalAccessExpressionSyntax)
            .Any(call => model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
                && SymbolEqualityComparer.Default.Equals(method.ContainingType?.OriginalDefinition, type.OriginalDefinition)
                && SymbolEqualityComparer.Default.Equals(method.ReturnType.OriginalDefinition, type.OriginalDefinition));
    }
}
