using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Shape;

public class MutableMemberTests
{
    private const string Event = "[Event(\"x\")] public partial record X(int N); ";

    [Theory]
    [InlineData("[Event(\"a\")] public partial record A { public int {|DAY1214:N|} { get; set; } }")]
    [InlineData("[Event(\"a\")] public partial record A { public required int {|DAY1214:N|} { get; set; } }")]
    [InlineData("[Event(\"a\")] public partial record A { public int {|DAY1214:N|} { get; private set; } }")]
    [InlineData("[Event(\"a\")] public partial record A { private int {|DAY1214:N|} { get; set; } }")]
    [InlineData("[Event(\"a\")] public partial record A { public int {|DAY1214:N|}; }")]
    [InlineData("[Event(\"a\")] public partial record A { public int {|DAY1214:N|}, {|DAY1214:M|}; public readonly int K = 1; public A(int k) => K = k; }")]
    [InlineData("[Event(\"a\")] public partial record A(int N) { public int N { get; init; } = N; public int {|DAY1214:M|} { get; set; } }")]
    [InlineData("[Event(\"a\")] public partial record A { [WireIgnore] public int {|DAY1214:Cache|} { get; set; } }")]
    [InlineData("[Event(\"a\")] public partial record A { [WireIgnore] private int {|DAY1214:cache|}; }")]
    [InlineData("[Event(\"a\")] public partial record A { private int {|DAY1214:n|}; public int {|DAY1214:N|} { get => n; set => n = value; } }")]
    [InlineData("[Event(\"a\")] public partial record struct {|DAY1214:A|}(int N);")]
    [InlineData("[Event(\"a\")] public partial record struct {|DAY1214:A|}(int N, int M) { public int {|DAY1214:K|} { get; set; } }")]
    [InlineData("[Event(\"a\")] public partial record struct A { public int {|DAY1214:K|} { get; set; } }")]
    [InlineData("public interface IName { int N { get; set; } } [Event(\"a\")] public partial record A : IName { public int {|DAY1214:N|} { get; set; } }")]
    [InlineData("[State(\"s\")] public partial record S { public int {|DAY1214:N|} { get; set; } [Reducer] S On(X e) => new() { N = e.N }; }")]
    [InlineData("[State(\"s\")] public partial record struct {|DAY1214:S|}(int N) { [Reducer] S On(X e) => new(e.N); }")]
    [InlineData("[State(\"s\", View = true)] public partial record S { [Reducer] S On(X e) => this; } partial record S { public int {|DAY1214:N|} { get; set; } }")]
    [InlineData("public partial class Outer { [Event(\"a\")] private partial record A { public int {|DAY1214:N|} { get; set; } } }")]
    public Task Finds(string markup) => Verifier.VerifyAsync<RecordedMemberAnalyzer>(Event + markup);

    [Theory]
    [InlineData("[Event(\"a\")] public partial record A(int N, string M);")]
    [InlineData("[Event(\"a\")] public partial record A { public int N { get; init; } public required int M { get; init; } public int Sum => N + M; }")]
    [InlineData("[Event(\"a\")] public readonly partial record struct A(int N);")]
    [InlineData("[Event(\"a\")] public partial record struct A { public int N { get; init; } }")]
    [InlineData("[Event(\"a\")] public partial record struct A(int N) { public int N { get; init; } = N; }")]
    [InlineData("[Event(\"a\")] public partial record struct A;")]
    [InlineData("[Event(\"a\")] public partial record A { public static int Count { get; set; } public const int Max = 3; private static int made; public static int Made() => made++; }")]
    [InlineData("[Event(\"a\")] public partial record A { private readonly int n = 1; public A(int n) => this.n = n; public int this[int i] { get => n + i; set { } } }")]
    [InlineData("public record Plain { public int N { get; set; } public int M; } public class Other { public int N { get; set; } }")]
    [InlineData("public interface IName { int N { get; set; } } [Event(\"a\")] public partial record A(int M) : IName { int IName.N { get => M; set { } } }")]
    [InlineData("public record Base { public virtual int N { get; set; } } [Event(\"a\")] public partial record A : Base { public override int N { get; set; } }")]
    [InlineData("[State(\"s\")] public partial record S(int N = 0) { [Reducer] S On(X e) => this with { N = e.N }; }")]
    [InlineData("[State(\"s\")] public readonly partial record struct S(int N) { [Reducer] S On(X e) => new(e.N); }")]
    public Task Accepts(string markup) => Verifier.VerifyAsync<RecordedMemberAnalyzer>(Event + markup);

    [Fact]
    public async Task Says_what_to_do() => Assert.Equal(
        [
            "'K' of the event 'B' can be changed once it is made; make the struct readonly",
            "'M' of the event 'A' can be changed once it is made; make it a property with 'init'",
            "'N' of the event 'A' can be changed once it is made; use 'init' in place of 'set'",
        ],
        (await Verifier.MessagesAsync<RecordedMemberAnalyzer>(
            "using Daybook; [Event(\"a\")] public partial record A { public int N { get; set; } public int M; } [Event(\"b\")] public partial record struct B(int K);")).Order(StringComparer.Ordinal));
}
