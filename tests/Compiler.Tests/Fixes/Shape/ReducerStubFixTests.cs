using Daybook.Analyzers.Shape;
using Daybook.CodeFixes.Shape;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Daybook.Compiler.Tests.Fixes.Shape;

public class ReducerStubFixTests : FixAllTests<UnusedEventAnalyzer, ReducerStubFix>
{
    protected override IReadOnlyList<(string Path, string Before, string After)> Documents =>
    [
        ("App/A.cs", "[Event(\"b\")] internal partial record B; // One.\n[Event(\"a\")] internal partial record A;\n[Event(\"x\")] public partial record X;\n", ""),
        ("App/B.cs", "public partial class Outer { [Event(\"c\")] internal partial record C; }\n[State(\"s\")]\npublic partial record S\n{\n    [Reducer] S On(X e) => this; // Why.\n}\n", ""),
        ("Shop/C.cs", "[Event(\"e\")] internal partial record E;\n[Event(\"d\")] internal partial record D;\n[State(\"r\")] partial record R { [Reducer] R On(X e) => this; }\n", ""),
    ];

    protected override IEnumerable<(string Path, string Source)> After(int changed) => Documents.Select(document => (document.Path, document.Path switch
    {
        "App/B.cs" => document.Before.Replace("// Why.\n", "// Why.\n" + string.Concat((changed > 1 ? new[] { "A", "B", "Outer.C" } : ["A", "B"]).Select(name => $"    {Stub("S", name)}\n")), StringComparison.Ordinal),
        "Shop/C.cs" when changed > 2 => document.Before.Replace("this; }", $"this; {Stub("R", "D")} {Stub("R", "E")} }}", StringComparison.Ordinal),
        _ => document.Before,
    }));

    private const string Events = "[Event(\"x\")] public partial record X(int N);\n[Event(\"a\")] internal partial record A;\n";

    [Theory]
    [InlineData(
        "[State(\"s\")]\npublic partial record S\n{\n    [Reducer] S On(X e) => this; // Why.\n}\n",
        "[State(\"s\")]\npublic partial record S\n{\n    [Reducer] S On(X e) => this; // Why.\n    [Reducer] S On(A e) => throw new NotImplementedException();\n}\n")]
    [InlineData(
        "[State(\"s\")] public partial record S { [Reducer] S On(X e) => this; }",
        "[State(\"s\")] public partial record S { [Reducer] S On(X e) => this; [Reducer] S On(A e) => throw new NotImplementedException(); }")]
    [InlineData(
        "[State(\"s\")]\ninternal partial record S\n{\n    [Reducer] public S On(X e) => this;\n}\n",
        "[State(\"s\")]\ninternal partial record S\n{\n    [Reducer] public S On(X e) => this;\n    [Reducer] public S On(A e) => throw new NotImplementedException();\n}\n")]
    [InlineData(
        "[State(\"s\")] public partial record S { [Reducer] public S On(X e) => this; }",
        "[State(\"s\")] public partial record S { [Reducer] public S On(X e) => this; [Reducer] S On(A e) => throw new NotImplementedException(); }")]
    [InlineData(
        "[State(\"s\"), Records<X>]\npublic partial record S;\n",
        "[State(\"s\"), Records<X>]\npublic partial record S\n{\n    [Reducer] S On(A e) => throw new NotImplementedException();\n}\n")]
    [InlineData(
        "[State(\"s\"), Records<X>]\npublic partial record S(int N = 0);\n",
        "[State(\"s\"), Records<X>]\npublic partial record S(int N = 0)\n{\n    [Reducer] S On(A e) => throw new NotImplementedException();\n}\n")]
    [InlineData(
        "[State(\"s\"), Records<X>]\npublic partial record S { }\n",
        "[State(\"s\"), Records<X>]\npublic partial record S { [Reducer] S On(A e) => throw new NotImplementedException(); }\n")]
    [InlineData(
        "namespace N\n{\n    [State(\"s\"), Records<X>]\n    public partial record S\n    {\n        // Nothing yet.\n    }\n}\n",
        "namespace N\n{\n    [State(\"s\"), Records<X>]\n    public partial record S\n    {\n        [Reducer] S On(A e) => throw new NotImplementedException();\n        // Nothing yet.\n    }\n}\n")]
    [InlineData(
        "[State(\"s\", View = true)]\ninternal partial record S\n{\n    [Reducer]\n    private S On(X e)\n    {\n        return this;\n    }\n}\n",
        "[State(\"s\", View = true)]\ninternal partial record S\n{\n    [Reducer]\n    private S On(X e)\n    {\n        return this;\n    }\n    [Reducer] S On(A e) => throw new NotImplementedException();\n}\n")]
    public async Task Adds_a_reducer(string before, string after) => Assert.Equal(Events + after, await FixVerifier.FixAsync<UnusedEventAnalyzer, ReducerStubFix>(Events + before));

