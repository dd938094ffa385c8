using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Copies what a query gives into an immutable array, where it becomes a member of a state.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MaterializeQueryFix : ReplacementFix
{
    private const string Method = "ToImmutableArray";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.Lazy];

    private protected override string Title => "Copy into an immutable array";

    private protected override IEnumerable<Replacement> Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax query
            || model.GetTypeInfo(query, cancellationToken) is not { Type: { } type, ConvertedType: { TypeKind: TypeKind.Interface, Name: "IEnumerable" } })
        {
            return [];
        }

        bool hasUsing = !model.LookupSymbols(query.SpanStart, type, Method, includeReducedExtensionMethods: true).IsEmpty;
        return [new(query, current => ((ExpressionSyntax)current).Call(Method) is var copy && hasUsing ? copy : copy.WithAdditionalAnnotations(Usings.Of("System.Collections.Immutable")))];
    }
}
