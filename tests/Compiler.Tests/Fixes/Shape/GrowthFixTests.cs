using Daybook.Analyzers.Shape;
using Daybook.CodeFixes.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Shape;

public class GrowthFixTests : FixAllTests<ReducerAnalyzer, GrowthFix>
{
    protected override IReadOnlyList<(string Path, string Before, string After)> Documents => Everywhere(
        """
        [Event("test.x")] public partial record X(string Text, string[] Words);

        [State("test.s")]
        public partial record S
        {
            public string Text { get; init; } = ""; // Text.
            public string Log { get; init; } = ""; // Log.
            public string Same { get; init; } = "";
            public string[] Words { get; init; } = [];

            // Reduces.
            [Reducer] S On(X e) => this with { Text = Text + e.Text, Log = $"{Log}; {e.Text}", Words = [.. Words, e.Text], Same = e.Text + Same };
        }

        [State("test.t")]
        public partial record T(string Text = "")
        {
            [Reducer] T On(X e) => e.Text == "" ? new(Text + "!") : new(Text + e.Text);
        }
        """,
        """
        [Event("test.x")] public partial record X(string Text, string[] Words);

        [State("test.s")]
        public partial record S
        {
            public AppendableText Text { get; init; } = ""; // Text.
            public AppendableText Log { get; init; } = ""; // Log.
            public string Same { get; init; } = "";
            public string[] Words { get; init; } = [];

            // Reduces.
            [Reducer] S On(X e) => this with { Text = Text.Append(e.Text), Log = Log.Append("; ").Append(e.Text), Words = [.. Words, e.Text], Same = e.Text + Same };
        }

        [State("test.t")]
        public partial record T(AppendableText Text = default)
        {
            [Reducer] T On(X e) => e.Text == "" ? new(Text.Append("!")) : new(Text.Append(e.Text));
        }
        """);

    [Theory]
    [InlineData("Text + e.Text", "Text.Append(e.Text)")]
    [InlineData("this.Text + e.Text", "this.Text.Append(e.Text)")]
    [InlineData("Text + \"\\n\" + e.Text", "Text.Append(\"\\n\").Append(e.Text)")]
    [InlineData("Text + '\\n' + (e.Text + \"!\")", "Text.Append('\\n').Append(e.Text + \"!\")")]
    [InlineData("$\"{Text}{e.Text}\"", "Text.Append(e.Text)")]
    [InlineData("$\"{Text}: {e.N:X} of {e.Text}\"", "Text.Append(\": \").Append($\"{e.N:X}\").Append(\" of \").Append(e.Text)")]
    [InlineData("string.Concat(Text, e.Text)", "Text.Append(e.Text)")]
    [InlineData("string.Concat(Text, e.Text, \"a\", \"b\", \"c\")", "Text.Append(e.Text).Append(\"a\").Append(\"b\").Append(\"c\")")]
    [InlineData("e.N > 0 ? Text + e.Text : Text", "e.N > 0 ? Text.Append(e.Text) : Text")]
    [InlineData("/* a */ Text + e.Text /* b */", "/* a */ Text.Append(e.Text) /* b */")]
    public async Task Appends_text(string before, string after) => Assert.Equal(
        State("public AppendableText Text { get; init; } = \"\"; // Why.", "Text", after),
        await FixVerifier.FixAsync<ReducerAnalyzer, GrowthFix>(State("public string Text { get; init; } = \"\"; // Why.", "Text", before)));

    [Theory]
    [InlineData("int[]", "[.. Items, e.N]", "Items.Append(e.N)")]
    [InlineData("int[]", "[.. Items, e.N, .. e.Numbers]", "Items.Append(e.N).AppendRange(e.Numbers)")]
    [InlineData("int[]", "Items.Append(e.N).ToArray()", "Items.Append(e.N)")]
    [InlineData("int[]", "Items.Append(e.N).Concat(e.Numbers).ToArray()", "Items.Append(e.N).AppendRange(e.Numbers)")]
    [InlineData("List<int>", "[.. Items, e.N]", "Items.Append(e.N)")]
    [InlineData("List<int>", "new List<int>(Items) { e.N, 1 }", "Items.Append(e.N).Append(1)")]
    [InlineData("List<int>", "new(Items.Append(e.N))", "Items.Append(e.N)")]
    [InlineData("IReadOnlyList<int>", "[.. Items, e.N]", "Items.Append(e.N)")]
    [InlineData("ImmutableArray<int>", "Items.Add(e.N)", "Items.Append(e.N)")]
    [InlineData("ImmutableArray<int>", "Items.AddRange(e.Numbers)", "Items.AppendRange(e.Numbers)")]
    [InlineData("ImmutableArray<int>", "Items.Append(e.N).ToImmutableArray()", "Items.Append(e.N)")]
    [InlineData("ImmutableList<int>", "[.. Items, e.N]", "Items.Append(e.N)")]
    [InlineData("AppendableList<int>", "[.. Items, e.N]", "Items.Append(e.N)")]
    public async Task Appends_items(string type, string before, string after) => Assert.Equal(
        State("public AppendableList<int> Items { get; init; } = [];", "Items", after),
        await FixVerifier.FixAsync<ReducerAnalyzer, GrowthFix>(State($"public {type} Items {{ get; init; }} = [];", "Items", before)));

