using Daybook.Analyzers.Determinism;
using Daybook.CodeFixes.Determinism;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Daybook.Compiler.Tests.Fixes;

/// <summary>What turns changes into copies.</summary>
public class MutationFixTests
{
    private static string Program(string body, string usings = "using System.Collections.Immutable;\n", string name = "Door") => $$"""
        {{usings}}using System.Linq;

        [Event("{{name}}.opened")]
        public sealed partial record {{name}}Opened(string By, int Number);

        [State("{{name}}")]
        public sealed partial record {{name}}
        {
            public static {{name}} Initial { get; } = new();
            internal static int Shared = 1;
            internal static int Written = 1;
            public int Count { get; set; }
            public int Other { get; set; }
            public string Text { get; set; } = "";
            public IEnumerable<string> Words { get; init; } = [];
            public System.Collections.Immutable.ImmutableList<string> Names { get; init; } = [];
            public List<string> Changing { get; init; } = [];
            public {{name}} Renamed(string text) => this with { Text = text };
            public static void Write() => Written = 2;

            [Reducer]
            public {{name}} On({{name}}Opened e)
            {
                {{body.Replace("\n", "\n        ", StringComparison.Ordinal)}}
            }
        }
        """;

    [Theory]
    [InlineData("Count = e.Number;\nreturn this;", "return this with { Count = e.Number };")]
    [InlineData("this.Count = e.Number; return this;", "return this with { Count = e.Number };")]
    [InlineData("Count++;\nreturn this;", "return this with { Count = Count + 1 };")]
    [InlineData("--Count;\nreturn this;", "return this with { Count = Count - 1 };")]
    [InlineData("Count *= e.Number + 1;\nreturn this;", "return this with { Count = Count * (e.Number + 1) };")]
    [InlineData("// Why.\nCount = e.Number; // How.\nreturn this;", "// Why.\n// How.\nreturn this with { Count = e.Number };")]
    [InlineData("Count = 1;\nText = e.By;\nreturn this with { Words = [] };", "return this with { Count = 1, Text = e.By, Words = [] };")]
    [InlineData("int number = e.Number;\nCount = number;\nreturn this;", "int number = e.Number;\nreturn this with { Count = number };")]
    public async Task A_copy_is_returned(string before, string after) =>
        Assert.Equal(Program(after), await FixVerifier.FixAsync<DeterminismAnalyzer, CopyInsteadOfMutationFix>(Program(before)));

    [Theory]
    [InlineData("Count = 1;\nOther = Count;\nreturn this;")]
    [InlineData("Count = 1;\nCount = 2;\nreturn this;")]
    [InlineData("Count = 1;\nreturn this with { Other = Count };")]
    [InlineData("Count = 1;\nreturn this with { Count = 2 };")]
    [InlineData("if (e.Number > 0) { Count = 1; }\nreturn this;")]
    [InlineData("Count = 1;\nreturn Initial;")]
    [InlineData("Changing.Add(e.By);\nreturn this;")]
    [InlineData("Changing[0] = e.By;\nreturn this;")]
    public async Task Nothing_is_offered_where_a_copy_would_be_another_value(string body) =>
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, CopyInsteadOfMutationFix>(Program(body));

    [Theory]
    [InlineData("Names.Add(e.By);\nreturn this;", "return this with { Names = Names.Add(e.By) };")]
    [InlineData("this.Names.Add(e.By);\nreturn this with { Count = 1 };", "return this with { Names = this.Names.Add(e.By), Count = 1 };")]
    [InlineData("// Why.\nNames.Add(e.By); // How.\nreturn this;", "// Why.\n// How.\nreturn this with { Names = Names.Add(e.By) };")]
    [InlineData("var names = Names;\nnames.Add(e.By); // How.\nreturn this with { Names = names };", "var names = Names;\nnames = names.Add(e.By); // How.\nreturn this with { Names = names };")]
    [InlineData("string text = e.By;\ntext.Trim();\nreturn this with { Text = text };", "string text = e.By;\ntext = text.Trim();\nreturn this with { Text = text };")]
    [InlineData("Renamed(e.By);\nreturn this;", "return Renamed(e.By);")]
    [InlineData("this.Renamed(e.By);\nreturn this;", "return this.Renamed(e.By);")]
    public async Task A_result_is_taken(string before, string after) =>
        Assert.Equal(Program(after), await FixVerifier.FixAsync<DeterminismAnalyzer, TakeResultFix>(Program(before)));

