using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>Changes an accepted source, and holds what is said about it.</summary>
internal static class LockVerifier
{
    public const string AcceptBreaking = "Accept the breaking change: what was recorded before will not be read";
    public const string Accept = "Accept in daybook.schema.txt";

    /// <summary>Holds that exactly the marked tokens are reported, and that accepting the first leaves none.</summary>
    public static async Task VerifyAsync(string before, string markup)
    {
        (string source, IReadOnlyList<(string Id, TextSpan Span)> expected) = Markup.Parse(LockProject.Usings + markup);
        using LockProject accepted = await LockProject.AcceptedAsync(LockProject.Usings + before);
        using LockProject changed = accepted.With(source);
        var found = await changed.AnalyzeAsync();
        Assert.Equal(
            expected.Select(entry => $"{entry.Id} at '{source.Substring(entry.Span.Start, entry.Span.Length)}' {entry.Span}"),
            found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(diagnostic => $"{Markup.Name(diagnostic)} at '{source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}' {diagnostic.Location.SourceSpan}"));
        if (found.FirstOrDefault() is { } diagnostic)
        {
            await changed.FixAsync(diagnostic, diagnostic.Severity == DiagnosticSeverity.Error ? AcceptBreaking : Accept);
            Assert.Empty(await changed.AnalyzeAsync());
        }
    }

    /// <summary>The same for one replacement in a source.</summary>
    public static Task VerifyAsync(string before, string replaced, string markup)
    {
        Assert.Contains(replaced, before, StringComparison.Ordinal);
        return VerifyAsync(before, before.Replace(replaced, markup, StringComparison.Ordinal));
    }
}
