using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Daybook.CodeFixes;

/// <summary>
/// Fixes all by one edit of each project, whatever the order of the diagnostics: for what is mended elsewhere than it is found, where one edit has to know of the others.
/// </summary>
/// <param name="title">What the action is called.</param>
/// <param name="fixAsync">Mends what was found in a project, as the action with an equivalence key does.</param>
internal sealed class ProjectFixAll(string title, Func<Project, IReadOnlyList<Diagnostic>, string?, CancellationToken, Task<Solution>> fixAsync) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(
        CodeAction.Create(title, cancellationToken => FixAsync(fixAllContext.WithCancellationToken(cancellationToken)), fixAllContext.CodeActionEquivalenceKey));

    private async Task<Solution> FixAsync(FixAllContext context)
    {
        Solution solution = context.Solution;
        IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        foreach (Project project in projects)
        {
            ImmutableArray<Diagnostic> diagnostics = context.Scope == FixAllScope.Document && context.Document is { } document
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            if (!diagnostics.IsEmpty)
            {
                solution = await fixAsync(solution.GetProject(project.Id)!, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken).ConfigureAwait(false);
            }
        }

        return solution;
    }
}
