using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Writes into the project's determinism file that a member of another assembly is deterministic.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class TrustMemberFix : CodeFixProvider
{
    private const string FileSuffix = ".determinism.txt";
    private const string NewFile = "trusted" + FileSuffix;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.Unknown];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new ProjectFixAll(
        "Trust all members of other assemblies", static (project, diagnostics, _, cancellationToken) => FixAsync(project, diagnostics.Select(FindId).OfType<string>(), cancellationToken));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (FindId(diagnostic) is { } id)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Trust '{id.Substring(2)}'", cancellationToken => FixAsync(context.Document.Project, [id], cancellationToken), nameof(TrustMemberFix)), diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    // What is declared in the project can say so itself.
    private static string? FindId(Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey("foreign") && diagnostic.Properties.TryGetValue("id", out string? id) ? id : null;

    private static async Task<Solution> FixAsync(Project project, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        string lines = string.Concat(ids.Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal).Select(id => $"UNKNOWN\tallow\t{id}\tis trusted\n"));
        if (lines.Length == 0)
        {
            return project.Solution;
        }

        TextDocument? file = project.AdditionalDocuments.FirstOrDefault(document => (document.FilePath ?? document.Name).EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase));
        if (file is null)
        {
            return project.AddFile(NewFile, lines).Solution;
        }

        SourceText text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
        bool isOpen = text.Length > 0 && text[text.Length - 1] != '\n';
        return project.Solution.WithAdditionalDocumentText(file.Id, text.Replace(new TextSpan(text.Length, 0), isOpen ? "\n" + lines : lines));
    }
}
