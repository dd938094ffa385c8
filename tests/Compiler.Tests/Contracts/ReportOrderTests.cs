using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Daybook.Analyzers.Determinism;
using Daybook.Analyzers.Interop;
using Daybook.Compiler.Tests.Determinism.Database;
using Daybook.Compiler.Tests.Hostile.Mutations;
using Daybook.Compiler.Tests.TestKit;
using Daybook.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Compiler.Tests.Contracts;

/// <summary>A build says the same in the same order every time, on as many threads as there are; an editor says what it can as one types.</summary>
public class ReportOrderTests
{
    private const int Files = 16;
    private const int Runs = 3;

    private static readonly (string Key, string Value) Build = ("daybook.sorted", "true");

    private static readonly ImmutableArray<AdditionalText> Texts =
    [
        new TextFile("daybook.schema.txt", string.Concat(Enumerable.Range(0, Files).Select(index => string.Create(CultureInfo.InvariantCulture, $"event part{index}.noted@1 (0 Number: string)\nstate part{index}@1 (0 Number: string)\n")))),
        new TextFile("one.determinism.txt", "T:Nothing\n\nM:Nothing\n"),
        new TextFile("two.determinism.txt", "nothing\nT:Nothing\n"),
    ];

    private static readonly Compilation Program = TestCompiler.Run(TestCompiler.Compile([.. Enumerable.Range(0, Files).Select(Part)])).Output;

