using Daybook.Analyzers.Determinism;
using Daybook.CodeFixes.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Determinism;

/// <summary>Statics that nothing writes.</summary>
public class MakeReadOnlyFixTests : FixAllTests<DeterminismAnalyzer, MakeReadOnlyFix>
{
    private static readonly string Shared = ReducerProgram.Around("return this with { Count = Shared };");

    private static readonly string ReadOnly = Shared.Replace("static /* b */ int /* c */ Shared", "static /* b */ readonly int /* c */ Shared", StringComparison.Ordinal);

    protected override IReadOnlyList<(string Path, string Before, string After)> Documents => Everywhere(Shared, ReadOnly);

    [Fact]
    public async Task A_static_that_nothing_writes_becomes_read_only() => Assert.Equal(ReadOnly, await FixVerifier.FixAsync<DeterminismAnalyzer, MakeReadOnlyFix>(Shared));

    [Theory]
    [InlineData("return this with { Count = Written };")]
    [InlineData("Shared = 2; return this;")]
    [InlineData("return this with { Count = System.Threading.Volatile.Read(ref Shared) };")]
    public async Task A_static_that_is_written_stays(string body) => await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, MakeReadOnlyFix>(ReducerProgram.Around(body));
}
