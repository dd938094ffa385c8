using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Daybook.Analyzers.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Schema;

/// <summary>Adds the former name to a renamed event, and its line to the schema file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RememberFormerNameFix : CodeFixProvider
{
    private const string Property = "FormerNames";
    private const string Title = $"Add the old name to {Property}";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.EventRenamed];

    /// <summary>None: it changes an event's schema, and a name that was right all along is put back instead.</summary>
    /// <returns>Null.</returns>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Document document = context.Document;
        Diagnostic diagnostic = context.Diagnostics[0];
        SyntaxNode? root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        bool isKnown = model?.Compilation.GetTypeByMetadataName("Daybook.EventAttribute")?.GetMembers(Property).IsEmpty == false;
        if (isKnown && root?.FindNode(context.Span).FirstAncestorOrSelf<AttributeSyntax>() is { } marker
            && diagnostic.Properties.TryGetValue(FixProperties.FormerName, out string? former) && former is not null
            && LockEdit.Find(diagnostic.Properties) is { } edit)
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title, cancellationToken => FixAsync(document.Project, marker, former, edit with { Removed = [] }, cancellationToken), Title),
                diagnostic);
        }
    }

    private static async Task<Solution> FixAsync(Project project, AttributeSyntax marker, string former, LockEdit edit, CancellationToken cancellationToken)
    {
        AttributeSyntax changed = NamedArgument.Set(marker, Property, Append(Find(marker), former, HasCollectionExpressions(marker)));
        Solution solution = await NamedArgument.ReplaceAsync(project.Solution, marker, changed, cancellationToken).ConfigureAwait(false);
        return await solution.EditLockAsync(project.Id, [edit], cancellationToken).ConfigureAwait(false);
    }

    private static ExpressionSyntax? Find(AttributeSyntax marker) =>
        marker.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText is Property)?.Expression;

    /// <summary>The names that are there and one more; what is no list of names is replaced.</summary>
    private static ExpressionSyntax Append(ExpressionSyntax? names, string former, bool isCollection)
    {
        IEnumerable<string> present = names switch
        {
            CollectionExpressionSyntax collection => collection.Elements.Select(element => element.ToString()),
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.Select(expression => expression.ToString()),
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Select(expression => expression.ToString()),
            _ => [],
        };

        string list = string.Join(", ", present.Append(SymbolDisplay.FormatLiteral(former, quote: true)));
        return SyntaxFactory.ParseExpression(isCollection ? $"[{list}]" : $"new[] {{ {list} }}");
    }

    private static bool HasCollectionExpressions(AttributeSyntax marker) =>
        marker.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp12 };
}
