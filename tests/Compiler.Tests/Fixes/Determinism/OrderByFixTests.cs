using Daybook.Analyzers.Determinism;
using Daybook.CodeFixes.Determinism;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Daybook.Compiler.Tests.Fixes.Determinism;

/// <summary>Fixes that sort what has no order.</summary>
public class OrderByFixTests : FixAllTests<DeterminismAnalyzer, OrderByFix>
{
    [Theory]
    [InlineData("string text = \"\"; foreach (var pair in /* all */ Counts) { text += pair.Key; } return this with { Text = text };", "string text = \"\"; foreach (var pair in /* all */ Counts.OrderBy(x => x.Key, StringComparer.Ordinal)) { text += pair.Key; } return this with { Text = text };")]
    [InlineData("string text = \"\"; foreach (var (x, _) in Counts) { text += x; } return this with { Text = text };", "string text = \"\"; foreach (var (x, _) in Counts.OrderBy(xx => xx.Key, StringComparer.Ordinal)) { text += x; } return this with { Text = text };")]
    [InlineData("int last = 0; foreach (int number in Numbers) { last = number; } return this with { Number = last };", "int last = 0; foreach (int number in Numbers.Order()) { last = number; } return this with { Number = last };")]
    [InlineData("int last = 0; foreach (int number in Counts.Keys.ToList().Select(key => key.Length)) { last = number; } return this with { Number = last };", "int last = 0; foreach (int number in Counts.Keys.ToList().Select(key => key.Length).Order()) { last = number; } return this with { Number = last };")]
    [InlineData("string text = \"\"; foreach (string key in Counts.Keys.ToList()) { text += key; } return this with { Text = text };", "string text = \"\"; foreach (string key in Counts.Keys.Order(StringComparer.Ordinal).ToList()) { text += key; } return this with { Text = text };")]
    [InlineData("return this with { Text = Counts.First().Key };", "return this with { Text = Counts.OrderBy(x => x.Key, StringComparer.Ordinal).First().Key };")]
    [InlineData("return this with { Text = Counts.Keys.First() };", "return this with { Text = Counts.Keys.Order(StringComparer.Ordinal).First() };")]
    [InlineData("return this with { Text = Items.Values.First().Name };", "return this with { Text = Items.OrderBy(x => x.Key).Select(x => x.Value).First().Name };")]
    [InlineData("return this with { Text = Items.Select(item => item.Value).First().Name };", "return this with { Text = Items.OrderBy(x => x.Key).Select(item => item.Value).First().Name };")]
    [InlineData("return this with { Text = Counts.OrderByDescending(pair => pair.Value).First().Key };", "return this with { Text = Counts.OrderByDescending(pair => pair.Value).ThenBy(x => x.Key, StringComparer.Ordinal).First().Key };")]
    [InlineData("return this with { Text = Items.OrderBy(item => item.Value.Name, StringComparer.Ordinal).Select(item => item.Value).First().Name };", "return this with { Text = Items.OrderBy(item => item.Value.Name, StringComparer.Ordinal).ThenBy(x => x.Key).Select(item => item.Value).First().Name };")]
    [InlineData("return this with { Names = [\"a\", .. Counts.Keys] };", "return this with { Names = [\"a\", .. Counts.Keys.Order(StringComparer.Ordinal)] };")]
    [InlineData("return this with { Names = Counts.Keys.ToImmutableList() };", "return this with { Names = Counts.Keys.Order(StringComparer.Ordinal).ToImmutableList() };")]
    [InlineData("return this with { Text = string.Join(\",\", Counts.Keys) };", "return this with { Text = string.Join(\",\", Counts.Keys.Order(StringComparer.Ordinal)) };")]
    [InlineData("return this with { Names = Names.AddRange(Counts.Keys) };", "return this with { Names = Names.AddRange(Counts.Keys.Order(StringComparer.Ordinal)) };")]
    [InlineData("return this with { Number = new Queue<int>(Numbers).Peek() };", "return this with { Number = new Queue<int>(Numbers.Order()).Peek() };")]
    [InlineData("return this with { Text = string.Join(\",\", from pair in Counts select pair.Key) };", "return this with { Text = string.Join(\",\", (from pair in Counts select pair.Key).Order(StringComparer.Ordinal)) };")]
    [InlineData("return this with { Text = (e.Number > 1 ? Counts.Keys : Names).First() };", "return this with { Text = (e.Number > 1 ? Counts.Keys : Names).Order(StringComparer.Ordinal).First() };")]
    [InlineData("ImmutableDictionary<string, int>? counts = Counts; return this with { Text = counts?.Keys.First() ?? \"\" };", "ImmutableDictionary<string, int>? counts = Counts; return this with { Text = counts?.Keys.Order(StringComparer.Ordinal).First() ?? \"\" };")]
    [InlineData("ImmutableHashSet<string>? names = Marks; return this with { Text = names /* all */ ?.First(name => Marks?.Contains(name) == true) ?? \"\" };", "ImmutableHashSet<string>? names = Marks; return this with { Text = names /* all */ ?.Order(StringComparer.Ordinal).First(name => Marks?.Contains(name) == true) ?? \"\" };")]
    [InlineData("return this with { Names = Marks?.ToImmutableList() ?? [] };", "return this with { Names = Marks?.Order(StringComparer.Ordinal).ToImmutableList() ?? [] };")]
    [InlineData("ImmutableDictionary<Guid, Item>? items = Items; return this with { Text = items?.Select(item => item.Value).First()?.Name ?? \"\" };", "ImmutableDictionary<Guid, Item>? items = Items; return this with { Text = items?.OrderBy(x => x.Key).Select(item => item.Value).First()?.Name ?? \"\" };")]
    [InlineData("ImmutableDictionary<Guid, Item>? items = Items; return this with { Text = items?.Values.First().Name ?? \"\" };", "ImmutableDictionary<Guid, Item>? items = Items; return this with { Text = items?.OrderBy(x => x.Key).Select(x => x.Value).First().Name ?? \"\" };")]
    [InlineData("ImmutableHashSet<int>[]? sets = null; return this with { Number = sets?[0].First() ?? 0 };", "ImmutableHashSet<int>[]? sets = null; return this with { Number = sets?[0].Order().First() ?? 0 };")]
    [InlineData("return this with { Text = Counts // all\n    .First().Key };", "return this with { Text = Counts.OrderBy(x => x.Key, StringComparer.Ordinal) // all\n    .First().Key };")]
    [InlineData("return this with { Text = Counts.GroupBy(pair => pair.Value).First().First().Key };", "return this with { Text = Counts.OrderBy(x => x.Key, StringComparer.Ordinal).GroupBy(pair => pair.Value).First().First().Key };")]
    [InlineData("string text = \"\"; Counts.Keys.ToList().ForEach(key => text += key); return this with { Text = text };", "string text = \"\"; Counts.Keys.Order(StringComparer.Ordinal).ToList().ForEach(key => text += key); return this with { Text = text };")]
    public async Task Sorts(string before, string after) =>
        Assert.Equal(Program(after), await FixVerifier.FixAsync<DeterminismAnalyzer, OrderByFix>(Program(before)));

