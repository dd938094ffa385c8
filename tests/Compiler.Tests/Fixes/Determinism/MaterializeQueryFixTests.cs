using Daybook.Analyzers.Determinism;
using Daybook.CodeFixes.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Determinism;

/// <summary>Queries that become part of a state.</summary>
public class MaterializeQueryFixTests : FixAllTests<DeterminismAnalyzer, MaterializeQueryFix>
{
    protected override IReadOnlyList<(string Path, string Before, string After)> Documents => Everywhere(
        ReducerProgram.Around("return this with { Words = Words.Append(e.Value) }; // Why."), ReducerProgram.Around("return this with { Words = Words.Append(e.Value).ToImmutableArray() }; // Why."));

    [Theory]
    [InlineData("return this with { Words = Words.Append(e.Value) };", "return this with { Words = Words.Append(e.Value).ToImmutableArray() };")]
    [InlineData("return this with { Words = /* Why. */ from word in Words select word };", "return this with { Words = /* Why. */ (from word in Words select word).ToImmutableArray() };")]
    [InlineData("var words = Words.Append(e.Value);\nreturn this with { Words = words };", "var words = Words.Append(e.Value);\nreturn this with { Words = words.ToImmutableArray() };")]
    public async Task A_query_is_copied(string before, string after) =>
        Assert.Equal(ReducerProgram.Around(after), await FixVerifier.FixAsync<DeterminismAnalyzer, MaterializeQueryFix>(ReducerProgram.Around(before)));

    [Fact]
    public async Task A_query_is_copied_with_its_namespace_imported() => Assert.Equal(
        ReducerProgram.Around("return this with { Words = Words.Append(e.Value).ToImmutableArray() };", "using System.Collections.Immutable;\nusing System.Linq;\n"),
        await FixVerifier.FixAsync<DeterminismAnalyzer, MaterializeQueryFix>(ReducerProgram.Around("return this with { Words = Words.Append(e.Value) };", "using System.Linq;\n")));

    [Theory]
    [InlineData("return this with { Sorted = Changing.Order(StringComparer.Ordinal) };", "public sealed partial record Test { public IOrderedEnumerable<string>? Sorted { get; init; } }")]
    [InlineData("return Helper.Append(this, e.Value);", "static class Helper { public static Test Append(Test test, string word) => test with { Words = test.Words.Append(word) }; }")]
    public Task Nothing_is_offered_where_no_array_fits(string body, string others) =>
        FixVerifier.OffersNothingAsync<DeterminismAnalyzer, MaterializeQueryFix>(ReducerProgram.Around(body) + "\n" + others);
}
