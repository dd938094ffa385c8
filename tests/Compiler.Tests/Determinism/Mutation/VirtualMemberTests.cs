using Daybook.Analyzers.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Determinism.Mutation;

/// <summary>Members of states that others may override: no record that derives from a state is ever written, so only those of the project count.</summary>
public class VirtualMemberTests
{
    private const string Before = """
        [Event("test.happened")] public sealed partial record Happened(int Number);
        [State("open")] public partial record Open
        {
            public static Open Initial { get; } = new();

        """;

    [Theory]
    [InlineData("public virtual int N { get; init; } [Reducer] public Open On(Happened e) => this with { N = N + 1 }; }")]
    [InlineData("public virtual int N { get; init; } [Reducer] public static Open On(Open open, Happened e) => open with { N = open.N + Twice(open) }; static int Twice(Open open) => open.N * 2; }")]
    [InlineData("public virtual int N => 1; public int Last { get; init; } [Reducer] public Open On(Happened e) => this with { Last = N }; }")]
    [InlineData("public virtual List<int> L => []; [Reducer] public Open On(Happened e) { L.Add(1); return this; } } sealed record More : Open { public override List<int> L => [2]; }")]
    public Task Are_known(string members) => Verifier.VerifyAsync<DeterminismAnalyzer>(Before + members);

    [Theory]
    [InlineData("public virtual int N { get; init; } [Reducer] public Open On(Happened e) => this with { N = {|DAY2000:N|} + 1 }; } sealed record More : Open { public override int N { get => DateTime.UtcNow.Day; init { } } }")]
    [InlineData("public virtual List<int> L { get; init; } = []; [Reducer] public Open On(Happened e) { {|DAY2070:L.Add(1)|}; return this; } }")]
    [InlineData("public virtual List<int> L => []; [Reducer] public Open On(Happened e) { {|DAY2070:L.Add(1)|}; return this; } } sealed record More : Open { public override List<int> L { get; } = []; }")]
    [InlineData("public Rate Rate { get; init; } = new(); public int Last { get; init; } [Reducer] public Open On(Happened e) => this with { Last = {|DAY2900:Rate.N|} }; } public class Rate { public virtual int N { get; init; } }")]
    public Task Are_followed_to_every_override(string members) => Verifier.VerifyAsync<DeterminismAnalyzer>(Before + members);
}
