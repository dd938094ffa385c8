using Daybook.Analyzers.Shape;
using Daybook.CodeFixes.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Shape;

public class MutableCollectionFixTests : FixAllTests<RecordedMemberAnalyzer, MutableCollectionFix>
{
    private const string Immutable = "using System.Collections.Immutable;\n";

    [Theory]
    [InlineData("public List<int> Items { get; init; } = [];", "AppendableList", "public AppendableList<int> Items { get; init; } = [];")]
    [InlineData("public List<int> Items { get; init; } = new List<int>();", "ImmutableList", "public ImmutableList<int> Items { get; init; } = [];")]
    [InlineData("public IList<int> Items { get; init; } = new List<int>();", "ImmutableList", "public ImmutableList<int> Items { get; init; } = [];")]
    [InlineData("public List<int>? Items { get; init; } // Why.", "ImmutableList", "public ImmutableList<int>? Items { get; init; } // Why.")]
    [InlineData("public int[] Items { get; init; } = Array.Empty<int>();", "ImmutableArray", "public ImmutableArray<int> Items { get; init; } = [];")]
    [InlineData("public HashSet<string> Items { get; init; } = new();", "ImmutableHashSet", "public ImmutableHashSet<string> Items { get; init; } = [];")]
    [InlineData("public Queue<int> Items { get; init; } = new();", "ImmutableQueue", "public ImmutableQueue<int> Items { get; init; } = [];")]
    [InlineData("public Dictionary<string, int> Items { get; init; } = [];", "ImmutableDictionary", "public ImmutableDictionary<string, int> Items { get; init; } = ImmutableDictionary<string, int>.Empty;")]
    [InlineData("public SortedList<string, int?> /* a */ Items { get; init; } = new(); // b", "ImmutableSortedDictionary", "public ImmutableSortedDictionary<string, int?> /* a */ Items { get; init; } = ImmutableSortedDictionary<string, int?>.Empty; // b")]
    [InlineData("public System.Text.StringBuilder Items { get; init; } = new();", "AppendableText", "public AppendableText Items { get; init; } = default;")]
    [InlineData("private readonly List<int> Items = []; public S(IEnumerable<int>? items = null) => Items = [.. items ?? []];", "ImmutableList", "private readonly ImmutableList<int> Items = []; public S(IEnumerable<int>? items = null) => Items = [.. items ?? []];")]
    public async Task Changes_what_a_state_holds(string before, string type, string after)
    {
        string source = await FixVerifier.FixAsync<RecordedMemberAnalyzer, MutableCollectionFix>(State(before), "Use " + type);
        Assert.Equal(type.StartsWith("Immutable", StringComparison.Ordinal) ? Immutable + State(after) : State(after), source);
    }

    [Theory]
    [InlineData("[Event(\"a\")] public partial record A(List<int> Items);", "[Event(\"a\")] public partial record A(ImmutableArray<int> Items);")]
    [InlineData("[Event(\"a\")] public partial record A(string Name, /* a */ IDictionary<string, string>? Items = null);", "[Event(\"a\")] public partial record A(string Name, /* a */ ImmutableDictionary<string, string>? Items = null);")]
    [InlineData("[Event(\"a\")] public partial record A { public HashSet<string> Items { get; init; } = []; }", "[Event(\"a\")] public partial record A { public ImmutableHashSet<string> Items { get; init; } = []; }")]
    public async Task Changes_what_an_event_holds(string before, string after) =>
        Assert.Equal(after, await FixVerifier.FixAsync<RecordedMemberAnalyzer, MutableCollectionFix>(Immutable + before) is var source && source.StartsWith(Immutable, StringComparison.Ordinal) ? source[Immutable.Length..] : source);

    [Theory]
    [InlineData("public List<int> Items { get; init; } = []; public void Add(int n) => Items.Add(n);")]
    [InlineData("public List<int> Items { get; init; } = []; public void Add(int n) { Items.Add(n); }")]
    [InlineData("public List<int>? Items { get; init; } public void Add(int n) { Items?.Add(n); }")]
    [InlineData("public Dictionary<string, int> Items { get; init; } = []; public void Add(string n) => Items[n] = 1;")]
    [InlineData("public List<int> Items { get; init; } = new() { 1, 2 };")]
    [InlineData("public Tags Items { get; init; } = new(); public class Tags : List<int>;")]
    [InlineData("public OrderedDictionary<string, int> Items { get; init; } = [];")]
    [InlineData("public IReadOnlyList<List<int>> Items { get; init; } = [];")]
    public Task Offers_nothing_that_loses_data(string member) => FixVerifier.OffersNothingAsync<RecordedMemberAnalyzer, MutableCollectionFix>(State(member));

    [Fact]
    public async Task Lists_can_grow_or_change() => Assert.Equal(
        ["Use AppendableList", "Use ImmutableList"],
        await FixVerifier.TitlesAsync<RecordedMemberAnalyzer, MutableCollectionFix>(State("public List<int> Items { get; init; } = [];")));

    protected override IReadOnlyList<(string Path, string Before, string After)> Documents =>
    [
        (
            "Events/A.cs",
            "[Event(\"a\")] public partial record A(List<int> Items, /* a */ IList<string> More);",
            Immutable + "[Event(\"a\")] public partial record A(ImmutableArray<int> Items, /* a */ ImmutableArray<string> More);"),
        (
            "Events/B.cs",
            "[Event(\"b\")] public partial record B(List<int> Items, HashSet<int> Set);\npublic static class C { public static void Add(B b) => b.Set.Add(1); }",
            Immutable + "[Event(\"b\")] public partial record B(ImmutableArray<int> Items, HashSet<int> Set);\npublic static class C { public static void Add(B b) => b.Set.Add(1); }"),
        (
            "Shop/D.cs",
            "[Event(\"d\")] public partial record D { public List<A> Items { get; init; } = []; }",
            Immutable + "[Event(\"d\")] public partial record D { public ImmutableArray<A> Items { get; init; } = []; }"),
    ];

    protected override string Action => "Use ImmutableArray";

    private static string State(string members) =>
        $"[Event(\"x\")] public partial record X(int N);\n\n[State(\"s\")]\npublic partial record S\n{{\n    {members}\n\n    [Reducer] S On(X e) => new();\n}}\n";
}
