using System.Collections.Immutable;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Analyzers.Schema;

/// <summary>Compares events, states and reducers with what the project's schema file says of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SchemaLockAnalyzer : DiagnosticAnalyzer
{
    private static readonly SourceTextValueProvider<LockFile> Files = new(LockFile.Parse);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Schema];

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

            AdditionalText? file = start.Options.AdditionalFiles
                .FirstOrDefault(text => string.Equals(Path.GetFileName(text.Path), LockText.FileName, StringComparison.Ordinal));
            if (file is null)
            {
                new MissingFile(known).Register(start);
            }
            else if (file.GetText(start.CancellationToken) is { } text && start.TryGetValue(text, Files, out LockFile? content))
            {
                new SchemaLock(content, file.Path, start.Compilation, known).Register(start);
            }
        });
    }
}
