using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>
/// A solution in an editor's workspace: projects with the generator, and one analyzer over all of them. Usings stand before every source, unless the project has global ones.
/// </summary>
internal sealed class FixSolution : IDisposable
{
    private readonly AdhocWorkspace workspace = new();
    private readonly DiagnosticAnalyzer analyzer;

    public FixSolution(DiagnosticAnalyzer analyzer, params (string Path, string Source)[] documents)
    {
        this.analyzer = analyzer;
        Current = workspace.CurrentSolution;
        var earlier = new List<ProjectId>();
        foreach (var group in documents.GroupBy(document => document.Path.Split('/')[0]))
        {
            ProjectId project = AddProject(group.Key, earlier);
            string usings = group.Any(document => document.Source.StartsWith("global using", StringComparison.Ordinal)) ? "" : Verifier.Usings;
            foreach ((string path, string source) in group)
            {
                bool isCode = path.EndsWith(".cs", StringComparison.Ordinal);
                SourceText text = SourceText.From(isCode ? usings + source : source, Encoding.UTF8);
                var id = DocumentId.CreateNewId(project);
                string name = path.Split('/')[^1];
                Current = isCode ? Current.AddDocument(id, name, text, filePath: "/" + path) : Current.AddAdditionalDocument(id, name, text, filePath: "/" + path);
            }

            earlier.Add(project);
        }
    }

    public Solution Current { get; private set; }

    public void Dispose() => workspace.Dispose();

    /// <summary>What is found everywhere, in the order of the documents.</summary>
    public async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync()
    {
        var found = new List<Diagnostic>();
        foreach (Project project in Current.Projects)
        {
            found.AddRange(await AnalyzeAsync(project));
        }

        return found;
    }

    /// <summary>What is found in one project, in the order of its documents.</summary>
    public async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(Project project)
    {
        Compilation compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var options = new CompilationWithAnalyzersOptions(project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers([analyzer], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("AD0001", diagnostics.Select(diagnostic => diagnostic.Id));
        return
        [
            .. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The documents after an action, which has to keep what a fix keeps.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ApplyAsync(CodeAction action)
    {
        IReadOnlyDictionary<string, string> before = await TextsAsync(Current);
        Solution changed = (await action.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        IReadOnlyDictionary<string, string> after = await TextsAsync(changed);
        Assert.NotEqual(before, after);
        List<string> comments = [.. after.SelectMany(CommentsOf)];
        Assert.All(before.SelectMany(CommentsOf), comment => Assert.True(comments.Remove(comment), $"'{comment}' is lost."));
        foreach (Project project in changed.Projects)
        {
            Compilation compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
            IEnumerable<Diagnostic> errors = compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            Assert.True(!errors.Any(), $"{string.Join("\n", errors)}\n{string.Join("\n", after.Values)}");
        }

        return after;
    }

    private static async Task<IReadOnlyDictionary<string, string>> TextsAsync(Solution solution)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (TextDocument document in solution.Projects.SelectMany(project => project.Documents.Concat(project.AdditionalDocuments)))
        {
            string text = (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
            texts.Add(document.FilePath![1..], text.StartsWith(Verifier.Usings, StringComparison.Ordinal) ? text[Verifier.Usings.Length..] : text);
        }

        return texts;
    }

    private static IEnumerable<string> CommentsOf(KeyValuePair<string, string> document) => CSharpSyntaxTree.ParseText(document.Value).GetRoot().DescendantTrivia()
        .Where(trivia => document.Key.EndsWith(".cs", StringComparison.Ordinal) && (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)))
        .Select(trivia => trivia.ToString());

    private ProjectId AddProject(string name, IEnumerable<ProjectId> references)
    {
        Compilation settings = TestCompiler.Compile();
        var info = ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, name, name, LanguageNames.CSharp,
            filePath: $"/{name}/{name}.csproj",
            parseOptions: TestCompiler.Parse("", "").Options,
            compilationOptions: settings.Options,
            metadataReferences: settings.References,
            projectReferences: references.Select(reference => new ProjectReference(reference)),
            analyzerReferences: [new GeneratorReference(), new AnalyzerImageReference([analyzer])]);
        Current = Current.AddProject(info);
        return info.Id;
    }
}
