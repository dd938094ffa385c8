using System.Globalization;
using Daybook.Analyzers.Determinism;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.Determinism;

/// <summary>How a diagnostic leads to its cause, and in which order diagnostics come.</summary>
public class PathTests
{
    private const string Helpers = "static class Price { public static int Round(int x) => x + Rates.Current; } static class Rates { public static int Current => DateTime.UtcNow.Day; }";

    [Fact]
    public async Task A_message_says_the_way() => Assert.Equal(
        "'DateTime.UtcNow' is not deterministic (CLOCK): it reads the clock; use EventContext.Timestamp; path: On(Happened) → Price.Round → Rates.Current → DateTime.UtcNow",
        Assert.Single(await DeterminismVerifier.MessagesAsync("return this with { Number = Price.Round(1) };", Helpers)));

    [Fact]
    public async Task A_direct_use_has_a_way_of_one_step() => Assert.Equal(
        "'DateTimeOffset.UtcNow' is not deterministic (CLOCK): it reads the clock; use EventContext.Timestamp; path: On(Happened) → DateTimeOffset.UtcNow",
        Assert.Single(await DeterminismVerifier.MessagesAsync("return this with { At = DateTimeOffset.UtcNow };")));

    [Fact]
    public async Task Every_step_is_a_place()
    {
        IEnumerable<Diagnostic> found = await FindAsync(Program(1));
        Assert.Equal(
            ["Rates.Current", "DateTime.UtcNow"],
            Assert.Single(found).AdditionalLocations.Select(place => place.SourceTree!.ToString().Substring(place.SourceSpan.Start, place.SourceSpan.Length)));
    }

    [Fact]
    public async Task The_shortest_way_is_taken() => Assert.EndsWith(
        "path: On(Happened) → Price.Round → Rates.Current → DateTime.UtcNow",
        Assert.Single(await DeterminismVerifier.MessagesAsync(
            "return this with { Number = Price.Round(1) };",
            "static class Price { public static int Round(int x) => Long(x) + Rates.Current; static int Long(int x) => Longer(x); static int Longer(int x) => x + Rates.Current; } static class Rates { public static int Current => DateTime.UtcNow.Day; }")),
        StringComparison.Ordinal);

    [Fact]
    public async Task One_expression_is_reported_once_for_each_kind() => Assert.Equal(
        ["(CLOCK)", "(RANDOM)"],
        (await DeterminismVerifier.MessagesAsync(
            "return this with { Number = Price.Round(1) };",
            "static class Price { public static int Round(int x) => DateTime.UtcNow.Day + DateTime.Now.Day + Random.Shared.Next(); }"))
            .Select(message => message[message.IndexOf('(', StringComparison.Ordinal)..(message.IndexOf(')', StringComparison.Ordinal) + 1)]).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Diagnostics_come_in_the_same_order_every_time()
    {
        Compilation compilation = TestCompiler.Run(TestCompiler.Compile([.. Enumerable.Range(0, 40).Select(Program)])).Output;
        string[] first = await MessagesAsync();
        Assert.Equal(40, first.Length);
        for (int run = 0; run < 5; run++)
        {
            Assert.Equal(first, await MessagesAsync());
        }

        // A copy, since a compilation remembers what it has bound.
        async Task<string[]> MessagesAsync() => [.. (await Verifier.FindAsync<DeterminismAnalyzer>(compilation.Clone())).Select(diagnostic => diagnostic.ToString())];
    }

    [Fact]
    public async Task What_is_reached_comes_sorted_and_what_is_direct_complete()
    {
        const string Body = "=> this with { Number = Price.Round(e.Number) + DateTime.Now.Day + Random.Shared.Next() + Price.Round(Rates.Current) };";
        string[] programs = [.. Enumerable.Range(0, 20).Select(index => Program(index).Replace("=> this with { Number = Price.Round(e.Number) };", Body, StringComparison.Ordinal))];
        Compilation compilation = TestCompiler.Run(TestCompiler.Compile(programs)).Output;
        string[]? before = null;
        for (int run = 0; run < 5; run++)
        {
            Diagnostic[] found = [.. await Verifier.FindAsync<DeterminismAnalyzer>(compilation.Clone())];
            Diagnostic[] reached = [.. found.Where(diagnostic => diagnostic.AdditionalLocations.Any(place => place.SourceSpan != diagnostic.Location.SourceSpan))];
            Assert.Equal(20 * 3, reached.Length);
            Assert.Equal(20 * 5, found.Length);
            Assert.Equal(reached.OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan), reached);

            // Direct uses come as the compiler gets to them.
            string[] all = [.. found.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal)];
            Assert.Equal(before ?? all, all);
            before = all;
        }
    }

    // Attributes and default values of a definition are operations, too, and the compiler gets to the two parts on different threads.
    [Fact]
    public async Task What_a_partial_member_does_is_not_lost_behind_its_definition()
    {
        const int Count = 60;
        string calls = string.Join(" + ", Enumerable.Range(0, Count).Select(index => $"Helper.Number{index}() + Helper.Value{index}"));
        string definitions = string.Concat(Enumerable.Range(0, Count).Select(index => $"[Obsolete] internal static partial int Number{index}(int value = 0); [System.ComponentModel.Description(\"\")] internal static partial int Value{index} {{ get; }}\n"));
        string bodies = string.Concat(Enumerable.Range(0, Count).Select(index => $"internal static partial int Number{index}(int value) => value + DateTime.UtcNow.Day; internal static partial int Value{index} => DateTime.UtcNow.Day;\n"));
        Compilation compilation = TestCompiler.Run(TestCompiler.Compile(
            Program(0).Replace("Number = Price.Round(e.Number)", "Number = " + calls, StringComparison.Ordinal),
            $"using System; namespace Part0; internal static partial class Helper {{ {definitions} }}",
            $"using System; namespace Part0; internal static partial class Helper {{ {bodies} }}")).Output;
        for (int run = 0; run < 10; run++)
        {
            Assert.Equal(2 * Count, (await Verifier.FindAsync<DeterminismAnalyzer>(compilation.Clone())).Count());
        }
    }

    private static async Task<IEnumerable<Diagnostic>> FindAsync(params string[] programs) =>
        await Verifier.FindAsync<DeterminismAnalyzer>(TestCompiler.Run(TestCompiler.Compile(programs)).Output);

    private static string Program(int index) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System;
        using Daybook;
        namespace Part{{index}};

        [Event("part{{index}}.happened")]
        public sealed partial record Happened(int Number);

        [State("part{{index}}")]
        public sealed partial record Part
        {
            public static Part Initial { get; } = new();
            public int Number { get; init; }

            [Reducer]
            public Part On(Happened e) => this with { Number = Price.Round(e.Number) };
        }

        {{Helpers}}
        """);
}
