using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>
/// Applies code fixes as an editor does: behind the generator, to solutions of several documents and projects. Every fix has to change something, to
/// keep all comments, and to leave code that compiles.
/// </summary>
/// <remarks>
/// A path names the project too: <c>App/Source.cs</c>. Projects reference those that come before them; what does not end in <c>.cs</c> is an additional
/// file. An action is chosen by its title or its equivalence key, and need not be where a diagnostic offers one only.
/// </remarks>
internal static class FixVerifier
{
    private const string Only = "App/Source.cs";

    /// <summary>Fixes the first diagnostic of a source.</summary>
    public static async Task<string> FixAsync<TAnalyzer, TFix>(string source, string? action = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => (await FixAsync<TAnalyzer, TFix>(action, (Only, source)))[Only];

    /// <summary>Fixes the first diagnostic of a solution.</summary>
    /// <returns>All documents, by their paths.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> FixAsync<TAnalyzer, TFix>(string? action, params (string Path, string Source)[] documents)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using FixSolution solution = new(new TAnalyzer(), documents);
        IReadOnlyList<Offer> offers = await OffersAsync(solution, new TFix());
        return await solution.ApplyAsync(Choose(offers, action).Action);
    }

    /// <summary>Fixes everything that the first diagnostic's action fixes in its document, its project or the solution.</summary>
    /// <returns>All documents, by their paths.</returns>
    public static Task<IReadOnlyDictionary<string, string>> FixAllAsync<TAnalyzer, TFix>(FixAllScope scope, params (string Path, string Source)[] documents)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => FixAllAsync<TAnalyzer, TFix>(scope, action: null, documents);

    /// <summary>The same, of the action that is named.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> FixAllAsync<TAnalyzer, TFix>(FixAllScope scope, string? action, params (string Path, string Source)[] documents)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using FixSolution solution = new(new TAnalyzer(), documents);
        var fix = new TFix();
        FixAllProvider? provider = fix.GetFixAllProvider();
        Assert.NotNull(provider);
        Assert.Contains(scope, provider.GetSupportedFixAllScopes());
        Offer first = Choose(await OffersAsync(solution, fix), action);
        var context = new FixAllContext(
            first.Document, fix, scope, first.Action.EquivalenceKey!, [first.Diagnostic.Id], new FixDiagnostics(solution), TestContext.Current.CancellationToken);
        CodeAction? all = await provider.GetFixAsync(context);
        Assert.NotNull(all);
        return await solution.ApplyAsync(all);
    }

    /// <summary>Holds that something is found, and that nothing is offered for it.</summary>
    public static async Task OffersNothingAsync<TAnalyzer, TFix>(params string[] sources)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using FixSolution solution = new(new TAnalyzer(), [.. sources.Select((source, index) => ($"App/Source{index}.cs", source))]);
        var fix = new TFix();
        Assert.Contains(await solution.AnalyzeAsync(), diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id));
        Assert.Empty(await OffersAsync(solution, fix));
    }

    /// <summary>The titles of all that is offered, in the order of the diagnostics.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync<TAnalyzer, TFix>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using FixSolution solution = new(new TAnalyzer(), (Only, source));
        return [.. (await OffersAsync(solution, new TFix())).Select(offer => offer.Action.Title)];
    }

    private static async Task<IReadOnlyList<Offer>> OffersAsync(FixSolution solution, CodeFixProvider fix)
    {
        var offers = new List<Offer>();
        foreach (Diagnostic diagnostic in (await solution.AnalyzeAsync()).Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            if (solution.Current.GetDocument(diagnostic.Location.SourceTree) is { } document)
            {
                await fix.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => offers.Add(new(document, diagnostic, action)), TestContext.Current.CancellationToken));
            }
        }

        return offers;
    }

    private static Offer Choose(IReadOnlyList<Offer> offers, string? action)
    {
        Assert.NotEmpty(offers);
        IEnumerable<Offer> fitting = offers.Where(offer => action is null ? offer.Diagnostic == offers[0].Diagnostic : action == offer.Action.Title || action == offer.Action.EquivalenceKey);
        Assert.True(fitting.Any(), $"There is no '{action}' among '{string.Join("', '", offers.Select(offer => offer.Action.Title))}'.");
        return action is null ? Assert.Single(fitting) : fitting.First();
    }

    private sealed record Offer(Document Document, Diagnostic Diagnostic, CodeAction Action);
}
