using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Daybook.Analyzers.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Daybook.CodeFixes.Schema;

/// <summary>Accepts what recorded events survive, one by one or all at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)])]
[Shared]
public sealed class AcceptAdditionFix : CodeFixProvider
{
    internal const string Title = $"Accept in {LockText.FileName}";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        RuleIds.MemberAdded, RuleIds.TypeWidened, RuleIds.Renamed, RuleIds.DefaultChanged, RuleIds.ValueAdded,
        RuleIds.NotInFile, RuleIds.StateVersionRaised, RuleIds.StateRemoved, RuleIds.WrittenDifferently,
    ];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AcceptAllProvider.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Project project = context.TextDocument.Project;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (LockEdit.Find(diagnostic.Properties) is { } edit && project.FindLock() is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title, cancellationToken => project.Solution.EditLockAsync(project.Id, [edit], cancellationToken), Title),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }
}
