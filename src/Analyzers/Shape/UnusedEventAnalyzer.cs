using System.Collections.Concurrent;
using System.Collections.Immutable;
using Daybook.Analyzers.Schema;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Shape;

/// <summary>Finds events that no other assembly sees and that nothing in this one names: no state has a reducer for them or lists them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedEventAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnusedEvent];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // A record with a generated part counts as generated as a whole; GeneratedTree tells the parts apart.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var known = new KnownSymbols(start.Compilation);
            if (known.Event is null)
            {
                return;
            }

            var events = new ConcurrentBag<INamedTypeSymbol>();
            var used = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
            start.RegisterSymbolAction(context => Collect((INamedTypeSymbol)context.Symbol, known, events, used), SymbolKind.NamedType);
            start.RegisterSymbolAction(context => Collect((IMethodSymbol)context.Symbol, known, used), SymbolKind.Method);
            Reports.Start(start, (context, report) => Report(context, [.. events.Where(type => !used.ContainsKey(type))], report));
        });
    }

    private static void Collect(INamedTypeSymbol type, KnownSymbols known, ConcurrentBag<INamedTypeSymbol> events, ConcurrentDictionary<ISymbol, bool> used)
    {
        if (type.FindAttribute(known.Event) is not null && type.ContainingTypes().Prepend(type).Any(link => link.DeclaredAccessibility != Accessibility.Public))
        {
            events.Add(type);
        }

        foreach (AttributeData listed in type.GetAttributes().Where(attribute => attribute.AttributeClass is { } marker && marker.OriginalDefinition.Is(known.Records)))
        {
            used.TryAdd(listed.AttributeClass!.TypeArguments[0], value: true);
        }
    }

    private static void Collect(IMethodSymbol method, KnownSymbols known, ConcurrentDictionary<ISymbol, bool> used)
    {
        if (method.FindAttribute(known.Reducer) is not null)
        {
            foreach (IParameterSymbol parameter in method.Parameters)
            {
                used.TryAdd(parameter.Type, value: true);
            }
        }
    }

    private static void Report(CompilationAnalysisContext context, IReadOnlyList<INamedTypeSymbol> candidates, Action<Diagnostic> report)
    {
        if (candidates.Count == 0)
        {
            return;
        }

        var named = new HashSet<string>(context.Compilation.SyntaxTrees.Where(tree => !GeneratedTree.IsGenerated(tree, context.CancellationToken)).SelectMany(tree => NamesIn(tree, context.CancellationToken)), StringComparer.Ordinal);
        foreach (INamedTypeSymbol type in candidates.Where(type => !named.Contains(type.Name)))
        {
            report(Diagnostic.Create(Rules.UnusedEvent, type.FindLocation(), type.Name));
        }
    }

    // Whoever names an event may handle it, record it without a state, or turn it into another one: that is its own affair. Declarations are no such names.
    private static IEnumerable<string> NamesIn(SyntaxTree tree, CancellationToken cancellationToken) => tree.GetRoot(cancellationToken).DescendantTokens()
        .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax)
        .Select(token => token.ValueText);
}
