using System.Collections.Concurrent;
using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Culture;
using Daybook.Analyzers.Determinism.Database;
using Daybook.Analyzers.Determinism.Exceptions;
using Daybook.Analyzers.Determinism.Facts;
using Daybook.Analyzers.Determinism.Hashes;
using Daybook.Analyzers.Determinism.Machine;
using Daybook.Analyzers.Determinism.Mutation;
using Daybook.Analyzers.Determinism.Objects;
using Daybook.Analyzers.Determinism.Order;
using Daybook.Analyzers.Determinism.Regexes;
using Daybook.Analyzers.Determinism.Reporting;
using Daybook.Analyzers.Determinism.Time;
using Daybook.Analyzers.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Determinism;

/// <summary>
/// Finds what would make a reducer replay differently, in the reducer and in everything that it reaches. Every body of a
/// compilation is read once, into facts; direct uses are reported from them as one types, the others at the end.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeterminismAnalyzer : DiagnosticAnalyzer
{
    private static readonly OperationChecks Checks = new(
        new CallCheck(), new HiddenCallCheck(), new LanguageCheck(),
        new TimeParsingCheck(),
        new GivenCheck(), new MutationCheck(), new StaticCheck(), new LostResultCheck(), new IdentityCheck(), new LazyCheck(),
        new OrderCheck(), new SortTieCheck(),
        new FloatingPointCheck(), new MemoryCheck(), new SourceTextCheck(), new ThreadStaticCheck(),
        new FormattingCheck(), new InterpolationCheck(), new ParsingCheck(), new ComparisonCheck(), new SortingCheck(), new DefaultComparerCheck(), new HashCheck(), new RegexCheck(), new ExceptionCheck());

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Determinism, .. Rules.ReachedDeterminism];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // A record with a generated part counts as generated as a whole; GeneratedTree tells the parts apart.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var determinism = new DeterminismContext(
                start.Compilation,
                SymbolDatabase.Create(start.Compilation, start.Options, start.TryGetValue, start.CancellationToken),
                start.Options.AnalyzerConfigOptionsProvider);
            if (determinism.Known.HasClaims)
            {
                var bodies = new BodyTable();
                var roots = new ConcurrentBag<Root>();
                start.RegisterOperationBlockAction(context => Read(context, determinism, bodies, roots));
                start.RegisterSymbolAction(context => AddUnwritten(determinism.Roots.UnwrittenOf((INamedTypeSymbol)context.Symbol), roots), SymbolKind.NamedType);
                start.RegisterCompilationEndAction(context => Report(context, determinism, bodies, roots));
            }
        });
    }

    /// <summary>Reports what is reached, file by file from the top on.</summary>
    private static void Report(CompilationAnalysisContext context, DeterminismContext determinism, BodyTable bodies, ConcurrentBag<Root> roots)
    {
        var found = new List<Diagnostic>();
        new ReachedUses(determinism, bodies, new(determinism, Rules.ReachedDeterminism, found.Add), context.CancellationToken).Report(roots);
        foreach (Diagnostic diagnostic in found.OrderBy(entry => entry.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(entry => entry.Location.SourceSpan).ThenBy(entry => entry.Id, StringComparer.Ordinal))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private static void AddUnwritten(IMethodSymbol? constructor, ConcurrentBag<Root> roots)
    {
        if (constructor is not null)
        {
            var body = new BodyFacts(constructor, outer: null);
            roots.Add(new(body, [body]));
        }
    }

    private static void Read(OperationBlockAnalysisContext context, DeterminismContext determinism, BodyTable bodies, ConcurrentBag<Root> roots)
    {
        var reader = new BodyReader(determinism, Checks, context.CancellationToken);
        reader.Read(context.OwningSymbol, context.OperationBlocks);
        foreach (BodyFacts body in reader.Bodies)
        {
            bodies.Add(body);
        }

        if (determinism.Roots.Contains(context.OwningSymbol) && !GeneratedTree.IsGenerated(context.OperationBlocks[0].Syntax.SyntaxTree, context.CancellationToken))
        {
            BodyFacts root = reader.Bodies[0];
            roots.Add(new(root, DirectUses.ReachedIn(root, reader.Bodies)));
            DirectUses.Report(root, reader.Bodies, new(determinism, Rules.Determinism, context.ReportDiagnostic));
        }
    }
}
