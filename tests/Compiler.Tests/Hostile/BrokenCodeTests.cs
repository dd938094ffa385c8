using Daybook.Compiler.Tests.Determinism;
using Daybook.Compiler.Tests.Hostile.Mutations;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Hostile;

public class BrokenCodeTests
{
    private const string Source =
        """
        using System.Collections.Immutable;
        using Daybook;
        namespace Shop;
        [Event("cart.opened", Version = 2)] public partial record Opened([property: WireKey(0)] string Customer, [WireKey(1)] (int A, int? B) Pair = default);
        [Event("cart.item-added")] public partial record ItemAdded(string Sku, int Quantity = 1, decimal UnitPrice = 9.95m) { public required Line[] Lines { get; init; } = []; }
        public readonly record struct Line(string Sku, ImmutableDictionary<string, Line[]>? Map);
        partial class Outer { [State("cart"), Records<ItemAdded>(As = "Item")] internal partial record Cart
        {
            public static Cart Initial { get; } = new();
            public ImmutableArray<Line> Lines { get; init; } = [];
            [Reducer] Cart On(Opened e) => this with { Lines = Lines };
            [Reducer] static Cart On(Cart cart, ItemAdded e, EventContext context) => cart;
        } }
        """;

    [Fact]
    public void The_whole_source_compiles() => TestCompiler.Generate(Source);

    [Fact]
    public void Code_that_is_being_typed_never_stops_the_generator()
    {
        for (int length = 0; length < Source.Length; length += 7)
        {
            TestCompiler.Run(TestCompiler.Compile(Source[..length]));
        }
    }

    [Fact]
    public void Code_with_a_hole_never_stops_the_generator()
    {
        for (int start = 0; start + 5 < Source.Length; start += 11)
        {
            TestCompiler.Run(TestCompiler.Compile(Source.Remove(start, 5)));
        }
    }

    [Theory]
    [InlineData("[Event(\"a\")] partial record A(int X); [Event(\"a\")] partial record A;")]
    [InlineData("[Event(\"a\")] partial record A(int X); [Event(\"a\")] partial record struct A(int Y);")]
    [InlineData("[Event(\"a\")] partial record (int X); [Event(\"a\")] partial record struct;")]
    [InlineData("enum E : Missing { X = Y } [Event(\"a\")] partial record A(E X, E? Y = E.Z);")]
    [InlineData("[Event(\"a\")] partial record A(int X = \"text\") { public string Y { get; init; } = 1 + ; public int Z { get; init; } = Missing; }")]
    [InlineData("[Event(\"a\")] partial record A(System.Collections.Generic.List<> X, A<int>[] Y, (int, ) Z);")]
    [InlineData("[Event] partial record A(int X);")]
    [InlineData("[Event(1)] partial record A(int X);")]
    [InlineData("[Event(\"a\")] partial record A(Missing X);")]
    [InlineData("[Event(\"a\")] partial record A(int X, int X);")]
    [InlineData("[Event(\"a\")] partial record A(int X) : A(X);")]
    [InlineData("[State(\"s\")] partial record S { [Reducer] S On(Missing e) => this; }")]
    [InlineData("[State(\"s\"), Records<Missing>] partial record S;")]
    [InlineData("[Event(\"a\")] partial record A(U X); [WireUnion(0, typeof(Missing)), WireUnion(, typeof(A)), WireUnion(1), WireUnion(0, typeof(U<>))] abstract record U;")]
    [InlineData("[Event(\"a\")] partial record A(U X) : U; [WireUnion(0, typeof(A))] abstract record U : A; [WireUnion] interface V : V;")]
    [InlineData("[Event(\"a\")] partial record A([Formatter(typeof(Missing))] int X, [Formatter] int Y, [Formatter(typeof(IFormatter<,>))] int Z);")]
    [InlineData("[Event(\"a\")] partial record A([Formatter(typeof(F))] int X); class F : IFormatter<int, Missing>, IFormatter<int>, IFormatter<int, > { }")]
    [InlineData("[Event(\"a\")] partial record A([WireIgnore, WireIgnore] int X = , [WireIgnore(1)] int Y = 2);")]
    [InlineData("[Event(\"a\")] delegate void A();")]
    [InlineData("[Event(\"a\")] partial record struct A { A B { get; init; } }")]
    public void Errors_of_the_compiler_are_left_to_it(string source) => TestCompiler.Run(TestCompiler.Compile("using Daybook; " + source));

    [Theory]
    [InlineData("DateTime x = x.AddDays(1); return this with { At = new DateTimeOffset(x) };")]
    [InlineData("DateTime x = y.AddDays(1); DateTime y = x.AddDays(1); return this with { At = new DateTimeOffset(x) };")]
    [InlineData("TimeZoneInfo x = x; return this with { At = TimeZoneInfo.ConvertTime(e.At, x) };")]
    [InlineData("string x = x + 1.5; throw new Exception(x);")]
    [InlineData("string x = y + 1.5; string y = x + 1.5; throw new Exception(y);")]
    [InlineData("IEnumerable<string> x = x.Concat(x); return this with { Text = x.First() };")]
    [InlineData("foreach (var x in x.GroupBy(y => y)) foreach (var y in x) return this with { Text = y }; return this;")]
    [InlineData("Func<List<string>> x = e.Number > 1 ? x : x; x().Add(e.Value); return this;")]
    [InlineData("ref int x = ref x; x++; return this;")]
    [InlineData("Span<int> x = stackalloc int[x[0]]; return this with { Number = x[0] };")]
    [InlineData("List<string> x = x ?? Changing; x.Add(e.Value); return this;")]
    public async Task Values_that_lead_back_to_themselves_come_to_an_end(string body)
    {
        MutantAnalysis analysis = await MutantAnalysis.OfAsync(Verifier.Usings + DeterminismVerifier.Program(body, others: ""), TestContext.Current.CancellationToken);
        Assert.True(analysis.IsBroken);
        Assert.Null(analysis.Crash);
    }

    [Theory]
    [InlineData("return this with { Number = default(Own).GetHashCode() };")]
    [InlineData("return this with { Number = default(One).GetHashCode() };")]
    [InlineData("return this with { Text = $\"{default(Own)} {default(One)}\" };")]
    [InlineData("return this with { Number = default(Own) == default ? 1 : 0 };")]
    [InlineData("return this with { Number = new HashSet<One>().Count };")]
    public async Task Types_that_consist_of_themselves_come_to_an_end(string body)
    {
        const string Types = "public record struct Own(Own Other); public record struct One(Two Other); public record struct Two(One? Other);";
        MutantAnalysis analysis = await MutantAnalysis.OfAsync(Verifier.Usings + DeterminismVerifier.Program(body, Types), TestContext.Current.CancellationToken);
        Assert.True(analysis.IsBroken);
        Assert.Null(analysis.Crash);
    }
}
