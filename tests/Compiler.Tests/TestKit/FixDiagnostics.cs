using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>Hands what is found in a solution to those that fix all of it.</summary>
internal sealed class FixDiagnostics(FixSolution solution) : FixAllContext.DiagnosticProvider
{
    public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await solution.AnalyzeAsync(project);

    public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
        (await solution.AnalyzeAsync(document.Project)).Where(diagnostic => document.Project.GetDocument(diagnostic.Location.SourceTree)?.Id == document.Id);

    public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        (await solution.AnalyzeAsync(project)).Where(diagnostic => diagnostic.Location.SourceTree is null);
}