    [Theory]
    [InlineData("Names.Add(e.By);\nreturn Initial;")]
    [InlineData("Names.Add(e.By);\nreturn this with { Names = [] };")]
    [InlineData("if (e.Number > 0) { Names.Add(e.By); }\nreturn this;")]
    [InlineData("Changing.Append(e.By);\nreturn this;")]
    [InlineData("foreach (string name in Changing) { name.Trim(); }\nreturn this;")]
    [InlineData("Text?.Trim();\nreturn this;")]
    public async Task Nothing_is_offered_where_a_result_has_no_place(string body) =>
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, TakeResultFix>(Program(body));

    [Theory]
    [InlineData("return this with { Words = Words.Append(e.By) };", "return this with { Words = Words.Append(e.By).ToImmutableArray() };")]
    [InlineData("return this with { Words = /* Why. */ from word in Words select word };", "return this with { Words = /* Why. */ (from word in Words select word).ToImmutableArray() };")]
    [InlineData("var words = Words.Append(e.By);\nreturn this with { Words = words };", "var words = Words.Append(e.By);\nreturn this with { Words = words.ToImmutableArray() };")]
    public async Task A_query_is_copied(string before, string after) =>
        Assert.Equal(Program(after), await FixVerifier.FixAsync<DeterminismAnalyzer, MaterializeQueryFix>(Program(before)));

    [Fact]
    public async Task A_query_is_copied_with_its_namespace_imported() => Assert.Equal(
        Program("return this with { Words = Words.Append(e.By).ToImmutableArray() };", usings: "").Replace("using System.Linq;\n", "using System.Collections.Immutable;\nusing System.Linq;\n", StringComparison.Ordinal),
        await FixVerifier.FixAsync<DeterminismAnalyzer, MaterializeQueryFix>(Program("return this with { Words = Words.Append(e.By) };", usings: "")));

    [Fact]
    public async Task A_static_that_nothing_writes_becomes_read_only()
    {
        string before = Program("return this with { Count = Shared };");
        Assert.Equal(
            before.Replace("internal static int Shared", "internal static readonly int Shared", StringComparison.Ordinal),
            await FixVerifier.FixAsync<DeterminismAnalyzer, MakeReadOnlyFix>(before));
    }

    [Theory]
    [InlineData("return this with { Count = Written };")]
    [InlineData("Shared = 2; return this;")]
    [InlineData("return this with { Count = System.Threading.Volatile.Read(ref Shared) };")]
    public async Task A_static_that_is_written_stays(string body) => await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, MakeReadOnlyFix>(Program(body));

    private static (string Path, string Source)[] Solution(string body) =>
    [
        ("App/Bell.cs", Program(body, name: "Bell")),
        ("App/Door.cs", Program(body)),
        ("Shop/Gate.cs", Program(body, name: "Gate")),
    ];

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 2)]
    [InlineData(FixAllScope.Solution, 3)]
    public async Task Copies_are_returned_everywhere(FixAllScope scope, int changed) => await FixAllAsync<CopyInsteadOfMutationFix>(
        scope, changed, "Count = 1;\nText = e.By;\nreturn this;", "return this with { Count = 1, Text = e.By };");

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 2)]
    [InlineData(FixAllScope.Solution, 3)]
    public async Task Results_are_taken_everywhere(FixAllScope scope, int changed) => await FixAllAsync<TakeResultFix>(
        scope, changed, "string text = e.By;\ntext.Trim();\nNames.Add(text);\nreturn this;", "string text = e.By;\ntext = text.Trim();\nreturn this with { Names = Names.Add(text) };");

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 2)]
    [InlineData(FixAllScope.Solution, 3)]
    public async Task Queries_are_copied_everywhere(FixAllScope scope, int changed) => await FixAllAsync<MaterializeQueryFix>(
        scope, changed, "return this with { Words = Words.Append(e.By) };", "return this with { Words = Words.Append(e.By).ToImmutableArray() };");

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 2)]
    [InlineData(FixAllScope.Solution, 3)]
    public async Task Statics_become_read_only_everywhere(FixAllScope scope, int changed)
    {
        (string Path, string Source)[] before = Solution("return this with { Count = Shared };");
        Assert.Equal(
            before.Take(changed).Select(document => (document.Path, document.Source.Replace("static int Shared", "static readonly int Shared", StringComparison.Ordinal))).Concat(before.Skip(changed)),
            (await FixVerifier.FixAllAsync<DeterminismAnalyzer, MakeReadOnlyFix>(scope, before)).Select(document => (document.Key, document.Value)));
    }

    private static async Task FixAllAsync<TFix>(FixAllScope scope, int changed, string before, string after)
        where TFix : CodeFixProvider, new() => Assert.Equal(
        Solution(after).Take(changed).Concat(Solution(before).Skip(changed)),
        (await FixVerifier.FixAllAsync<DeterminismAnalyzer, TFix>(scope, Solution(before))).Select(document => (document.Key, document.Value)));
}
