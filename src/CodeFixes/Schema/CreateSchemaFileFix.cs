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
        project = project.AddFile(LockText.FileName, LockText.Header);

        // With the file in place, the analyzers themselves say what belongs into it.
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            .. project.AnalyzerReferences.SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp))
                .Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id is RuleIds.NotInFile)),
        ];
        if (analyzers.IsEmpty || await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return project.Solution;
        }

        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers(analyzers, project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
        IEnumerable<LockEdit> edits = diagnostics
            .Where(diagnostic => diagnostic.Id is RuleIds.NotInFile)
            .Select(diagnostic => LockEdit.Find(diagnostic.Properties)).OfType<LockEdit>();
        return await project.Solution.EditLockAsync(project.Id, edits, cancellationToken).ConfigureAwait(false);
    }
}
