using System.Collections.Immutable;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.Schema;

/// <summary>What changes the value over a state's reducers, and what does not.</summary>
public class ReducersValueTests
{
    private const string Shop = """
        using Daybook;
        using System.Collections.Generic;
        using System.Linq;

        [Event("x")] public partial record X(int N);

        public interface IRule { int Apply(int n); }
        public class Twice : IRule { public int Apply(int n) => n * 2; }
        public abstract class Base { public abstract int Run(int n); }
        public class Derived : Base { public override int Run(int n) => n + 7; }

        public class Price(int amount)
        {
            private readonly int _fee = Fees.Fixed;
            public int Amount { get; } = amount;
            public int Total { get { return Amount + _fee; } }
            public int Unused { get { return 5; } }
            public static Price operator +(Price left, int right) => new(left.Amount + right);
            public void Deconstruct(out int amount, out int total) { amount = Amount; total = Total; }
            public IEnumerator<int> GetEnumerator() { yield return 11; }
            public static implicit operator int(Price price) => price.Amount + 21;
        }

        public static class Fees
        {
            public const int Fixed = 3;
            public static readonly int Rate = Start();
            static int Start() => 4;
            public static int Plus(this int n, int more = 13) => n + more;
        }

        public enum Kind { One = 1, Two = 2 }

        [State("s")]
        public partial record S
        {
            public int N { get; init; } = 1;

            [Reducer]
            S On(X e)
            {
                // Why.
                int Local(int n) => n + 17;
                System.Func<int, int> lambda = n => n + 19;
                IRule rule = new Twice();
                Base run = new Derived();
                Price price = new Price(e.N) + 2;
                (int a, int b) = price;
                int sum = Fees.Rate;
                foreach (int item in price) { sum += item; }
                int converted = price;
                return this with { N = N + rule.Apply(price.Total) + run.Run(a) + b + sum + converted + (int)Kind.Two + e.N.Plus() + Local(1) + lambda(2) };
            }
        }
        """;

