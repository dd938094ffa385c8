using Daybook.Analyzers.Shape;
using Daybook.CodeFixes.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Shape;

public class UnchangedStateFixTests : FixAllTests<ReducerAnalyzer, UnchangedStateFix>
{
    private const string Events = "[Event(\"x\")] public partial record X(int N);\n[Event(\"y\")] public partial record Y;\n";

    [Theory]
    [InlineData(
        "[State(\"s\")]\npublic partial record S\n{\n    public int N { get; init; }\n\n    [Reducer] S On(X e) => this;\n    [Reducer] S On(Y e) => new();\n}\n",
        "[State(\"s\")]\n[Records<X>]\npublic partial record S\n{\n    public int N { get; init; }\n    [Reducer] S On(Y e) => new();\n}\n")]
    [InlineData(
        "// Why.\n[State(\"s\")] public partial record S { [Reducer] S On(X e) => this; }",
        "// Why.\n[State(\"s\")] [Records<X>] public partial record S { }")]
    [InlineData(
        "namespace N\n{\n    [State(\"s\"), Records<Y>] // State.\n    public partial record S\n    {\n        // Before.\n        [Reducer] S On(X e) { /* Within. */ return this; } // Behind.\n    }\n}\n",
        "namespace N\n{\n    [State(\"s\"), Records<Y>] // State.\n    // Before.\n    /* Within. */\n    // Behind.\n    [Records<X>] // State.\n    public partial record S\n    {\n    }\n}\n")]
    [InlineData(
        "[State(\"s\")] partial record S\n{\n    // Why.\n    [Reducer] S On(X e) => this;\n}\n",
        "[State(\"s\")]\n// Why.\n[Records<X>] partial record S\n{\n}\n")]
    [InlineData(
        "[State(\"s\")]\npublic partial record S\n{\n    /// <summary>\n    /// As <see cref=\"X\"/> says.\n    /// </summary>\n    /// <inheritdoc/>\n    [Reducer] S On(X e) => this;\n}\n",
        "[State(\"s\")]\n// As <see cref=\"X\"/> says.\n[Records<X>]\npublic partial record S\n{\n}\n")]
    [InlineData(
        "[State(\"s\")]\npublic partial record S\n{\n    /** <summary>Why.</summary> */\n    [Reducer] S On(X e) => this;\n}\n",
        "[State(\"s\")]\n/* <summary>Why.</summary> */\n[Records<X>]\npublic partial record S\n{\n}\n")]
    [InlineData(
        "[State(\"s\"), Records<Other.X>(As = \"O\")]\npublic partial record S\n{\n    [Reducer] S On(Other.X e) => this;\n}\npublic partial class Other { [Event(\"o\")] public partial record X; }\n",
        "[State(\"s\"), Records<Other.X>(As = \"O\")]\npublic partial record S\n{\n}\npublic partial class Other { [Event(\"o\")] public partial record X; }\n")]
    [InlineData(
        "[State(\"s\")]\npublic partial record S\n{\n    [Event(\"p\")] public partial record P;\n    [Reducer] static S On(S s, P e) => s;\n}\n",
        "[State(\"s\")]\n[Records<P>]\npublic partial record S\n{\n    [Event(\"p\")] public partial record P;\n}\n")]
    [InlineData(
        "[State(\"s\")]\npublic partial record S;\n\npublic partial record S\n{\n    [Reducer] S On(X e) => this;\n}\n",
        "[State(\"s\")]\npublic partial record S;\n\n[Records<X>]\npublic partial record S\n{\n}\n")]
    public async Task Lists_the_event(string before, string after) => Assert.Equal(Events + after, await FixVerifier.FixAsync<ReducerAnalyzer, UnchangedStateFix>(Events + before));

    [Theory]
    [InlineData("[State(\"s\")] public partial record S { [Reducer] S On(X e) => this; S Again(X e) => On(e); }")]
    [InlineData("[State(\"s\")] public partial record S\n{\n#if !NEVER\n    [Reducer] S On(X e) => this;\n#endif\n}")]
    public Task Offers_nothing_that_does_not_compile(string source) => FixVerifier.OffersNothingAsync<ReducerAnalyzer, UnchangedStateFix>(Events + source);

    protected override IReadOnlyList<(string Path, string Before, string After)> Documents =>
    [
        (
            "Events/A.cs",
            Events + "[State(\"a\")]\npublic partial record A\n{\n    [Reducer] A On(X e) => this;\n    [Reducer] A On(Y e) => this;\n}\n[State(\"b\")]\npublic partial record B\n{\n    [Reducer] B On(X e) => this;\n}\n",
            Events + "[State(\"a\")]\n[Records<X>]\n[Records<Y>]\npublic partial record A\n{\n}\n[State(\"b\")]\n[Records<X>]\npublic partial record B\n{\n}\n"),
        (
            "Events/C.cs",
            "[State(\"c\")]\npublic partial record C\n{\n    [Reducer] C On(X e) => this;\n}\n",
            "[State(\"c\")]\n[Records<X>]\npublic partial record C\n{\n}\n"),
        (
            "Shop/D.cs",
            "[State(\"d\")]\npublic partial record D\n{\n    [Reducer] D On(X e) => this;\n}\n",
            "[State(\"d\")]\n[Records<X>]\npublic partial record D\n{\n}\n"),
    ];
}
