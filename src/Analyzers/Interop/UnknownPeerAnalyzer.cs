using System.Collections.Immutable;
using Daybook.Generator.Model;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Interop;

/// <summary>Says why no formatters for MessagePack-CSharp are written where it is referenced.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownPeerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnknownPeer];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var known = new KnownSymbols(start.Compilation);
            if (known.Event is null || PeerInterface.Find(start.Compilation) != PeerFormatters.Unknown)
            {
                return;
            }

            int declarations = 0;
            start.RegisterSymbolAction(
                context =>
                {
                    if (context.Symbol.FindAttribute(known.Event) is not null || context.Symbol.FindAttribute(known.State) is not null)
                    {
                        Interlocked.Increment(ref declarations);
                    }
                },
                SymbolKind.NamedType);
            Reports.Start(start, (context, report) =>
            {
                if (declarations > 0)
                {
                    AssemblyIdentity assembly = PeerInterface.FindAssembly(context.Compilation)!;
                    report(Diagnostic.Create(Rules.UnknownPeer, Location.None, $"'{assembly.Name}' {assembly.Version}"));
                }
            });
        });
    }
}