    [Theory]
    [InlineData("public ImmutableArray<int> Items { get; init; } = ImmutableArray<int>.Empty;", "public AppendableList<int> Items { get; init; } = [];")]
    [InlineData("public ImmutableArray<int> Items { get; init; }", "public AppendableList<int> Items { get; init; }")]
    [InlineData("internal ImmutableArray<int> /* a */ Items { get; init; } = []; /* b */ // c", "internal AppendableList<int> /* a */ Items { get; init; } = []; /* b */ // c")]
    public async Task Changes_the_member(string before, string after) => Assert.Equal(
        State(after, "Items", "Items.Append(e.N)"), await FixVerifier.FixAsync<ReducerAnalyzer, GrowthFix>(State(before, "Items", "Items.Add(e.N)")));

    [Fact]
    public async Task Changes_all_reducers_of_the_file() => Assert.Equal(
        """
        [Event("x")] public partial record X(string Text);
        [Event("y")] public partial record Y(string? Text);

        [State("s")]
        public partial record S(AppendableText Text = default, int N = 0)
        {
            [Reducer] S On(X e) => new(Text.Append(e.Text), N + 1); // One.
            [Reducer] static S On(S s, Y e) => e.Text is null ? s : s with { Text = s.Text.Append("; ").Append(e.Text) };
        }
        """,
        await FixVerifier.FixAsync<ReducerAnalyzer, GrowthFix>(
        """
        [Event("x")] public partial record X(string Text);
        [Event("y")] public partial record Y(string? Text);

        [State("s")]
        public partial record S(string Text = "", int N = 0)
        {
            [Reducer] S On(X e) => new(Text + e.Text, N + 1); // One.
            [Reducer] static S On(S s, Y e) => e.Text is null ? s : s with { Text = $"{s.Text}; {e.Text}" };
        }
        """));

    [Fact]
    public async Task Changes_what_may_be_null() => Assert.Equal(
        State("public AppendableText Text { get; init; }", "Text", "Text.Append(e.Text)"),
        await FixVerifier.FixAsync<ReducerAnalyzer, GrowthFix>(State("public string? Text { get; init; }", "Text", "(Text ?? \"\") + e.Text")));

    [Theory]
    [InlineData("public string Text { get; init; } = \"\";", "Text", "e.Text + Text")]
    [InlineData("public string Text { get; init; } = \"\";", "Text", "Text + e.N")]
    [InlineData("public string Text { get; init; } = \"\";", "Text", "Text /* why */ + e.Text")]
    [InlineData("public string Text { get; init; } = \"\";", "Text", "$\"{Text,10}{e.Text}\"")]
    [InlineData("public string Text { get; init; } = \"\"; public string Upper => Text.ToUpperInvariant();", "Text", "Text + e.Text")]
    [InlineData("public int[] Items { get; init; } = [];", "Items", "[e.N, .. Items]")]
    [InlineData("public int[] Items { get; init; } = []; public void Clear() => Items[0] = 1;", "Items", "[.. Items, e.N]")]
    [InlineData("public ImmutableArray<int> Items { get; init; } = [1, 2]; public ImmutableArray<int> Same => Items;", "Items", "Items.Add(e.N)")]
    public Task Offers_nothing_that_does_not_compile(string member, string name, string value) =>
        FixVerifier.OffersNothingAsync<ReducerAnalyzer, GrowthFix>(State(member, name, value));

    private static string State(string member, string name, string value) =>
        $"using System.Collections.Immutable;\nusing System.Linq;\n[Event(\"x\")] public partial record X(int N, string Text, int[] Numbers);\n\n"
        + $"[State(\"s\")]\npublic partial record S\n{{\n    {member}\n\n    [Reducer] S On(X e) => this with {{ {name} = {value} }};\n}}\n";
}
