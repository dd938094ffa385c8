using Daybook.Analyzers.Determinism;
using Daybook.CodeFixes.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Determinism;

/// <summary>What is returned, and lost.</summary>
public class TakeResultFixTests : FixAllTests<DeterminismAnalyzer, TakeResultFix>
{
    protected override IReadOnlyList<(string Path, string Before, string After)> Documents => Everywhere(
        ReducerProgram.Around("string text = e.Value;\ntext.Trim();\nNames.Add(text);\nreturn this;"), ReducerProgram.Around("string text = e.Value;\ntext = text.Trim();\nreturn this with { Names = Names.Add(text) };"));

    [Theory]
    [InlineData("Names.Add(e.Value);\nreturn this;", "return this with { Names = Names.Add(e.Value) };")]
    [InlineData("this.Names.Add(e.Value);\nreturn this with { Count = 1 };", "return this with { Names = this.Names.Add(e.Value), Count = 1 };")]
    [InlineData("// Why.\nNames.Add(e.Value); // How.\nreturn this;", "// Why.\n// How.\nreturn this with { Names = Names.Add(e.Value) };")]
    [InlineData("var names = Names;\nnames.Add(e.Value); // How.\nreturn this with { Names = names };", "var names = Names;\nnames = names.Add(e.Value); // How.\nreturn this with { Names = names };")]
    [InlineData("string text = e.Value;\ntext.Trim();\nreturn this with { Text = text };", "string text = e.Value;\ntext = text.Trim();\nreturn this with { Text = text };")]
    [InlineData("Renamed(e.Value);\nreturn this;", "return Renamed(e.Value);")]
    [InlineData("this.Renamed(e.Value);\nreturn this;", "return this.Renamed(e.Value);")]
    public async Task A_result_is_taken(string before, string after) =>
        Assert.Equal(ReducerProgram.Around(after), await FixVerifier.FixAsync<DeterminismAnalyzer, TakeResultFix>(ReducerProgram.Around(before)));

    [Theory]
    [InlineData("Names.Add(e.Value);\nreturn Initial;")]
    [InlineData("Names.Add(e.Value);\nreturn this with { Names = [] };")]
    [InlineData("if (e.Number > 0) { Names.Add(e.Value); }\nreturn this;")]
    [InlineData("Changing.Append(e.Value);\nreturn this;")]
    [InlineData("foreach (string name in Changing) { name.Trim(); }\nreturn this;")]
    [InlineData("#if true\nNames.Add(e.Value);\n#endif\nreturn this;")]
    [InlineData("Text?.Trim();\nreturn this;")]
    public async Task Nothing_is_offered_where_a_result_has_no_place(string body) =>
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, TakeResultFix>(ReducerProgram.Around(body));
}
