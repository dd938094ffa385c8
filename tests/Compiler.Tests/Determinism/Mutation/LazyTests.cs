namespace Daybook.Compiler.Tests.Determinism.Mutation;

/// <summary>Queries that become part of a state.</summary>
public class LazyTests
{
    private const string Others = """
        public sealed partial record Test
        {
            public IEnumerable<string> Words { get; init; } = [];
            public Page Page { get; init; } = new([]);
            private static IEnumerable<string> Each(List<string> names) { foreach (string name in names) { yield return name; } }
        }

        public sealed record Page(IEnumerable<string> Lines);

        sealed record Query(IEnumerable<string> Lines);
        """;

    [Theory]
    [InlineData("return this with { Words = {|DAY2230:Changing.Where(name => name != e.Value)|} };")]
    [InlineData("return this with { Words = {|DAY2230:Changing.Select(name => name + e.Value).OrderBy(name => name, StringComparer.Ordinal)|} };")]
    [InlineData("return this with { Words = {|DAY2230:Words.Append(e.Value)|} };")]
    [InlineData("return new Test { Words = {|DAY2230:Words.Append(e.Value)|} };")]
    [InlineData("var words = Words.Append(e.Value); return this with { Words = {|DAY2230:words|} };")]
    [InlineData("return this with { Words = {|DAY2230:from name in Changing where name != e.Value select name|} };")]
    [InlineData("return this with { Words = {|DAY2230:e.Number > 0 ? Words.Skip(1) : []|} };")]
    [InlineData("return this with { Words = {|DAY2230:Each(Changing)|} };")]
    [InlineData("return this with { Page = new({|DAY2230:Words.Append(e.Value)|}) };")]
    [InlineData("return this with { Page = Page with { Lines = {|DAY2230:Words.Append(e.Value)|} } };")]
    public async Task Is_flagged(string body) => await DeterminismVerifier.VerifyReducerAsync(body, Others);

    [Theory]
    [InlineData("return this with { Words = Changing.Where(name => name != e.Value).ToList() };")]
    [InlineData("return this with { Words = [.. Words, e.Value] };")]
    [InlineData("return this with { Words = Words.Append(e.Value).ToImmutableArray() };")]
    [InlineData("return this with { Changing = Changing.Where(name => name != e.Value).ToList() };")]
    [InlineData("var words = Words.Append(e.Value); return this with { Number = words.Count() };")]
    [InlineData("return this with { Words = Changing };")]
    [InlineData("return this with { Words = Changing.AsEnumerable() };")]
    [InlineData("return this with { Words = Enumerable.Empty<string>() };")]
    [InlineData("var query = new Query(Words.Append(e.Value)); return this with { Number = query.Lines.Count() };")]
    [InlineData("return this with { Text = string.Concat(Words.Append(e.Value)) };")]
    public async Task Is_left_alone(string body) => await DeterminismVerifier.VerifyReducerAsync(body, Others);
}
