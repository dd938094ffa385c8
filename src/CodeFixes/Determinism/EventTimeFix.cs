using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Reads the time at which the event was recorded instead of the clock.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class EventTimeFix : ReplacementFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.Clock];

    private protected override string Title => "Use the event's time";

    private protected override IEnumerable<Replacement> Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken) =>
        node is ExpressionSyntax && MemberOf(model.GetSymbolInfo(node, cancellationToken).Symbol) is { } member
        && EventContextParameter.Around(node, model, cancellationToken) is { } context
            ? context.Use(node, member)
            : [];

    private static string? MemberOf(ISymbol? symbol) => symbol?.ContainingType?.ToDisplayString() switch
    {
        "System.DateTimeOffset" when symbol.Name is "Now" or "UtcNow" => "Timestamp",
        "System.TimeProvider" when symbol.Name is "GetUtcNow" => "Timestamp",
        "System.DateTime" when symbol.Name is "Now" or "UtcNow" => "Timestamp.UtcDateTime",
        "System.DateTime" when symbol.Name is "Today" => "Timestamp.UtcDateTime.Date",
        _ => null,
    };
}
