using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Database;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Compiler.Tests.Determinism.Database;

/// <summary>Lines of a user's determinism file that cannot be read are told, at the words that are wrong.</summary>
public class DeterminismFileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("# a comment\n\n   \n")]
    [InlineData("IO\twarning\tM:Shop.Rates.Load\treads a file\tRates.Current")]
    [InlineData("IO\tallow\tT:Shop.Rates\treads what is part of the program")]
    [InlineData("IO\tinfo\tM:Shop.Rates.Load*\treads\r\nUNKNOWN\terror\tN:Shop.Far\tis not ours\r\n")]
    public async Task Lines_in_the_form_are_fine(string text) => Assert.Empty(await FindAsync("shop.determinism.txt", text));

    [Theory]
    [InlineData("IO warning T:Shop.Rates reads a file", "IO warning T:Shop.Rates reads a file", "it is not kind, severity, documentation id, reason and perhaps a replacement, with one tab between them")]
    [InlineData("# a\nIO\tallow\tT:Shop.Rates", "IO\tallow\tT:Shop.Rates", "it is not kind")]
    [InlineData("DISK\twarning\tT:Shop.Rates\treads a file", "DISK", "'DISK' is no kind; use one of CLOCK, TZ, RANDOM")]
    [InlineData("IO\twarn\tT:Shop.Rates\treads a file", "warn", "'warn' is no severity; use error, warning, info or allow")]
    [InlineData("IO\twarning\tShop.Rates\treads a file", "Shop.Rates", "'Shop.Rates' is no documentation id; begin it with M:, P:, F:, E:, T: or N: and leave no space in it")]
    [InlineData("IO\twarning\tT:Shop.Ra*\treads a file", "T:Shop.Ra*", "'T:Shop.Ra*' has a * that is not at the end of a member's id; name members by their type and how they begin")]
    [InlineData("IO\twarning\tM:Shop.*.Load\treads a file", "M:Shop.*.Load", "has a *")]
    [InlineData("IO\twarning\tT:Shop.Rates\t \t", "IO\twarning\tT:Shop.Rates\t \t", "it gives no reason; say why in few words")]
    [InlineData("IO\twarning\tT:A.B\treads\nNET\tallow\tT:A.B\treads", "T:A.B", "'T:A.B' has a row in line 1 already; keep one of them")]
    public async Task Others_are_told_where_they_are_wrong(string text, string words, string message)
    {
        Diagnostic found = Assert.Single(await FindAsync("shop.determinism.txt", text));
        Assert.Equal("DAY2920", found.Id);
        Assert.Equal("/project/shop.determinism.txt", found.Location.GetLineSpan().Path);
        var source = SourceText.From(text);
        Assert.Equal(words, source.ToString(found.Location.SourceSpan));
        Assert.Equal(source.Lines.GetLinePositionSpan(found.Location.SourceSpan), found.Location.GetLineSpan().Span);
        Assert.Equal(text.LastIndexOf(words, StringComparison.Ordinal), found.Location.SourceSpan.Start);
        Assert.StartsWith("This line is passed over: ", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains(message, found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_files_are_none_of_its_business() => Assert.Empty(await FindAsync("notes.txt", "anything"));

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(string name, string text)
    {
        AnalyzerOptions options = new([new TextFile(name, text)]);
        return await TestCompiler.Compile().WithAnalyzers([new DeterminismFileAnalyzer()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }
}
