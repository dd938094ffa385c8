using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Writes into the project's determinism file that a member of another assembly is deterministic. Each is a decision of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class TrustMemberFix : CodeFixProvider
{
    private const string FileSuffix = ".determinism.txt";
    private const string NewFile = "trusted" + FileSuffix;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.Unknown];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            // What is declared in the project can say so itself.
            if (diagnostic.Properties.TryGetValue("id", out string? id) && id is not null && diagnostic.Properties.ContainsKey("foreign"))
            {
                string title = $"Trust '{id.Substring(2)}'";
                context.RegisterCodeFix(CodeAction.Create(title, cancellationToken => FixAsync(context.Document.Project, id, cancellationToken), title), diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> FixAsync(Project project, string id, CancellationToken cancellationToken)
    {
        string line = $"UNKNOWN\tallow\t{id}\tis trusted\n";
        TextDocument? file = project.AdditionalDocuments.FirstOrDefault(document => (document.FilePath ?? document.Name).EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase));
        if (file is null)
        {
            string path = Path.Combine(Path.GetDirectoryName(project.FilePath) ?? "", NewFile);
            return project.AddAdditionalDocument(NewFile, SourceText.From(line, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), filePath: path).Project.Solution;
        }

        SourceText text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
        bool isOpen = text.Length > 0 && text[text.Length - 1] != '\n';
        return project.Solution.WithAdditionalDocumentText(file.Id, text.Replace(new TextSpan(text.Length, 0), isOpen ? "\n" + line : line));
    }
}