    // The analyzers that say anything of more than one place.
    public static TheoryData<string> Names => [.. AllAnalyzers.Create().Where(analyzer => analyzer is not UnknownPeerAnalyzer).Select(analyzer => analyzer.GetType().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_build_sorts_what_it_reports(string name)
    {
        IReadOnlyList<Diagnostic> found = await FindAsync(Program, name, Build);
        Assert.True(found.Count > 1);
        Assert.Equal(found.OrderBy(entry => entry.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(entry => entry.Location.SourceSpan), found);
        Assert.Equal((await FindAsync(Program, name)).Select(Text).Order(StringComparer.Ordinal), found.Select(Text).Order(StringComparer.Ordinal));
        for (int run = 0; run < Runs; run++)
        {
            Assert.Equal(found.Select(Text), (await FindAsync(Program, name, Build)).Select(Text));
        }
    }

    [Fact]
    public async Task Broken_programs_have_one_order_too()
    {
        foreach (int seed in FuzzSeeds.Of(1))
        {
            // Together they declare the same names in many ways.
            Compilation broken = TestCompiler.Run(TestCompiler.Compile([.. Enumerable.Range(seed, 100).Select(next => new Mutator(new(next)).Mutate(Programs.All[next % Programs.All.Count]))])).Output;
            string[] found = await AllAsync(broken);
            Assert.True(found.Length > 200, $"Seed {seed}: {found.Length}");
            Assert.True(!found.Any(text => text.Contains("AD0001", StringComparison.Ordinal)), $"Seed {seed}: " + string.Join('\n', found));
            for (int run = 0; run < Runs; run++)
            {
                string[] again = await AllAsync(broken);
                Assert.True(found.SequenceEqual(again, StringComparer.Ordinal), $"Seed {seed}: {found.Zip(again).FirstOrDefault(pair => pair.First != pair.Second)}");
            }
        }

        static async Task<string[]> AllAsync(Compilation broken)
        {
            var all = new List<string>();
            foreach (string name in Names)
            {
                all.AddRange((await FindAsync(broken, name, Build)).Select(Text));
            }

            return [.. all];
        }
    }

    [Fact]
    public async Task An_editor_shows_direct_uses_before_a_compilations_end()
    {
        SyntaxTree tree = Program.SyntaxTrees.First();
        string[] direct = [.. (await FindAsync(Program, nameof(DeterminismAnalyzer), Build)).Where(entry => entry.Location.SourceTree == tree && entry.AdditionalLocations.Count == 0).Select(Text).Order(StringComparer.Ordinal)];
        Assert.Equal(2, direct.Length);
        Assert.Equal(direct, (await SemanticAsync()).Select(Text).Order(StringComparer.Ordinal));
        Assert.Empty(await SemanticAsync(Build));

        async Task<ImmutableArray<Diagnostic>> SemanticAsync(params (string Key, string Value)[] options)
        {
            Compilation compilation = Program.Clone();
            return await Analyze(compilation, new DeterminismAnalyzer(), new TestOptions(options))
                .GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_failure_at_the_end_takes_nothing_back()
    {
        string source = Part(0).Replace("=> value + DateTime.UtcNow.Day;", "=> Rule(value); public static Func<int, int> Rule = Math.Abs;", StringComparison.Ordinal);
        Compilation program = TestCompiler.Run(TestCompiler.Compile(source)).Output;
        Assert.Equal(["DAY2000", "DAY2020", "DAY2060", "DAY2900"], await IdsAsync(new TestOptions(Build)));
        Assert.Equal(["AD0001", "DAY2000", "DAY2020", "DAY2060"], await IdsAsync(new UnreadableOptions(Build)));

        async Task<IEnumerable<string>> IdsAsync(AnalyzerConfigOptionsProvider options) =>
            (await Analyze(program.Clone(), new DeterminismAnalyzer(), options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken)).Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal);
    }

    // A copy, since a compilation remembers what it has bound.
    private static async Task<IReadOnlyList<Diagnostic>> FindAsync(Compilation program, string name, params (string Key, string Value)[] options) =>
        await Analyze(program.Clone(), AllAnalyzers.Create().Single(analyzer => analyzer.GetType().Name == name), new TestOptions(options)).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

    private static CompilationWithAnalyzers Analyze(Compilation compilation, DiagnosticAnalyzer analyzer, AnalyzerConfigOptionsProvider options) => new(compilation, [analyzer], new CompilationWithAnalyzersOptions(
        new AnalyzerOptions(Texts, options), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));

    private static string Text(Diagnostic diagnostic) => string.Join('\n', [
        diagnostic.ToString(),
        .. diagnostic.AdditionalLocations.Select(place => place.GetLineSpan().ToString()),
        .. diagnostic.Properties.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} = {entry.Value}")]);

    private static string Part(int index) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System;
        using System.Collections.Generic;
        using Daybook;
        namespace Part{{index}};

        [Event("part{{index}}.noted")]
        public sealed partial record Noted(int Number, DateTime At)
        {
            public string Text { get; set; } = "";
        }

        [Event("part.happened")]
        internal sealed partial record Happened(int Number);

        [Event("part{{index}}.raised", Version = 3)]
        public sealed partial record Raised(int Number);

        [Event("part{{index}}.Name")]
        public sealed record Unusable(int Number);

        [WireUnion]
        public abstract partial record Shape;

        public sealed partial record Circle(int Radius) : Shape;

        [State("part{{index}}")]
        public sealed partial record Part
        {
            public int Number { get; init; }
            public List<int> Numbers { get; init; } = [];
            public string Text { get; init; } = "";

            [Reducer]
            public Part On(Noted e) => this with { Number = Helper.Round(e.Number) + DateTime.Now.Day + Random.Shared.Next(), Text = Text + e.Text };

            [Reducer]
            public Part On(Raised e) => this;
        }

        static class Helper
        {
            public static int Round(int value) => value + DateTime.UtcNow.Day;

            [Deterministic("a test's")]
            public static int Trusted(int value) => value;
        }
        """);

    /// <summary>Fails where the severity of what is unknown is asked for, which the end does.</summary>
    private sealed class UnreadableOptions(params (string Key, string Value)[] options) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new TestOptions(options).GlobalOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(AnalyzerConfigOptions options) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
                key is "daybook.strict" ? throw new InvalidOperationException("A test's.") : options.TryGetValue(key, out value);
        }
    }
}
