using Daybook.Analyzers.Determinism;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Compiler.Tests.Determinism;

/// <summary>What no code and no database says is unknown, and said to be.</summary>
public class UnknownTests
{
    private const string Vendor = """
        namespace Vendor;
        public static class Money { public static decimal Round(decimal value) => value; public static readonly decimal One = 1; public const decimal Two = 2; }
        public enum Side { Left, Right }
        public static class Marked { [Daybook.Deterministic] public static decimal Round(decimal value) => value; }
        public static class Opposite { [Daybook.NonDeterministic("asks a server")] public static decimal Round(decimal value) => value; }
        """;

    [Theory]
    [InlineData("Vendor.Money.Round(e.Amount)", "DAY2900")]
    [InlineData("Vendor.Money.One", "DAY2900")]
    [InlineData("Vendor.Money.Two", null)]
    [InlineData("(decimal)Vendor.Side.Right", null)]
    [InlineData("Vendor.Marked.Round(e.Amount)", null)]
    [InlineData("Vendor.Opposite.Round(e.Amount)", "DAY2890")]
    [InlineData("Math.Round(e.Amount)", null)]
    public async Task Members_of_other_assemblies(string value, string? expected)
    {
        Diagnostic? found = (await FindAsync(value)).SingleOrDefault();
        Assert.Equal(expected, found?.Id);
        Assert.Equal(expected is "DAY2900" ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, found?.Severity ?? DiagnosticSeverity.Warning);
    }

    [Fact]
    public async Task Are_errors_where_strictness_is_wanted() =>
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await FindAsync("Vendor.Money.Round(e.Amount)", ("daybook.strict", "true"))).Severity);

    [Theory]
    [InlineData("return this with { Number = {|DAY2900:{|DAY2060:Prices.Rule|}(e.Number)|} };", "public static class Prices { public static Func<int, int> Rule = x => x; }")]
    [InlineData("return this with { Number = Prices.Rule(e.Number) };", "public static class Prices { public static readonly Func<int, int> Rule = x => x; }")]
    [InlineData("return this with { Number = {|DAY2900:Prices.Of(new Prices(), e.Number)|} };", "public class Prices { public static int Of(Prices prices, int number) => prices.Next(number); public virtual int Next(int number) => number; }")]
    [InlineData("return this with { Number = Prices.Of(new Prices(), e.Number) };", "internal class Prices { public static int Of(Prices prices, int number) => prices.Next(number); public virtual int Next(int number) => number; }")]
    [InlineData("return this with { Number = Prices.Of(new Prices(), e.Number) };", "public sealed class Prices { public static int Of(Prices prices, int number) => prices.Next(number); public int Next(int number) => number; }")]
    [InlineData("Prices prices = new(); return this with { Number = {|DAY2900:prices.Next(e.Number)|} };", "public class Prices { public virtual int Next(int number) => number; }")]
    [InlineData("return this with { Number = new Prices().Next(e.Number) };", "public class Prices { public virtual int Next(int number) => number; }")]
    [InlineData("Prices prices = new(1); return prices with { Number = 2 } == prices ? this : this with { Number = 1 };", "public record Prices(int Number);")]
    public async Task Delegates_and_abstractions(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);

    private static async Task<IEnumerable<Diagnostic>> FindAsync(string value, params (string Key, string Value)[] options)
    {
        CSharpCompilation vendor = TestCompiler.Compile(Vendor).WithAssemblyName("Vendor");
        CSharpCompilation program = TestCompiler.Compile($$"""
            using Daybook;
            using System;

            [Event("paid")]
            public sealed partial record Paid(decimal Amount);

            [State("account")]
            public sealed partial record Account
            {
                public static Account Initial { get; } = new();
                public decimal Total { get; init; }

                [Reducer]
                public Account On(Paid e) => this with { Total = {{value}} };
            }
            """).AddReferences(vendor.ToMetadataReference());
        return await Verifier.FindAsync<DeterminismAnalyzer>(TestCompiler.Run(program).Output, options);
    }
}
