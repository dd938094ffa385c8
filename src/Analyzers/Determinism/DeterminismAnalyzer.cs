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
                var reports = Reports.Start(start, (context, report) => new ReachedUses(determinism, bodies, new(determinism, Rules.ReachedDeterminism, report), context.CancellationToken).Report(roots));
                start.RegisterOperationBlockAction(context => Read(context, determinism, bodies, roots, reports));
                start.RegisterSymbolAction(context => AddUnwritten(determinism.Roots.UnwrittenOf((INamedTypeSymbol)context.Symbol), roots), SymbolKind.NamedType);
            }
        });
    }

    private static void AddUnwritten(IMethodSymbol? constructor, ConcurrentBag<Root> roots)
    {
        if (constructor is not null)
        {
            var body = new BodyFacts(constructor, outer: null);
            roots.Add(new(body, [body]));
        }
    }

    private static void Read(OperationBlockAnalysisContext context, DeterminismContext determinism, BodyTable bodies, ConcurrentBag<Root> roots, Reports reports)
    {
        if (IsOtherPart(context.OwningSymbol, context.OperationBlocks))
        {
            return;
        }

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
            DirectUses.Report(root, reader.Bodies, new(determinism, Rules.Determinism, reports.To(context.ReportDiagnostic)));
        }
    }

    /// <summary>Whether these are only the attributes and default values of one part of a member, whose body the other part has.</summary>
    private static bool IsOtherPart(ISymbol symbol, ImmutableArray<IOperation> blocks) =>
        symbol is IMethodSymbol { PartialImplementationPart: not null } or IPropertySymbol { PartialImplementationPart: not null } or IPropertySymbol { PartialDefinitionPart: not null }
        && blocks.All(block => block.Kind is OperationKind.Attribute or OperationKind.ParameterInitializer);
}
