using Daybook.Analyzers.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Daybook.CodeFixes.Schema;

/// <summary>Writes into the schema file what a diagnostic says would settle it.</summary>
/// <param name="title">What the action is called.</param>
public abstract class AcceptFix(string title) : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Project project = context.TextDocument.Project;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (LockEdit.Find(diagnostic.Properties) is { } edit && project.FindLock() is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(title, cancellationToken => project.Solution.EditLockAsync(project.Id, [edit], cancellationToken), title),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }
}