    [Theory]
    [InlineData("int N { get; init; } = 1", "int N { get; init; } = 01")]
    [InlineData("n * 2", "n * 3")]
    [InlineData("n + 7", "n + 8")]
    [InlineData("private readonly int _fee = Fees.Fixed", "private readonly int _fee = Fees.Fixed + 1")]
    [InlineData("Amount + _fee", "_fee + Amount")]
    [InlineData("Amount { get; } = amount", "Amount { get; } = amount + 0")]
    [InlineData("left.Amount + right", "left.Amount - right")]
    [InlineData("total = Total", "total = Total + 1")]
    [InlineData("yield return 11", "yield return 12")]
    [InlineData("price.Amount + 21", "price.Amount + 22")]
    [InlineData("Fixed = 3", "Fixed = 5")]
    [InlineData("Start() => 4", "Start() => 5")]
    [InlineData("n + more", "n - more")]
    [InlineData("int more = 13", "int more = 14")]
    [InlineData("Two = 2", "Two = 3")]
    [InlineData("n + 17", "n + 18")]
    [InlineData("n + 19", "n + 20")]
    [InlineData("new Price(e.N) + 2", "new Price(e.N) + 3")]
    public async Task Changes_with_all_that_a_reducer_reaches(string before, string after)
    {
        Assert.Contains(before, Shop, StringComparison.Ordinal);
        using LockProject accepted = await LockProject.AcceptedAsync(Shop);
        using LockProject changed = accepted.With(Shop.Replace(before, after, StringComparison.Ordinal));
        Diagnostic diagnostic = Assert.Single(await changed.AnalyzeAsync(), diagnostic => diagnostic.Id == "DAY1540");
        Assert.Equal("S", changed.Source().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("// Why.", "/* Because. */")]
    [InlineData("int sum = Fees.Rate;", "int  sum\n    =   Fees . Rate ;")]
    [InlineData("return 5", "return 6")]
    [InlineData("public enum Kind { One = 1,", "/// <summary>Documented.</summary>\npublic enum Kind { [System.Obsolete] One = 1,")]
    [InlineData("    [Reducer]\n", "    #region Reducers\n    #endregion\n    [System.Obsolete, Reducer]\n")]
    [InlineData("public static class Fees", "#if NEVER\npublic static class Fee;\n#endif\npublic static partial class Fees")]
    [InlineData("\n", "\r\n")]
    public async Task Stays_with_layout_comments_documentation_and_what_is_not_reached(string before, string after)
    {
        Assert.Contains(before, Shop, StringComparison.Ordinal);
        using LockProject accepted = await LockProject.AcceptedAsync(Shop);
        using LockProject changed = accepted.With(Shop.Replace(before, after, StringComparison.Ordinal));
        Assert.Empty(await changed.AnalyzeAsync());
    }

    [Theory]
    [InlineData("using var r = new R(); return this;", "class R : System.IDisposable { public void Dispose() { _ = 1; } }")]
    [InlineData("return new R() is [1, ..] ? this : this with { N = 1 };", "class R { public int Count => 1; public int this[int i] { get { return 1; } } }")]
    [InlineData("return this with { N = new R()[^1] };", "class R { public int Count { get { return 1; } } public int this[int i] => 2; }")]
    [InlineData("int[] all = [.. new R()]; return this with { N = all.Length };", "class R { public IEnumerator<int> GetEnumerator() { yield return 1; } }")]
    [InlineData("R r = [2]; return this;", "class R : System.Collections.IEnumerable { public void Add(int n) { _ = 1; } public System.Collections.IEnumerator GetEnumerator() => null!; }")]
    [InlineData("return this with { N = $\"{new R()}\".Length };", "class R { public override string ToString() { return \"1\"; } }")]
    [InlineData("return this with { N = new Q(new R()).ToString().Length };", "record Q(R R); class R { public override string ToString() { return \"1\"; } }")]
    [InlineData("return new Q(new R()) == new Q(new R()) ? this : this with { N = 1 };", "record Q(R R); class R { public override bool Equals(object? other) { return 1 == 2; } public override int GetHashCode() => 0; }")]
    [InlineData("var q = new Q(3) with { N = 4 }; return this;", "record Q(int N) { protected Q(Q other) { N = 1; } }")]
    [InlineData("R? r = new R(); r++; return this;", "struct R { public static implicit operator int(R r) { return 1; } public static implicit operator R(int n) => default; }")]
    [InlineData("return this with { N = Maker.Make<R>().N };", "static class Maker { public static T Make<T>() where T : new() => new(); } class R { public int N = 1; }")]
    [InlineData("var all = new List<int> { 3, 2 }; all.Sort(new R()); return this;", "class R : IComparer<int> { public int Compare(int x, int y) { return 1; } }")]
    [InlineData("return this with { N = R.Next() };", "static class R { static int _n; static R() { _n = 1; } public static int Next() => _n; }")]
    public async Task Changes_with_what_is_called_without_a_call_in_the_text(string body, string others) =>
        Assert.Equal("DAY1540", Assert.Single(await AnalyzeChangeAsync(body, others)).Id);

    [Theory]
    [InlineData("var q = new Q(3) with { N = 4 }; return this;", "record Q(int N) { protected Q(Q other) => N = 4; public override string ToString() { return \"1\"; } }")]
    [InlineData("(int a, int b) = new Q(3, 4); return this with { N = a + b };", "record Q(int N, int M) { public int Sum { get { return 1; } } }")]
    public async Task Stays_with_members_of_records_that_are_not_called(string body, string others) =>
        Assert.Empty(await AnalyzeChangeAsync(body, others));

    [Fact]
    public async Task Stays_when_parts_and_types_move_between_files()
    {
        const string Event = "using Daybook; [Event(\"x\")] public partial record X(int N);";
        const string First = "using Daybook; [State(\"s\")] public partial record S { public int N { get; init; } [Reducer] S On(X e) => Add(e.N); }";
        const string Second = "public partial record S { S Add(int n) => this with { N = N + Helper.Twice(n) }; }";
        const string Help = "static class Helper { public static int Twice(int n) => n * 2; }";
        using LockProject accepted = await LockProject.AcceptedAsync(Event, First, Second, Help);
        using LockProject moved = accepted.With(Help + Second, First, Event);
        Assert.Empty(await moved.AnalyzeAsync());
        using LockProject joined = accepted.With(First + Second + Help, Event);
        Assert.Empty(await joined.AnalyzeAsync());
    }

    [Fact]
    public async Task Is_the_same_on_every_machine()
    {
        using LockProject project = await LockProject.AcceptedAsync(Shop);
        Assert.Contains("\nreducers s@1 ", project.Lock, StringComparison.Ordinal);
        using LockProject again = await LockProject.AcceptedAsync(Shop);
        Assert.Equal(project.Lock, again.Lock);
    }

    [Fact]
    public async Task Follows_the_initial_value_and_literals_over_several_lines()
    {
        const string Before = "using Daybook; [Event(\"x\")] public partial record X(int N); [State(\"s\")] public partial record S(int N) { public static S Initial { get; } = new(1); [Reducer] S On(X e) => this with { N = Text.Length }; const string Text = \"\"\"\n    a\n    b\n    \"\"\"; }";
        using LockProject accepted = await LockProject.AcceptedAsync(Before);
        using LockProject initial = accepted.With(Before.Replace("new(1)", "new(2)", StringComparison.Ordinal));
        Assert.Equal("DAY1540", Assert.Single(await initial.AnalyzeAsync()).Id);
        using LockProject literal = accepted.With(Before.Replace("    b", "    c", StringComparison.Ordinal));
        Assert.Equal("DAY1540", Assert.Single(await literal.AnalyzeAsync()).Id);
        using LockProject windows = accepted.With(Before.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Empty(await windows.AnalyzeAsync());
    }

    /// <summary>What is said when a 7 stands where a 1 stood beside a reducer.</summary>
    private static async Task<ImmutableArray<Diagnostic>> AnalyzeChangeAsync(string body, string others)
    {
        string program = LockProject.Usings + $$"""
            [Event("x")] public partial record X(int N);
            [State("s")] public partial record S { public int N { get; init; } [Reducer] S On(X e) { {{body}} } }
            {{others}}
            """;
        using LockProject accepted = await LockProject.AcceptedAsync(program);
        using LockProject changed = accepted.With(program.Replace(others, others.Replace('1', '7'), StringComparison.Ordinal));
        return await changed.AnalyzeAsync();
    }
}
