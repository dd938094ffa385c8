using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Shape;

public class PeerAttributeTests
{
    [Theory]
    [InlineData("[Event(\"a\")] public partial record A([property: {|DAY1122:MessagePack.Key(\"x\")|}] int X);")]
    [InlineData("[Event(\"a\"), {|DAY1122:MessagePack.MessagePackObject(true)|}] public partial record A(int X);")]
    [InlineData("[MessagePack.MessagePackObject(keyAsPropertyName: true)] public record M(int X); [Event(\"a\")] public partial record A({|DAY1122:M|} X);")]
    [InlineData("[Event(\"a\")] public partial record A([WireKey(1)][property: {|DAY1123:MessagePack.Key(2)|}] int X);")]
    [InlineData("[Event(\"a\")] public partial record A([property: MessagePack.Key(1)] int X, [property: {|DAY1100:MessagePack.Key(1)|}] int Y);")]
    [InlineData("[Event(\"a\")] public partial record A([property: {|DAY1102:MessagePack.Key(-1)|}] int X);")]
    [InlineData("[Event(\"a\")] public partial record A([property: {|DAY1115:MessagePack.IgnoreMember|}] int X);")]
    [InlineData("[Event(\"a\")] public partial record A([property: {|DAY1124:MessagePack.MessagePackFormatter(typeof(string))|}] int X);")]
    [InlineData("[MessagePack.MessagePackFormatter(typeof(string))] public record M(int X); [Event(\"a\")] public partial record A({|DAY1124:M|} X);")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1107:U|} X); [MessagePack.Union(0, typeof(C)), MessagePack.Union(0, typeof(D))] public interface U; public record C : U; public record D : U;")]
    [InlineData("[Event(\"a\")] public partial record A({|DAY1109:U|} X); [MessagePack.Union(0, \"C\")] public interface U; public record C : U;")]
    [InlineData("public class M { [MessagePack.SerializationConstructor] public M(string other) { } public M(int x) { } public int X { get; set; } } [Event(\"a\")] public partial record A({|DAY1105:M|} X);")]
    public Task Declines(string markup) => Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(markup + PeerAttributes.Source);

    [Theory]
    [InlineData("[{|DAY1123:WireUnion(0, typeof(C))|}, MessagePack.Union(1, typeof(C))] public interface U; public record C : U;")]
    public Task Declines_unions_that_disagree(string markup) => Verifier.VerifyAsync<MemberTypeAnalyzer>(markup + PeerAttributes.Source);

    [Theory]
    [InlineData("[Event(\"a\")] public partial record A([WireKey(2)][property: MessagePack.Key(2)] int X, [property: MessagePack.Key(0)] int Y);")]
    [InlineData("[Event(\"a\")] public partial record A(U X); [WireUnion(0, typeof(C)), MessagePack.Union(0, typeof(C))] public interface U; public record C : U;")]
    [InlineData("[MessagePack.MessagePackFormatter(typeof(string)), Formatter(typeof(F))] public record M(int X); [Event(\"a\")] public partial record A(M X, [property: MessagePack.MessagePackFormatter(typeof(string)), Formatter(typeof(F))] M Y); public class F : IFormatter<M, int> { public static int ToWire(M m) => m.X; public static M FromWire(int x) => new(x); }")]
    [InlineData("[MessagePack.Union(0, typeof(C))] public interface NotOurs; public record C : NotOurs; public record D : NotOurs;")]
    public async Task Accepts(string markup)
    {
        await Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(markup + PeerAttributes.Source);
        await Verifier.VerifyAsync<MemberTypeAnalyzer>(markup + PeerAttributes.Source);
    }

    [Fact]
    public void Keys_unions_and_ignored_members_are_those_of_the_attributes() => Assert.Contains(
        "event a@1 (0 Y: union U {-2: D(), 3: C(0 X: int32)}, 2 X: int32, 3 M: M(0 X: int32 = 4))",
        TestCompiler.Generate(
            """
            using Daybook; using MessagePack;
            [Event("a"), MessagePackObject] public partial record A([property: Key(2)] int X, [property: Key(0)] U Y, [property: IgnoreMember] int Z = 3) { [Key(3)] public M M { get; init; } }
            [Union(3, typeof(C)), Union(-2, typeof(D))] public abstract record U;
            public record C([property: Key(0)] int X) : U;
            public record D : U { [IgnoreMember] public object? Cache { get; set; } }
            public class M { public M() { } [SerializationConstructor] public M(int x = 4) => X = x; public M(int x, int y) => X = x + y; [Key(0)] public int X { get; set; } [IgnoreMember] public int Y { get; set; } }
            """ + PeerAttributes.Source)["A.g.cs"],
        StringComparison.Ordinal);
}
