using System.Collections.Immutable;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Determinism;

/// <summary>Lists every <c>[Deterministic("reason")]</c>: what the analysis takes on trust.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncheckedTrustAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UncheckedTrust];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Daybook.DeterministicAttribute") is { } claim)
            {
                var reports = Reports.Start(start);
                start.RegisterSyntaxNodeAction(context => Report(context, claim, reports.To(context.ReportDiagnostic)), SyntaxKind.Attribute);
            }
        });
    }

    private static void Report(SyntaxNodeAnalysisContext context, INamedTypeSymbol claim, Action<Diagnostic> report)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList?.Arguments.FirstOrDefault() is { } reason
            && context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol is IMethodSymbol constructor && constructor.ContainingType.Is(claim)
            && context.SemanticModel.GetConstantValue(reason.Expression, context.CancellationToken) is { HasValue: true, Value: string text })
        {
            report(Diagnostic.Create(Rules.UncheckedTrust, attribute.GetLocation(), NameOf(attribute, context), text));
        }
    }

    private static string NameOf(AttributeSyntax attribute, SyntaxNodeAnalysisContext context)
    {
        SyntaxNode? declaration = attribute.Parent?.Parent is BaseFieldDeclarationSyntax field ? field.Declaration.Variables[0] : attribute.Parent?.Parent;
        ISymbol? symbol = declaration is null ? null : context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken);
        return symbol?.ToApi() ?? context.Compilation.AssemblyName ?? "";
    }
}
