using Daybook.Analyzers.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Determinism;

/// <summary>What attributes claim: checked without a reason, trusted with one, or the opposite.</summary>
public class ClaimTests
{
    [Theory]
    [InlineData("[Deterministic] public static class Prices { public static long Sum(long left, long right) => left + right; }")]
    [InlineData("[Deterministic] public static class Prices { private static long Now() => DateTime.UtcNow.Ticks; public static long Sum(long left) => left; }")]
    [InlineData("public static class Prices { [Deterministic(\"a cache\")] public static long Now() => DateTime.UtcNow.Ticks; }")]
    [InlineData("[Deterministic] public static class Prices { public static long Now() => {|DAY2000:DateTime.UtcNow|}.Ticks; }")]
    [InlineData("[Deterministic] public static class Prices { public static long Now() => {|DAY2000:Then()|}; private static long Then() => DateTime.UtcNow.Ticks; }")]
    [InlineData("[Deterministic] public static class Prices { public static long Now { get; } = {|DAY2000:DateTime.UtcNow|}.Ticks; }")]
    [InlineData("[Deterministic] public class Prices { public readonly long Now = {|DAY2000:DateTime.UtcNow|}.Ticks; }")]
    [InlineData("public static class Prices { [Deterministic] internal static long Now() => {|DAY2000:DateTime.UtcNow|}.Ticks; }")]
    [InlineData("public interface IPrices { [Deterministic] long Now(); } public class Prices : IPrices { public long Now() => {|DAY2000:DateTime.UtcNow|}.Ticks; }")]
    [InlineData("public abstract class Prices { [Deterministic] public abstract long Now(); } public class Host : Prices { public override long Now() => {|DAY2000:DateTime.UtcNow|}.Ticks; }")]
    [InlineData("[assembly: Deterministic] public static class Prices { public static long Now() => {|DAY2000:DateTime.UtcNow|}.Ticks; }")]
    public async Task Is_checked_where_it_stands(string source) => await Verifier.VerifyAsync<DeterminismAnalyzer>(source);

    [Theory]
    [InlineData("return this with { Number = {|DAY2890:Rates.Today()|} };", "static class Rates { [NonDeterministic(\"reads the rate of today\")] public static int Today() => 1; }")]
    [InlineData("return this with { Number = {|DAY2890:Rates.Today|} };", "static class Rates { [NonDeterministic(\"reads the rate of today\")] public static int Today => 1; }")]
    [InlineData("return this with { Number = {|DAY2890:Rates.Today()|} };", "[NonDeterministic(\"asks a server\")] static class Rates { public static int Today() => 1; }")]
    [InlineData("return this with { Number = {|DAY2890:Rates.Next()|} };", "static class Rates { public static int Next() => Today(); [NonDeterministic(\"reads the rate of today\")] static int Today() => 1; }")]
    [InlineData("IRates rates = new Rates(); return this with { Number = {|DAY2890:rates.Today()|} };", "interface IRates { [NonDeterministic(\"reads the rate of today\")] int Today(); } class Rates : IRates { public int Today() => 1; }")]
    public async Task The_opposite_is_flagged(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("public static class Prices { [{|DAY2910:Deterministic(\"a cache\")|}] public static long Now() => 1; }")]
    [InlineData("[{|DAY2910:Deterministic(\"a cache\")|}] public static class Prices;")]
    [InlineData("[assembly: {|DAY2910:Deterministic(\"a cache\")|}]")]
    [InlineData("public static class Prices { [{|DAY2910:Deterministic(\"a cache\")|}] public static readonly long One = 1; }")]
    [InlineData("[Deterministic] public static class Prices;")]
    [InlineData("[Obsolete(\"reason\")] public static class Prices;")]
    public async Task Trust_is_listed(string source) => await Verifier.VerifyAsync<UncheckedTrustAnalyzer>(source);

    [Fact]
    public async Task Trust_is_listed_by_name() => Assert.Equal(
        "'Prices.One' is taken as deterministic: a cache",
        Assert.Single(await Verifier.MessagesAsync<UncheckedTrustAnalyzer>("using Daybook;\npublic static class Prices { [Deterministic(\"a cache\")] public static readonly long One = 1; }")));
}
