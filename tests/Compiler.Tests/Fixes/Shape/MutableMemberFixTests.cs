using Daybook.Analyzers.Shape;
using Daybook.CodeFixes.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Shape;

public class MutableMemberFixTests : FixAllTests<RecordedMemberAnalyzer, MutableMemberFix>
{
    [Theory]
    [InlineData("public int N { get; set; }", "public int N { get; init; }")]
    [InlineData("public required int N { get; set; } // Why.", "public required int N { get; init; } // Why.")]
    [InlineData("public int N { get; private set; } = 3;", "public int N { get; private init; } = 3;")]
    [InlineData("public int N { get; /* a */ set /* b */ ; }", "public int N { get; /* a */ init /* b */ ; }")]
    [InlineData("private readonly int n = 1; public int N { get => n; set { } }", "private readonly int n = 1; public int N { get => n; init { } }")]
    [InlineData("public int N;", "public int N { get; init; }")]
    [InlineData("/* a */ [WireKey(3)] public /* b */ int /* c */ N /* d */ = 3 /* e */ ; // f", "/* a */ [WireKey(3)] public /* b */ int /* c */ N /* d */ { get; init; } = 3 /* e */ ; // f")]
    [InlineData("[WireKey(3)] internal string? N /* d */ /* e */ ; // f", "[WireKey(3)] internal string? N /* d */ /* e */ { get; init; } // f")]
    public async Task Makes_members_that_are_set_once(string before, string after) =>
        Assert.Equal(Event(after), await FixVerifier.FixAsync<RecordedMemberAnalyzer, MutableMemberFix>(Event(before)));

    [Theory]
    [InlineData("[Event(\"a\")] public partial record struct A(int N);", "[Event(\"a\")] public readonly partial record struct A(int N);")]
    [InlineData("// Why.\n[Event(\"a\")]\npartial record struct A(int N);", "// Why.\n[Event(\"a\")]\nreadonly partial record struct A(int N);")]
    [InlineData("[Event(\"a\")] /* a */ partial /* b */ record struct A(int N, int M) { public int Sum => N + M; }", "[Event(\"a\")] /* a */ readonly partial /* b */ record struct A(int N, int M) { public int Sum => N + M; }")]
    public async Task Makes_structs_readonly(string before, string after) =>
        Assert.Equal(after, await FixVerifier.FixAsync<RecordedMemberAnalyzer, MutableMemberFix>(before));

    [Theory]
    [InlineData("public int N { get; set; } public void Set() => N = 3;")]
    [InlineData("public int N; public void Set() => N++;")]
    [InlineData("[WireIgnore] private int n; public int Next() => ++n;")]
    [InlineData("public int N, M;")]
    [InlineData("[WireIgnore] public volatile int N;")]
    public Task Offers_nothing_that_does_not_compile(string member) => FixVerifier.OffersNothingAsync<RecordedMemberAnalyzer, MutableMemberFix>(Event(member));

    [Theory]
    [InlineData("public interface IName { int N { get; set; } } [Event(\"a\")] public partial record A : IName { public int N { get; set; } }")]
    [InlineData("[Event(\"a\")] public partial record struct A(int N) { public void Set() => N = 3; }")]
    public Task Offers_nothing_that_others_need(string source) => FixVerifier.OffersNothingAsync<RecordedMemberAnalyzer, MutableMemberFix>(source);

    protected override IReadOnlyList<(string Path, string Before, string After)> Documents =>
    [
        (
            "Events/A.cs",
            "[Event(\"a\")] public partial record A\n{\n    // One.\n    public int N { get; set; }\n    public int M { get; private set; }\n    public int K;\n}\n[Event(\"b\")] public partial record B { public int N { get; set; } }",
            "[Event(\"a\")] public partial record A\n{\n    // One.\n    public int N { get; init; }\n    public int M { get; private init; }\n    public int K;\n}\n[Event(\"b\")] public partial record B { public int N { get; init; } }"),
        (
            "Events/C.cs",
            "[Event(\"c\")] public partial record C { public int N { get; set; } public int M { get; set; } public void Set() => M = 3; }",
            "[Event(\"c\")] public partial record C { public int N { get; init; } public int M { get; set; } public void Set() => M = 3; }"),
        (
            "Shop/D.cs",
            "[Event(\"d\")] public partial record D(int K) { public int N { get; set; } }",
            "[Event(\"d\")] public partial record D(int K) { public int N { get; init; } }"),
    ];

    protected override string Action => "Use 'init'";

    private static string Event(string members) => $"[Event(\"a\")] public partial record A\n{{\n    {members}\n}}\n";
}
