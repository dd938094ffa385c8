using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Shape;

public class ListedAndReducedTests
{
    private const string Events = "[Event(\"x\")] public partial record X(int N); [Event(\"y\")] public partial record Y; ";

    [Theory]
    [InlineData("[State(\"s\"), {|DAY1213:Records<X>|}] public partial record S { [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\"), Records<Y>, {|DAY1213:Records<X>|}] public partial record S { [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\"), {|DAY1213:Records<Y>|}, {|DAY1213:Records<X>|}] public partial record S { [Reducer] S On(X e) => this; [Reducer] S On(Y e) => this; }")]
    [InlineData("[State(\"s\")] [{|DAY1213:Records<X>()|}] public partial record S { [Reducer] static S On(S s, X e) => s; }")]
    [InlineData("[State(\"s\"), {|DAY1213:Records<X>|}] public partial record S; partial record S { [Reducer] S On(in X e, EventContext c) => this; }")]
    [InlineData("[State(\"s\"), {|DAY1213:Records<Redacted>|}] public partial record S { [Reducer] S On(Redacted e) => this; }")]
    [InlineData("[State(\"s\"), {|DAY1213:Records<X>(As = null)|}] public partial record S { [Reducer] S On(X e) => this; }")]
    public Task Declines(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(Events + markup);

    [Theory]
    [InlineData("[State(\"s\"), Records<X>(As = \"Why\")] public partial record S { [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\"), Records<Y>] public partial record S { [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\"), Records<X>] public partial record S { public S On(X e) => this; }")]
    [InlineData("[State(\"s\"), Records<X>] public partial record S { [State(\"t\")] public partial record T { [Reducer] T On(X e) => this; } }")]
    [InlineData("[State(\"s\"), Records<X>] public partial record S; [State(\"t\")] public partial record T { [Reducer] T On(X e) => this; }")]
    [InlineData("public partial class Other { [Event(\"o\")] public partial record X; } [State(\"s\"), Records<Other.X>(As = \"O\")] public partial record S { [Reducer] S On(X e) => this; }")]
    public Task Accepts(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(Events + markup);
}
