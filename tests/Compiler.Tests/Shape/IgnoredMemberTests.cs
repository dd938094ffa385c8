using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Shape;

public class IgnoredMemberTests
{
    [Theory]
    [InlineData("[Event(\"a\")] public partial record A([{|DAY1115:WireIgnore|}] int X);")]
    [InlineData("[Event(\"a\")] public partial record A([property: {|DAY1115:WireIgnore|}] int X, int Y);")]
    [InlineData("[Event(\"a\")] public partial record A { [{|DAY1115:WireIgnore|}] public required int X { get; init; } }")]
    [InlineData("public record M([property: WireIgnore] int X); [Event(\"a\")] public partial record A({|DAY1115:M|} X);")]
    [InlineData("[Event(\"a\")] public partial record A { [{|DAY1116:WireIgnore|}, WireKey(0)] public int X { get; init; } }")]
    public Task Declines(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(markup);

    [Theory]
    [InlineData("[Event(\"a\")] public partial record A([WireIgnore] int X = 1, [WireIgnore] string? Y = null, [WireIgnore] DateTime Z = default, [property: WireIgnore] byte W = 2, long V = 3);")]
    [InlineData("[Event(\"a\")] public partial record A(int X) { [WireIgnore] public object Cache { get; } = new(); [WireIgnore] private readonly Action _do = () => { }; [WireIgnore] public IDisposable? D; }")]
    [InlineData("[Event(\"a\")] public partial record A { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public A() { } [WireIgnore] public required int X { get; init; } }")]
    [InlineData("[Event(\"a\")] public partial record A(int X); partial record A { [WireIgnore] public int Y { get; set; } }")]
    [InlineData("public class M { public M() { } public M(int x, int y) => X = x; public int X { get; } [WireIgnore] public int Y { get; set; } public M(int x) => X = x; } [Event(\"a\")] public partial record A(M X);")]
    [InlineData("[Event(\"a\")] public partial record A(M X); public abstract class B { [WireIgnore] public int X { get; set; } } public class M : B { public new long X { get; set; } }")]
    [InlineData("[Event(\"a\")] public partial record A(int X, [WireIgnore] int Y = 1); [State(\"s\")] public partial record S { [Reducer] S On(A e) => this; static object Use(Batch b) { b.RecordA(1); return b; } }")]
    public Task Accepts(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(markup);
}
