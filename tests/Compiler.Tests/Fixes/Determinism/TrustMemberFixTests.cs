using Daybook.Analyzers.Determinism;
using Daybook.CodeFixes.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Determinism;

public class TrustMemberFixTests : FixAllTests<DeterminismAnalyzer, TrustMemberFix>
{
    // Other projects of a solution are other assemblies.
    protected override IReadOnlyList<(string Path, string Before, string After)> Documents =>
    [
        ("Vendor/Money.cs", Vendor, ""),
        ("App/A.cs", Calling("a", "Vendor.Money.Round(Vendor.Money.Convert(e.Amount)) + Vendor.Money.Round(1)"), ""),
        ("App/B.cs", Calling("b", "Vendor.Money.Round(e.Amount) + Vendor.Money.Cut(e.Amount)"), ""),
        ("App/our.determinism.txt", "# Ours.\nUNKNOWN\tallow\tM:Other\treviewed\n\n# Last.", ""),
        ("Shop/C.cs", Calling("c", "Vendor.Money.Cut(e.Amount)"), ""),
    ];

    protected override IEnumerable<(string Path, string Source)> After(int changed) => Documents
        .Select(document => (document.Path, document.Path is "App/our.determinism.txt" ? document.Before + "\n" + Trusted(changed > 1 ? ["Convert", "Cut", "Round"] : ["Convert", "Round"]) : document.Before))
        .Concat(changed > 2 ? [("Shop/trusted.determinism.txt", Trusted("Cut"))] : []);

    private const string Vendor = "namespace Vendor; public static class Money { public static decimal Round(decimal value) => value; public static decimal Cut(decimal value) => value; public static decimal Convert(decimal value) => value; }";

    private static readonly string Program = Calling("account", "Vendor.Money.Round(e.Amount)");

    [Fact]
    public async Task A_member_of_another_assembly_is_trusted_in_a_new_file()
    {
        var documents = await FixVerifier.FixAsync<DeterminismAnalyzer, TrustMemberFix>(action: null, ("Vendor/Money.cs", Vendor), ("App/Source.cs", Program));
        Assert.Equal(Trusted("Round"), documents["App/trusted.determinism.txt"]);
    }

    [Theory]
    [InlineData("# ours", "# ours\n")]
    [InlineData("# ours\n", "# ours\n")]
    [InlineData("", "")]
    public async Task A_file_that_is_there_gets_another_line(string before, string after)
    {
        var documents = await FixVerifier.FixAsync<DeterminismAnalyzer, TrustMemberFix>(action: null, ("Vendor/Money.cs", Vendor), ("App/our.determinism.txt", before), ("App/Source.cs", Program));
        Assert.Equal(after + Trusted("Round"), documents["App/our.determinism.txt"]);
    }

    [Fact]
    public Task Nothing_is_offered_for_what_the_project_declares() => FixVerifier.OffersNothingAsync<DeterminismAnalyzer, TrustMemberFix>(
        Program.Replace("Vendor.Money", "Prices", StringComparison.Ordinal) + "\npublic static class Prices { public static Func<decimal, decimal> Round = Math.Round; }");

    private static string Calling(string name, string value) => $$"""
        namespace @{{name}};

        [Event("{{name}}.paid")]
        public sealed partial record Paid(decimal Amount);

        [State("{{name}}")]
        public sealed partial record Account
        {
            public static Account Initial { get; } = new();
            public decimal Total { get; init; }

            [Reducer]
            public Account On(Paid e) => this with { Total = {{value}} };
        }
        """;

    private static string Trusted(params string[] names) => string.Concat(names.Select(name => $"UNKNOWN\tallow\tM:Vendor.Money.{name}(System.Decimal)\tis trusted\n"));
}
