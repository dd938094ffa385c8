using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Shape;

public class UnionRuleTests
{
    private const string Cases = " public sealed record C(int X) : U; public sealed record D : U;";

    [Theory]
    [InlineData("[{|DAY1106:WireUnion(0, typeof(C))|}] public record U; public record C : U;")]
    [InlineData("[WireUnion(0, typeof(C)), WireUnion({|DAY1107:0|}, typeof(D))] public abstract record U;" + Cases)]
    [InlineData("[WireUnion(0, typeof(C)), WireUnion(1, typeof(D)), WireUnion(2, typeof({|DAY1108:C|}))] public abstract record U;" + Cases)]
    [InlineData("[WireUnion(0, typeof(C)), WireUnion(1, typeof(D)), WireUnion(caseType: typeof({|DAY1109:string|}), tag: 2)] public abstract record U;" + Cases)]
    [InlineData("[WireUnion(0, typeof(C)), WireUnion(1, typeof(D)), WireUnion(2, typeof({|DAY1109:U|}))] public abstract record U;" + Cases)]
    [InlineData("[WireUnion(0, typeof(C)), WireUnion(1, typeof(D)), WireUnion(2, typeof({|DAY1109:U[]|}))] public abstract record U;" + Cases)]
    [InlineData("[WireUnion(0, typeof(C)), WireUnion(1, typeof(D)), WireUnion(2, {|DAY1109:null!|})] public abstract record U;" + Cases)]
    [InlineData("[WireUnion(0, typeof(C)), WireUnion(1, typeof(D)), WireUnion(2, typeof({|DAY1110:M|}))] public abstract record U; public abstract record M : U;" + Cases)]
    [InlineData("[WireUnion(0, typeof({|DAY1111:C<>|}))] public abstract record U; public record C<T>(T X) : U;")]
    [InlineData("[WireUnion(0, typeof(C))] public abstract record U; public record C(int X) : U; public record {|DAY1113:D|}() : C(1);")]
    [InlineData("[WireUnion(0, typeof(C))] public interface U; public record C(int X) : U; public struct {|DAY1113:D|} : U; public abstract record E : U; class Outer { sealed class {|DAY1113:F|} : U; }")]
    [InlineData("[WireUnion(0, typeof(U<>.C))] public abstract record U<T> { public record C(T X) : U<T>; public record {|DAY1113:D|} : U<T>; } public record {|DAY1113:E|} : U<int>;")]
    public Task Declines_where_the_union_stands(string markup) => Verifier.VerifyAsync<MemberTypeAnalyzer>(markup);

    [Theory]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1112:U|} X); [WireUnion(0, typeof(C))] public abstract record U { private sealed record C : U; }")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1112:U|} X); [WireUnion(0, typeof(C))] public interface U; file sealed record C : U;")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1103:U|} X); [WireUnion(0, typeof(C))] public interface U; public sealed record C(object X) : U;")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1114:List<U>|} X); [WireUnion(0, typeof(C))] public interface U; public sealed record C(V X) : U; public interface V;")]
    public Task Declines_where_the_union_is_used(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(markup);

    [Theory]
    [InlineData("[Event(\"a\")] public partial record A(U X, U? Y, List<U?> Z, Dictionary<string, U[]> W); [WireUnion(-3, typeof(C)), WireUnion(7, typeof(D))] public abstract record U;" + Cases)]
    [InlineData("[Event(\"a\")] public partial record A(U X); [WireUnion(0, typeof(C)), WireUnion(1, typeof(D)), WireUnion(2, typeof(S))] public interface U; public class C : U; public sealed class D : C; public readonly record struct S(int X) : U;")]
    [InlineData("[Event(\"a\")] public partial record A(A.U X) { [WireUnion(0, typeof(C))] public abstract record U { private protected sealed record Unused; internal sealed record C : U; } }")]
    [InlineData("[Event(\"a\")] public partial record A(U X); [WireUnion(0, typeof(L)), WireUnion(1, typeof(P))] public abstract record U; public record L(U? N, List<U> M) : U; public record P(U A, (U, U?) B) : U;")]
    [InlineData("[Event(\"a\")] public partial record A(U<int> X, U<string?> Y); [WireUnion(0, typeof(U<>.C)), WireUnion(1, typeof(D<>)), WireUnion(2, typeof(I))] public abstract record U<T> { public record C(T X) : U<T>; } public record D<T>(T[] X) : U<T>; public record I : U<int>;")]
    [InlineData("[Event(\"a\")] public partial record A(U X); [WireUnion(0, typeof(C<int>)), WireUnion(1, typeof(C<string>))] public interface U; public record C<T>(T X) : U;")]
    [InlineData("[Event(\"a\")] public partial record A(U X); [WireUnion(0, typeof(B))] public interface U; [Event(\"b\")] public sealed partial record B(A? Back) : U;")]
    public async Task Accepts(string markup)
    {
        await Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(markup);
        await Verifier.VerifyAsync<MemberTypeAnalyzer>(markup);
    }

    [Fact]
    public void Nothing_is_written_for_an_event_whose_union_is_wrong() => Assert.DoesNotContain(
        "A.g.cs",
        TestCompiler.Run(TestCompiler.Compile("using Daybook; [Event(\"a\")] public partial record A(U X); [WireUnion(0, typeof(C)), WireUnion(0, typeof(D))] public abstract record U;" + Cases)).Files.Keys);
}
