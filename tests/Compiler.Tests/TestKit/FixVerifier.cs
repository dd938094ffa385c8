using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>Applies a code fix to the first diagnostic that it can fix.</summary>
internal static class FixVerifier
{
    private const string Usings = "using Daybook;\n";

    public static async Task<string> FixAsync<TAnalyzer, TFix>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var workspace = new AdhocWorkspace();
        Compilation settings = TestCompiler.Compile();
        Document document = workspace
            .AddProject(ProjectInfo.Create(
                ProjectId.CreateNewId(), VersionStamp.Default, "Test", "Test", LanguageNames.CSharp,
                compilationOptions: settings.Options, metadataReferences: settings.References))
            .AddDocument("Source.cs", SourceText.From(Usings + source));
        Compilation compilation = (await document.Project.GetCompilationAsync(cancellationToken))!;
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers([new TAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellationToken);

        var fix = new TFix();
        CodeAction? found = null;
        Diagnostic diagnostic = diagnostics.First(candidate => fix.FixableDiagnosticIds.Contains(candidate.Id));
        await fix.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => found ??= action, cancellationToken));
        Solution changed = (await found!.GetOperationsAsync(cancellationToken)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        string text = (await changed.GetDocument(document.Id)!.GetTextAsync(cancellationToken)).ToString();
        return text[Usings.Length..];
    }
}
