using System.Collections.Immutable;
using Daybook.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>Lets a workspace's project generate as a build does.</summary>
internal sealed class GeneratorReference : AnalyzerReference
{
    // The workspace asks again, and knows the generator by its reference.
    private readonly ImmutableArray<ISourceGenerator> generators = [new DaybookGenerator().AsSourceGenerator()];

    public override string? FullPath => null;

    public override object Id => nameof(GeneratorReference);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => generators;
}
