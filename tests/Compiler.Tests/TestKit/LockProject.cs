using System.Collections.Immutable;
using System.Text;
using Daybook.Analyzers.Schema;
using Daybook.CodeFixes.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>A project with a schema file: analyzed behind the generator as in a build, and changed by fixes as in an editor.</summary>
internal sealed class LockProject : IDisposable
{
    public const string FileName = "daybook.schema.txt";
    public const string Usings = "using Daybook;\nusing System.Collections.Generic;\nusing System.Collections.Immutable;\n";

    private readonly AdhocWorkspace _workspace = new();

    public LockProject(string? lockText, params string[] sources)
    {
        Compilation settings = TestCompiler.Compile();
        Project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Test", "Test", LanguageNames.CSharp,
            filePath: "/project/Test.csproj",
            parseOptions: TestCompiler.Parse("", "").Options,
            compilationOptions: settings.Options,
            metadataReferences: settings.References,
            analyzerReferences: [new AnalyzerImageReference([new SchemaLockAnalyzer()])]));
        foreach ((int index, string source) in sources.Index())
        {
            Project = Project.AddDocument($"Source{index}.cs", SourceText.From(source, Encoding.UTF8), filePath: $"/project/Source{index}.cs").Project;
        }

        if (lockText is not null)
        {
            Project = Project.AddAdditionalDocument(FileName, SourceText.From(lockText, Encoding.UTF8), filePath: $"/project/{FileName}").Project;
        }
    }

    public Project Project { get; private set; }

    /// <summary>The schema file; null when there is none.</summary>
    public string? Lock => Project.AdditionalDocuments.SingleOrDefault()?.GetTextAsync().Result.ToString();

    public string Source(int index = 0) => Project.Documents.ElementAt(index).GetTextAsync().Result.ToString();

    /// <summary>A project whose schema file agrees with its sources.</summary>
    public static async Task<LockProject> AcceptedAsync(params string[] sources)
    {
        var project = new LockProject("", sources);
        await project.AcceptAllAsync();
        Assert.Empty(await project.AnalyzeAsync());
        return project;
    }

    /// <summary>Analyzes what compiles.</summary>
    public async Task<ImmutableArray<Diagnostic>> AnalyzeAsync()
    {
        Compilation compilation = TestCompiler.Run((await Project.GetCompilationAsync())!).Output;
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var options = new CompilationWithAnalyzersOptions(Project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return await compilation.WithAnalyzers([new SchemaLockAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
    }

    /// <summary>Replaces the sources and keeps the file.</summary>
    public LockProject With(params string[] sources) => new(Lock, sources);

    /// <summary>Applies the fix of that title.</summary>
    public async Task FixAsync(Diagnostic diagnostic, string title)
    {
        IReadOnlyList<CodeAction> actions = await OffersAsync(diagnostic);
        Assert.Contains(title, actions.Select(action => action.Title));
        await ApplyAsync(actions.Single(action => action.Title == title));
    }

    /// <summary>What is offered for a diagnostic, also for one of an earlier state of the project.</summary>
    public async Task<IReadOnlyList<CodeAction>> OffersAsync(Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        CodeFixProvider[] fixes = [new AcceptAdditionFix(), new AcceptBreakingChangeFix(), new ChangedReducersFix(), new RememberFormerNameFix(), new CreateSchemaFileFix()];
        foreach (CodeFixProvider fix in fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            TextDocument document = Project.GetDocument(diagnostic.Location.SourceTree) ?? Project.AdditionalDocuments.SingleOrDefault() ?? Project.Documents.First();
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        }

        return actions;
    }

    /// <summary>Accepts all additions, as Fix All and the command line do.</summary>
    public async Task AcceptAllAsync()
    {
        var fix = new AcceptAdditionFix();
        var context = new FixAllContext(
            Project.Documents.First(), fix, FixAllScope.Solution, "Accept in daybook.schema.txt", fix.FixableDiagnosticIds,
            new Found(await AnalyzeAsync()), TestContext.Current.CancellationToken);
        await ApplyAsync((await fix.GetFixAllProvider().GetFixAsync(context))!);
    }

    public void Dispose() => _workspace.Dispose();

    private async Task ApplyAsync(CodeAction action)
    {
        Solution changed = (await action.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        Project = changed.GetProject(Project.Id)!;
    }

    private sealed class Found(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(diagnostic => document.Project.GetDocument(diagnostic.Location.SourceTree)?.Id == document.Id));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(diagnostic => diagnostic.Location.SourceTree is null));
    }
}
