using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Compiler.Tests.Fixes;

/// <summary>Holds that a fix mends all of a document, of a project and of a solution at once.</summary>
/// <typeparam name="TAnalyzer">Finds what is fixed.</typeparam>
/// <typeparam name="TFix">The fix.</typeparam>
public abstract class FixAllTests<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>Gets the documents: two of one project, and one of another project that references it.</summary>
    protected abstract IReadOnlyList<(string Path, string Before, string After)> Documents { get; }

    /// <summary>Gets the action to choose, where a diagnostic offers several.</summary>
    protected virtual string? Action => null;

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 2)]
    [InlineData(FixAllScope.Solution, 3)]
    public async Task Fixes_all(FixAllScope scope, int changed) => Assert.Equal(
        After(changed).OrderBy(document => document.Path, StringComparer.Ordinal),
        (await FixVerifier.FixAllAsync<TAnalyzer, TFix>(scope, Action, [.. Documents.Select(document => (document.Path, document.Before))])).Select(document => (document.Key, document.Value)));

    /// <summary>What there is when the first document, the first project or all have been fixed.</summary>
    /// <param name="changed">How many documents were.</param>
    protected virtual IEnumerable<(string Path, string Source)> After(int changed) =>
        Documents.Select((document, index) => (document.Path, index < changed ? document.After : document.Before));

    /// <summary>The same program in three documents, each with names of its own.</summary>
    protected static IReadOnlyList<(string Path, string Before, string After)> Everywhere(string before, string after) =>
        [.. new[] { "App/A.cs", "App/B.cs", "Shop/C.cs" }.Select(path => (path, In(path[^4..^3], before), In(path[^4..^3], after)))];

    private static string In(string name, string program) => $"namespace {name};\n" + program.Replace("\"test", "\"test" + name, StringComparison.Ordinal);
}
