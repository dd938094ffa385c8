using Daybook.Analyzers.Determinism;
using Daybook.CodeFixes.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Determinism;

/// <summary>What turns changes into copies.</summary>
public class CopyInsteadOfMutationFixTests : FixAllTests<DeterminismAnalyzer, CopyInsteadOfMutationFix>
{
    protected override IReadOnlyList<(string Path, string Before, string After)> Documents => Everywhere(
        ReducerProgram.Around("Count = 1; // One.\nText = e.Value;\nreturn this;"), ReducerProgram.Around("// One.\nreturn this with { Count = 1, Text = e.Value };"));

    [Theory]
    [InlineData("Count = e.Number;\nreturn this;", "return this with { Count = e.Number };")]
    [InlineData("this.Count = e.Number; return this;", "return this with { Count = e.Number };")]
    [InlineData("Count++;\nreturn this;", "return this with { Count = Count + 1 };")]
    [InlineData("--Count;\nreturn this;", "return this with { Count = Count - 1 };")]
    [InlineData("Count *= e.Number + 1;\nreturn this;", "return this with { Count = Count * (e.Number + 1) };")]
    [InlineData("Small++;\nreturn this;", "return this with { Small = (short)(Small + 1) };")]
    [InlineData("Small <<= e.Number;\nreturn this;", "return this with { Small = (short)(Small << e.Number) };")]
    [InlineData("Maybe--;\nreturn this;", "return this with { Maybe = (byte?)(Maybe - 1) };")]
    [InlineData("++this.Letter;\nreturn this;", "return this with { Letter = (char)(this.Letter + 1) };")]
    [InlineData("Ratio += e.Number;\nreturn this;", "return this with { Ratio = Ratio + e.Number };")]
    [InlineData("Day++;\nreturn this;", "return this with { Day = Day + 1 };")]
    [InlineData("Total += TimeSpan.FromDays(1);\nreturn this;", "return this with { Total = Total + TimeSpan.FromDays(1) };")]
    [InlineData("// Why.\nCount = e.Number; // How.\nreturn this;", "// Why.\n// How.\nreturn this with { Count = e.Number };")]
    [InlineData("Count = 1;\nText = e.Value;\nreturn this with { Words = [] };", "return this with { Count = 1, Text = e.Value, Words = [] };")]
    [InlineData("Other = Twice;\nCount = Names.Count + e.Value.Length;\nreturn this;", "return this with { Other = Twice, Count = Names.Count + e.Value.Length };")]
    [InlineData("int number = e.Number;\nCount = number;\nreturn this;", "int number = e.Number;\nreturn this with { Count = number };")]
    public async Task A_copy_is_returned(string before, string after) =>
        Assert.Equal(ReducerProgram.Around(after), await FixVerifier.FixAsync<DeterminismAnalyzer, CopyInsteadOfMutationFix>(ReducerProgram.Around(before)));

    [Theory]
    [InlineData("Count = 1;\nOther = Count;\nreturn this;")]
    [InlineData("Count = 1;\nCount = 2;\nreturn this;")]
    [InlineData("Count = 1;\nreturn this with { Other = Count };")]
    [InlineData("Count = 1;\nreturn this with { Count = 2 };")]
    [InlineData("Count = 1;\nOther = Twice;\nreturn this;")]
    [InlineData("Count = 1;\nText = this.Renamed(\"a\").Text;\nreturn this;")]
    [InlineData("Count = 1;\nText = $\"{this}\";\nreturn this;")]
    [InlineData("Count = 1;\nreturn this with { Other = Twice };")]
    [InlineData("Count = 1;\nOther = base.GetHashCode();\nreturn this;")]
    [InlineData("Large++;\nreturn this;")]
    [InlineData("if (e.Number > 0) { Count = 1; }\nreturn this;")]
    [InlineData("Count = 1;\nreturn Initial;")]
    [InlineData("Changing.Add(e.Value);\nreturn this;")]
    [InlineData("#if true\nCount = 1;\n#endif\nreturn this;")]
    [InlineData("Changing[0] = e.Value;\nreturn this;")]
    public async Task Nothing_is_offered_where_a_copy_would_be_another_value(string body) =>
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, CopyInsteadOfMutationFix>(ReducerProgram.Around(body));

    [Theory]
    [InlineData("Checked = 1;\nText = e.Value;\nreturn this;")]
    [InlineData("Text = e.Value;\nChecked = 1;\nreturn this;")]
    [InlineData("Checked = 1;\nreturn this with { Other = Small };")]
    public async Task Nothing_is_merged_with_what_runs_code_when_it_is_set(string body) =>
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, CopyInsteadOfMutationFix>(WithSetter(body));

    [Fact]
    public async Task What_runs_code_is_set_in_a_copy_when_it_is_alone() => Assert.Equal(
        WithSetter("return this with { Checked = 1 };"), await FixVerifier.FixAsync<DeterminismAnalyzer, CopyInsteadOfMutationFix>(WithSetter("Checked = 1;\nreturn this;")));

    private static string WithSetter(string body) => ReducerProgram.Around(body)
        .Replace("public int Twice => Count * 2;", "public int Checked { get => Count; set { Count = value; Small = 0; } }", StringComparison.Ordinal);

    // The language of these programs reports such a property, which later ones allow, and gives it a field all the same.
    [Fact]
    public async Task A_property_with_a_field_and_a_getter_of_its_own_may_read_any_member() =>
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, CopyInsteadOfMutationFix>(
            ReducerProgram.Around("Count = 1;\nOther = Twice;\nreturn this;").Replace("public int Twice => Count * 2;", "public int Twice { get => Count * 2; set; }", StringComparison.Ordinal));
}
