using Daybook.Analyzers.Shape;
using Daybook.Analyzers.Versions;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Versions;

public class CasterRuleTests
{
    private const string Events =
        "[Event(\"x\")] public partial record X1(int N); [Event(\"x\", Version = 2)] public partial record X(int N, int M = 0); [Event(\"y\")] public readonly partial record struct Y(int N); ";

    [Theory]
    [InlineData("class C { [Upcaster] internal X {|DAY1300:Up|}(X1 e) => new(e.N); }")]
    [InlineData("class C { [Downcaster] internal X1 {|DAY1300:Down|}(X e) => new(e.N); }")]
    [InlineData("static class C { [Upcaster] internal static X {|DAY1301:Up|}(int n) => new(n); }")]
    [InlineData("static class C { [Upcaster] internal static X {|DAY1301:Up|}() => new(1); }")]
    [InlineData("static class C { [Upcaster] internal static X {|DAY1301:Up|}(X1 e, int n) => new(n); }")]
    [InlineData("static class C { [Upcaster] internal static X {|DAY1301:Up|}(X1 e, EventContext c, int n) => new(n); }")]
    [InlineData("static class C { [Upcaster] internal static X {|DAY1301:Up|}(ref X1 e) => new(1); }")]
    [InlineData("static class C { [Upcaster] internal static X {|DAY1301:Up|}<T>(X1 e) => new(1); }")]
    [InlineData("static class C<T> { [Upcaster] internal static X {|DAY1301:Up|}(X1 e) => new(1); }")]
    [InlineData("static class C { [Upcaster] internal static async System.Threading.Tasks.Task<X> {|DAY1301:Up|}(X1 e) => new(1); }")]
    [InlineData("static class C { [Upcaster] internal static void {|DAY1301:Up|}(X1 e) { } }")]
    [InlineData("static class C { [Upcaster] internal static X[] {|DAY1301:Up|}(X1 e) => []; }")]
    [InlineData("static class C { [Upcaster] internal static (X, int) {|DAY1301:Up|}(X1 e) => (new(1), 1); }")]
    [InlineData("static class C { [Upcaster] internal static (X, Y)? {|DAY1301:Up|}(X1 e) => null; }")]
    [InlineData("static class C { static X _x = new(1); [Upcaster] internal static ref X {|DAY1301:Up|}(X1 e) => ref _x; }")]
    [InlineData("static class C { [Downcaster] internal static X1? {|DAY1302:Down|}(X e) => null; }")]
    [InlineData("static class C { [Downcaster] internal static Y {|DAY1302:Down|}(X e) => new(1); }")]
    [InlineData("static class C { [Downcaster] internal static X {|DAY1302:Down|}(X1 e) => new(1); }")]
    [InlineData("static class C { [Downcaster] internal static X1 {|DAY1302:Down|}(X e, EventContext c) => new(1); }")]
    [InlineData("static class C { [Upcaster] static X {|DAY1303:Up|}(X1 e) => new(1); }")]
    [InlineData("class D { private static class C { [Upcaster] internal static X {|DAY1303:Up|}(X1 e) => new(1); } }")]
    [InlineData("file static class C { [Upcaster] internal static X {|DAY1303:Up|}(X1 e) => new(1); }")]
    [InlineData("static class C { [Upcaster] internal static X1 {|DAY1307:Up|}(X e) => new(1); }")]
    [InlineData("static class C { [Upcaster] internal static X1 {|DAY1307:Up|}(X1 e) => e; }")]
    [InlineData("[Event(\"z\")] internal partial record Z; static class C { [Upcaster] internal static X Up(Z {|DAY1308:e|}) => new(1); }")]
    public Task Declines(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(Events + markup);

    [Theory]
    [InlineData("static class C { [Upcaster] internal static X Up(X1 e) => new(e.N); }")]
    [InlineData("static class C { [Upcaster] public static X? Up(in X1 e) => null; }")]
    [InlineData("static class C { [Upcaster] internal static Y? Up(X1 e, in EventContext c) => null; [Upcaster] internal static (Y? A, Y) Up(X e, EventContext c) => default; [Downcaster] internal static X1 Down(in X e) => new(e.N); }")]
    [InlineData("public static partial class O { [Event(\"z\")] private partial record Z1; [Event(\"z\", Version = 2)] private partial record Z; internal static class C { [Upcaster] internal static X Up(X1 e) => new(e.N); } }")]
    [InlineData("public partial record R { [Upcaster] internal static X Up(X1 e) => new(e.N); }")]
    [InlineData("[Event(\"z\")] internal partial record Z1; [Event(\"z\", Version = 2)] internal partial record Z; static class C { [Upcaster] internal static Z @new(Z1 e) => new(); }")]
    public Task Accepts(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(Events + markup);

    [Theory]
    [InlineData("static class C { [Upcaster] internal static X A(X1 e) => new(1); [Upcaster] internal static X {|DAY1305:B|}(X1 e) => new(1); }")]
    [InlineData("static class C { [Upcaster] internal static X A(X1 e) => new(1); [Downcaster] internal static X1 D(X e) => new(1); [Downcaster] internal static X1 {|DAY1305:E|}(X e) => new(1); }")]
    [InlineData("static class C { [Upcaster] internal static Y {|DAY1306:A|}(X1 e) => new(1); [Upcaster] internal static (X, X1?) {|DAY1306:B|}(Y e) => default; }")]
    public Task Lead_up_without_doubt(string markup) => Verifier.VerifyAsync<EventVersionAnalyzer>(Events + markup);
}
