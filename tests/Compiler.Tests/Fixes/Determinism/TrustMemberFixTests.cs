using Daybook.Analyzers.Determinism;
using Daybook.CodeFixes.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Determinism;

public class TrustMemberFixTests : SingleFixTests<TrustMemberFix>
{
    private const string Vendor = "namespace Vendor; public static class Money { public static decimal Round(decimal value) => value; }";

    private const string Program = """
        [Event("paid")]
        public sealed partial record Paid(decimal Amount);

        [State("account")]
        public sealed partial record Account
        {
            public static Account Initial { get; } = new();
            public decimal Total { get; init; }

            [Reducer]
            public Account On(Paid e) => this with { Total = Vendor.Money.Round(e.Amount) };
        }
        """;

    [Fact]
    public async Task A_member_of_another_assembly_is_trusted_in_a_new_file()
    {
        var documents = await FixVerifier.FixAsync<DeterminismAnalyzer, TrustMemberFix>(action: null, ("Vendor/Money.cs", Vendor), ("App/Source.cs", Program));
        Assert.Equal("UNKNOWN\tallow\tM:Vendor.Money.Round(System.Decimal)\tis trusted\n", documents["App/trusted.determinism.txt"]);
    }

    [Theory]
    [InlineData("# ours", "# ours\n")]
    [InlineData("# ours\n", "# ours\n")]
    [InlineData("", "")]
    public async Task A_file_that_is_there_gets_another_line(string before, string after)
    {
        var documents = await FixVerifier.FixAsync<DeterminismAnalyzer, TrustMemberFix>(action: null, ("Vendor/Money.cs", Vendor), ("App/our.determinism.txt", before), ("App/Source.cs", Program));
        Assert.Equal(after + "UNKNOWN\tallow\tM:Vendor.Money.Round(System.Decimal)\tis trusted\n", documents["App/our.determinism.txt"]);
    }

    [Fact]
    public Task Nothing_is_offered_for_what_the_project_declares() => FixVerifier.OffersNothingAsync<DeterminismAnalyzer, TrustMemberFix>(
        Program.Replace("Vendor.Money", "Prices", StringComparison.Ordinal) + "\npublic static class Prices { public static Func<decimal, decimal> Round = Math.Round; }");
}