    [Theory]
    [InlineData("using System.Collections.Immutable;\n", "using System.Collections.Immutable;\nusing System.Linq;\n")]
    [InlineData("using System.Collections.Immutable;\nusing System.Text;\nusing static System.Math;\n", "using System.Collections.Immutable;\nusing System.Linq;\nusing System.Text;\nusing static System.Math;\n")]
    public async Task Brings_the_methods_into_the_file(string before, string after)
    {
        string program = Program("string text = \"\"; foreach (var pair in Counts) { text += pair.Key; } return this with { Text = text };");
        string expected = Program("string text = \"\"; foreach (var pair in Counts.OrderBy(x => x.Key, StringComparer.Ordinal)) { text += pair.Key; } return this with { Text = text };");
        Assert.Equal(
            expected.Replace(Usings, after, StringComparison.Ordinal),
            await FixVerifier.FixAsync<DeterminismAnalyzer, OrderByFix>(program.Replace(Usings, before, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_sorted_is_found_no_more()
    {
        string source = Program("return this with { Text = Items.Values.First().Name };");
        string sorted = await FixVerifier.FixAsync<DeterminismAnalyzer, OrderByFix>(source);
        Assert.NotEmpty(await Verifier.MessagesAsync<DeterminismAnalyzer>(Verifier.Usings + source));
        Assert.Empty(await Verifier.MessagesAsync<DeterminismAnalyzer>(Verifier.Usings + sorted));
    }

    [Theory]
    [InlineData("return this with { Text = Sets.First().Name };")]
    [InlineData("var keys = Counts.Keys.ToList(); string text = \"\"; keys.ForEach(key => text += key); return this with { Text = text };")]
    [InlineData("var pairs = Counts.Concat(Counts).First(); return this with { Text = pairs.Key };")]
    public async Task Nothing_is_offered_where_no_key_is_known(string body) => await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, OrderByFix>(Program(body));

    protected override IReadOnlyList<(string Path, string Before, string After)> Documents => Everywhere(
        Program("string text = Counts.Keys.First(); foreach (var pair in Counts) { text += Names.Concat(Counts.Keys.Take(1)).First() + pair.Key; } return this with { Text = text };"),
        Program("string text = Counts.Keys.Order(StringComparer.Ordinal).First(); foreach (var pair in Counts.OrderBy(x => x.Key, StringComparer.Ordinal)) { text += Names.Concat(Counts.Keys.Order(StringComparer.Ordinal).Take(1)).First() + pair.Key; } return this with { Text = text };"));

    [Fact]
    public async Task All_of_a_file_bring_the_methods_once()
    {
        string before = Program("foreach (var pair in Counts) { return this with { Text = pair.Key }; } foreach (int number in Numbers) { return this with { Number = number }; } return this;").Replace("using System.Linq;\n", "", StringComparison.Ordinal);
        var documents = await FixVerifier.FixAllAsync<DeterminismAnalyzer, OrderByFix>(FixAllScope.Document, ("App/First.cs", before));
        Assert.Equal(
            Program("foreach (var pair in Counts.OrderBy(x => x.Key, StringComparer.Ordinal)) { return this with { Text = pair.Key }; } foreach (int number in Numbers.Order()) { return this with { Number = number }; } return this;"),
            documents["App/First.cs"]);
    }

    private const string Usings = "using System.Collections.Immutable;\nusing System.Linq;\n";

    private static string Program(string body) => $$"""
        {{Usings}}
        [Event("test.happened")]
        public sealed partial record Happened(int Number);

        public sealed record Item(string Name);

        [State("test")]
        public sealed partial record Test
        {
            public static Test Initial { get; } = new();
            public string Text { get; init; } = "";
            public int Number { get; init; }
            public ImmutableList<string> Names { get; init; } = [];
            public ImmutableDictionary<string, int> Counts { get; init; } = ImmutableDictionary<string, int>.Empty;
            public ImmutableDictionary<Guid, Item> Items { get; init; } = ImmutableDictionary<Guid, Item>.Empty;
            public ImmutableHashSet<string>? Marks { get; init; }
            public ImmutableHashSet<int> Numbers { get; init; } = [];
            public ImmutableHashSet<Item> Sets { get; init; } = [];

            [Reducer]
            public Test On(Happened e)
            {
                {{body}}
            }
        }
        """;
}
