using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Shape;

public class StateRuleTests
{
    private const string Events = "[Event(\"x\")] public partial record X(int N); [Event(\"y\")] public partial record Y; ";

    [Theory]
    [InlineData("[State(\"s\")] public partial record S { [Reducer] S On(X e) => this; [Reducer] S {|DAY1200:Also|}(X e) => this; }")]
    [InlineData("[State(\"s\")] public partial record S { [Reducer] void {|DAY1201:On|}(X e) { } }")]
    [InlineData("[State(\"s\")] public partial record S { [Reducer] S? {|DAY1201:On|}(X e) => this; }")]
    [InlineData("[State(\"s\")] public partial record S { [Reducer] S {|DAY1201:On|}() => this; }")]
    [InlineData("[State(\"s\")] public partial record S { [Reducer] static S {|DAY1201:On|}(X e) => new(); }")]
    [InlineData("[State(\"s\")] public partial record S { [Reducer] S {|DAY1201:On|}(X e, int more) => this; }")]
    [InlineData("[State(\"s\")] public partial record S { [Reducer] S {|DAY1201:On|}<T>(X e) => this; }")]
    [InlineData("[State(\"s\")] public partial record S { [Reducer] S {|DAY1201:On|}(ref X e) => this; }")]
    [InlineData("[State(\"s\")] public partial record S { [Reducer] async System.Threading.Tasks.Task<S> {|DAY1201:On|}(X e) => this; }")]
    [InlineData("public class C { [Reducer] C {|DAY1202:On|}(X e) => this; }")]
    [InlineData("[State(\"s\")] public partial record S { [Reducer] S On(int {|DAY1203:e|}) => this; }")]
    [InlineData("[State(\"s\")] public partial record {|DAY1204:S|}(int N) { [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\")] public partial record {|DAY1204:S|} { public required int N { get; init; } [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\")] public partial record S { public static int {|DAY1205:Initial|} => 1; [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\")] public partial record {|DAY1206:S|} { }")]
    [InlineData("public class Other { [Event(\"o\")] public partial record {|DAY1001:X|}; } [State(\"s\"), Records<Y>(As = \"X\")] public partial record {|DAY1207:S|} { [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\")] public partial record S { public int {|DAY1208:Batch|} { get; init; } class {|DAY1208:Recorder|}; [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\")] public partial record {|DAY1208:Recorder|} { [Reducer] Recorder On(X e) => this; }")]
    [InlineData("[State(\"s\", View = true)] public partial record S { int {|DAY1208:__Wire|} => 0; [Reducer] S On(X e) => this; }")]
    [InlineData("[Event(\"w\")] public partial record W(int {|DAY1208:__Wire|});")]
    [InlineData("[Event(\"w\")] public partial record {|DAY1208:__Wire|}(int N);")]
    [InlineData("[State(\"s\")] public partial record {|DAY1209:S|} { [Event(\"p\")] private partial record P; [Reducer] S On(P e) => this; }")]
    [InlineData("[State(\"s\"), {|DAY1210:Records<{|CS0315:int|}>|}] public partial record S { [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\"), {|DAY1211:Records<Y>(As = \"a b\")|}] public partial record S { [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\", View = true), {|DAY1212:Records<Y>|}] public partial record S { [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\", View = true)] public partial record {|DAY1206:S|};")]
    [InlineData("[State(\"s\", View = true)] public partial record {|DAY1209:S|} { [Event(\"p\")] private partial record P; [Reducer] S On(P e) => this; }")]
    public Task Declines(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(Events + markup);

    [Theory]
    [InlineData("[State(\"s\"), Records<Y>] public partial record S { [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\"), Records<Y>(As = \"Why\")] public readonly partial record struct S(int N) { [Reducer] static S Add(S s, in X e, EventContext c) => new(s.N + e.N); }")]
    [InlineData("[State(\"s\")] public partial record S(int N) { public static S Initial { get; } = new(1); [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\")] public partial record S(int N = 3) { [Reducer] S On(X e) => this; S On(Y e) => this; }")]
    [InlineData("[State(\"s\")] internal partial record S { [Event(\"p\")] internal partial record P; [Reducer] S On(P e) => this; }")]
    [InlineData("partial class Tests { [Event(\"p\")] private partial record P(int N); [State(\"s\")] private partial record S { [Reducer] S On(P e) => this; } }")]
    [InlineData("[Event(\"p\")] internal partial record P(int N); [State(\"s\")] public partial record S { [Reducer] S On(P e) => this; }")]
    [InlineData("[State(\"s\")] public partial record S { [Reducer] S On(X e) => this; } [State(\"t\")] public partial record T { [Reducer] T On(X e) => this; }")]
    [InlineData("[State(\"s\", View = true)] public partial record S { public int Batch { get; init; } class Recorder; [Reducer] S On(X e) => this; }")]
    [InlineData("public partial class Other { [Event(\"o\")] public partial record X; } [State(\"s\", View = true)] public partial record S { [Reducer] S On(X e) => this; [Reducer] S On(Other.X e) => this; }")]
    [InlineData("[State(\"s\", View = false), Records<Y>] public partial record S;")]
    [InlineData("[State(\"s\")] public partial record S { [Reducer] S On(X e) => this; [Reducer] S On(Redacted e, EventContext context) => this; }")]
    [InlineData("[Event(\"r\")] public partial record Redacted; [State(\"s\"), Records<Redacted>, Records<Daybook.Redacted>] public partial record S { [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\", View = true)] public partial record S { [Reducer] S On(Redacted e) => this; }")]
    public Task Accepts(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(Events + markup);
}
