using System.Collections.Immutable;
using Daybook.Analyzers.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Daybook.CodeFixes.Schema;

/// <summary>Accepts everything of one kind at once: one edit of each project's schema file, whatever the order of the diagnostics.</summary>
internal sealed class AcceptAllProvider : FixAllProvider
{
    public static AcceptAllProvider Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(
        CodeAction.Create(AcceptAdditionFix.Title, cancellationToken => FixAsync(fixAllContext.WithCancellationToken(cancellationToken)), AcceptAdditionFix.Title));

    private static async Task<Solution> FixAsync(FixAllContext context)
    {
        Solution solution = context.Solution;
        IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        foreach (Project project in projects)
        {
            ImmutableArray<Diagnostic> diagnostics = context.Scope == FixAllScope.Document && context.Document is { } document
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            List<LockEdit> edits = [.. diagnostics.Select(diagnostic => LockEdit.Find(diagnostic.Properties)).OfType<LockEdit>()];
            if (edits.Count > 0)
            {
                solution = await solution.EditLockAsync(project.Id, edits, context.CancellationToken).ConfigureAwait(false);
            }
        }

        return solution;
    }
}
