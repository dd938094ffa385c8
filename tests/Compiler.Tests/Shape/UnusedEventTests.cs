using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Shape;

public class UnusedEventTests
{
    private const string State = "[Event(\"x\")] public partial record X(int N); [State(\"s\")] internal partial record S { [Reducer] S On(X e) => this; } ";

    [Theory]
    [InlineData("[Event(\"a\")] internal partial record {|DAY1218:A|};")]
    [InlineData("[Event(\"a\")] partial record {|DAY1218:A|}(int N);")]
    [InlineData("internal partial class Outer { [Event(\"a\")] public partial record {|DAY1218:A|}; }")]
    [InlineData("public partial class Outer { [Event(\"a\")] private partial record {|DAY1218:A|}; }")]
    [InlineData("public partial class Outer { [Event(\"a\")] protected internal partial record {|DAY1218:A|}; }")]
    [InlineData("[Event(\"a\")] internal partial record {|DAY1218:A|}; [Event(\"b\")] internal readonly partial record struct {|DAY1218:B|}(int N);")]
    [InlineData("[Event(\"a\")] internal partial record {|DAY1218:A|} { public A(int n) => N = n; public int N { get; init; } }")]
    [InlineData("[Event(\"a\")] internal partial record {|DAY1218:A|}; /// <summary>Like <see cref=\"A\"/>.</summary>\npublic class C { public string Text => \"A\"; }")]
    [InlineData("[Event(\"a\")] internal partial record {|DAY1218:A|}; public class C { public void A() { } public int B; }")]
    public Task Finds(string markup) => Verifier.VerifyAsync<UnusedEventAnalyzer>(State + markup);

    [Theory]
    [InlineData("[Event(\"a\")] public partial record A;")]
    [InlineData("public partial class Outer { [Event(\"a\")] public partial record A; }")]
    [InlineData("[Event(\"a\")] internal partial record A; [State(\"t\")] internal partial record T { [Reducer] T On(A e) => this; }")]
    [InlineData("[Event(\"a\")] internal partial record A; [State(\"t\")] internal partial record T { [Reducer] static T On(T t, in A e, EventContext c) => t; }")]
    [InlineData("[Event(\"a\")] internal partial record A; [State(\"t\"), Records<A>] internal partial record T;")]
    [InlineData("[Event(\"a\")] internal partial record A; [State(\"t\", View = true)] internal partial record T { [Reducer] T On(A e) => this; }")]
    [InlineData("[Event(\"a\")] internal partial record A; internal static class U { [Upcaster] internal static X Up(A e) => new(1); }")]
    [InlineData("[Event(\"a\")] internal partial record A; public class C { public object Make() => new A(); }")]
    [InlineData("[Event(\"a\")] internal partial record A; public class C { public bool Is(object o) => o is A; }")]
    [InlineData("[Event(\"a\")] internal partial record A; public class C { public Type Type => typeof(A); }")]
    [InlineData("internal record Plain; internal class Other;")]
    public Task Accepts(string markup) => Verifier.VerifyAsync<UnusedEventAnalyzer>(State + markup);
}
