using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Daybook.Analyzers.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.CodeFixes.Schema;

/// <summary>Adds the schema file to a project, with everything that the project declares today.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CreateSchemaFileFix : CodeFixProvider
{
    private const string Title = $"Create {LockText.FileName}";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.NoSchemaFile];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new ProjectFixAll(Title, static (project, _, _, cancellationToken) => FixAsync(project, cancellationToken));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Project project = context.Document.Project;
        context.RegisterCodeFix(CodeAction.Create(Title, cancellationToken => FixAsync(project, cancellationToken), Title), context.Diagnostics);
        return Task.CompletedTask;
    }

    private static async Task<Solution> FixAsync(Project project, CancellationToken cancellationToken)
    {
        if (project.TryAddFile(LockText.FileName, LockText.Header) is not { } extended)
        {
            return project.Solution;
        }

        // With the file in place, the analyzers themselves say what belongs into it.
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            .. extended.AnalyzerReferences.SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp))
                .Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id is RuleIds.NotInFile)),
        ];
        if (analyzers.IsEmpty || await extended.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return extended.Solution;
        }

        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers(analyzers, extended.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
        IEnumerable<LockEdit> edits = diagnostics
            .Where(diagnostic => diagnostic.Id is RuleIds.NotInFile)
            .Select(diagnostic => LockEdit.Find(diagnostic.Properties)).OfType<LockEdit>();
        return await extended.Solution.EditLockAsync(extended.Id, edits, cancellationToken).ConfigureAwait(false);
    }
}
