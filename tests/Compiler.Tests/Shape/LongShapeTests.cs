using System.Globalization;
using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Shape;

/// <summary>Types that mention each other in too many ways are refused before they fill the memory.</summary>
public class LongShapeTests
{
    [Fact]
    public async Task Types_that_all_hold_each_other_are_refused() => await Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(
        "[Event(\"a\")] public partial record Moved(int Count, Node0 {|DAY1127:Node|}, int Other); [State(\"s\")] public partial record S { public Node0? {|DAY1127:Node|} { get; init; } [Reducer] S On(Opened e) => this; } [Event(\"o\")] public partial record Opened;",
        Nodes(20));

    [Fact]
    public async Task Chains_of_pairs_are_refused() => await Verifier.VerifyAsync<UnusableDeclarationAnalyzer>(
        "[Event(\"a\")] public partial record Moved(Pair0 {|DAY1127:Pair|});",
        Chain(25));

    [Fact]
    public void Less_is_written_out() => Assert.Contains("Pair3(0 Left: int32, 1 Right: int32)", string.Concat(TestCompiler.Generate(
        Verifier.Usings + "[Event(\"a\")] public partial record Moved(Pair0 Pair);", Chain(4)).Values), StringComparison.Ordinal);

    private static string Nodes(int count) => string.Concat(Enumerable.Range(0, count).Select(index => string.Create(
        CultureInfo.InvariantCulture, $"public sealed record Node{index}({string.Join(", ", Enumerable.Range(0, count).Select(other => $"Node{other}? To{other}"))});\n")));

    private static string Chain(int count) => string.Concat(Enumerable.Range(0, count).Select(index => string.Create(
        CultureInfo.InvariantCulture, $"public sealed record Pair{index}({(index < count - 1 ? $"Pair{index + 1} Left, Pair{index + 1} Right" : "int Left, int Right")});\n")));
}
