using Daybook.Analyzers.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Daybook.CodeFixes.Schema;

/// <summary>Writes into the schema file what a diagnostic says would settle it, where that is not settled already.</summary>
/// <param name="title">What the action is called.</param>
public abstract class AcceptFix(string title) : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Project project = context.TextDocument.Project;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (LockEdit.Find(diagnostic.Properties) is { } edit
                && await project.Solution.EditLockAsync(project.Id, [edit], context.CancellationToken).ConfigureAwait(false) is var changed && changed != project.Solution)
            {
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(changed), title), diagnostic);
            }
        }
    }
}
