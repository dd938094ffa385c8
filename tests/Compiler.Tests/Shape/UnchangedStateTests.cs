using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Shape;

public class UnchangedStateTests
{
    [Theory]
    [InlineData("[Reducer] S {|DAY1217:On|}(X e) => this;")]
    [InlineData("[Reducer] S {|DAY1217:On|}(X e) => (this);")]
    [InlineData("[Reducer] S {|DAY1217:On|}(X e) { return this; }")]
    [InlineData("[Reducer] static S {|DAY1217:On|}(S s, X e) => s;")]
    [InlineData("[Reducer] S {|DAY1217:On|}(X e, EventContext context) => this;")]
    [InlineData("[Reducer] S {|DAY1217:On|}(X e) => this with { };")]
    [InlineData("[Reducer] S {|DAY1217:On|}(X e) => e.N > 0 ? this : this;")]
    [InlineData("[Reducer] S {|DAY1217:On|}(X e) => e.N switch { 0 => this, _ => this };")]
    [InlineData("[Reducer] S {|DAY1217:On|}(X e) { if (e.N > 0) { return this; } return this; }")]
    [InlineData("[Reducer] static S {|DAY1217:On|}(S s, in X e) { int unused = e.N + 1; return s; }")]
    public Task Finds(string reducer) => VerifyAsync(reducer);

    [Theory]
    [InlineData("[Reducer] S On(X e) => this with { N = e.N };")]
    [InlineData("[Reducer] S On(X e) => e.N > 0 ? this with { N = e.N } : this;")]
    [InlineData("[Reducer] S On(X e) => new();")]
    [InlineData("[Reducer] S On(X e) => e.N < 0 ? throw new InvalidOperationException() : this;")]
    [InlineData("[Reducer] S On(X e) { ArgumentNullException.ThrowIfNull(e); return this; }")]
    [InlineData("[Reducer] S On(X e) => throw new NotImplementedException();")]
    [InlineData("[Reducer] S On(X e) { Cache = e.N; return this; }")]
    [InlineData("[Reducer] S On(X e) { Cache++; return this; }")]
    [InlineData("[Reducer] static S On(S s, X e) => new S() with { N = s.N };")]
    [InlineData("[Reducer] static S On(S s, X e) { s = s with { N = e.N }; return s; }")]
    [InlineData("[Reducer] static S On(S s, X e) => Initial; public static S Initial { get; } = new();")]
    [InlineData("[Reducer] S On(X e) => Same(); S Same() => this;")]
    [InlineData("[Reducer] S On(X e) { S next = this; return next; }")]
    [InlineData("[Reducer] S On(X e) => new(); S Other(X e) => this;")]
    public Task Accepts(string reducer) => VerifyAsync(reducer);

    [Fact]
    public Task Accepts_what_a_view_does() => Verifier.VerifyAsync<ReducerAnalyzer>(
        "[Event(\"x\")] public partial record X(int N); [State(\"s\", View = true)] public partial record S { [Reducer] S On(X e) => this; }");

    [Fact]
    public Task Accepts_what_is_no_reducer() => Verifier.VerifyAsync<ReducerAnalyzer>("public record S { S On(int e) => this; }");

    private static Task VerifyAsync(string reducer) => Verifier.VerifyAsync<ReducerAnalyzer>(
        $"[Event(\"x\")] public partial record X(int N); [State(\"s\")] public partial record S {{ public int N {{ get; init; }} [WireIgnore] public int Cache {{ get; set; }} {reducer} }}");
}