    [Fact]
    public async Task Finds_the_states_of_the_project()
    {
        var changed = await FixVerifier.FixAsync<UnusedEventAnalyzer, ReducerStubFix>(
            "Add a reducer to T",
            ("App/Events.cs", "namespace Shop; " + Events),
            ("App/S.cs", "[State(\"s\"), Records<Shop.X>]\npublic partial record S;\n"),
            ("App/T.cs", "namespace Other;\n\n[State(\"t\")]\npublic partial record T\n{\n    [Reducer] T On(Shop.X e) => this;\n}\n"));
        Assert.Equal("[State(\"s\"), Records<Shop.X>]\npublic partial record S;\n", changed["App/S.cs"]);
        Assert.Equal(
            "namespace Other;\n\n[State(\"t\")]\npublic partial record T\n{\n    [Reducer] T On(Shop.X e) => this;\n    [Reducer] T On(Shop.A e) => throw new NotImplementedException();\n}\n",
            changed["App/T.cs"]);
    }

    [Fact]
    public async Task Offers_one_action_for_each_state() => Assert.Equal(
        ["Add a reducer to S", "Add a reducer to T"],
        await FixVerifier.TitlesAsync<UnusedEventAnalyzer, ReducerStubFix>(
            Events + "[State(\"t\"), Records<X>] public partial record T; [State(\"s\"), Records<X>] public partial record S; public record R;"));

    [Theory]
    [InlineData("Add a reducer to S", "S;", "S\n{\n    [Reducer] S On(A e) => throw new NotImplementedException();\n    [Reducer] S On(B e) => throw new NotImplementedException();\n}")]
    [InlineData("Add a reducer to T", "T;", "T\n{\n    [Reducer] T On(A e) => throw new NotImplementedException();\n    [Reducer] T On(B e) => throw new NotImplementedException();\n}")]
    public async Task Adds_all_to_the_chosen_state(string action, string before, string after)
    {
        const string Source = Events + "[Event(\"b\")] internal partial record B;\n[State(\"s\"), Records<X>]\npublic partial record S;\n[State(\"t\"), Records<X>]\npublic partial record T;\n";
        const string Other = "[Event(\"c\")] internal partial record C;\n[State(\"r\"), Records<X>] partial record R;\n";
        var changed = await FixVerifier.FixAllAsync<UnusedEventAnalyzer, ReducerStubFix>(FixAllScope.Solution, action, ("App/Source.cs", Source), ("Shop/Other.cs", Other));
        Assert.Equal(Source.Replace(before, after, StringComparison.Ordinal), changed["App/Source.cs"]);
        Assert.Equal(Other, changed["Shop/Other.cs"]);
    }

    [Fact]
    public Task Offers_nothing_without_a_state() => FixVerifier.OffersNothingAsync<UnusedEventAnalyzer, ReducerStubFix>(Events);

    [Fact]
    public Task Offers_nothing_where_a_state_does_not_see_the_event() => FixVerifier.OffersNothingAsync<UnusedEventAnalyzer, ReducerStubFix>(
        "public partial class Outer { [Event(\"a\")] private partial record A; } [Event(\"x\")] public partial record X; [State(\"s\"), Records<X>] public partial record S;");

    private static string Stub(string state, string name) => $"[Reducer] {state} On({name} e) => throw new NotImplementedException();";
}
