using System.Collections.Concurrent;
using System.Reflection;
using Daybook.Analyzers.Determinism;
using Daybook.Compiler.Tests.Determinism;
using Daybook.Compiler.Tests.TestKit;
using Daybook.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Compiler.Tests.Hostile.Mutations;

/// <summary>Breaks at random what the tests of determinism look at: whatever a reducer reads like, reading it does not fail.</summary>
public class BrokenReducerTests
{
    private const int Count = 2_000;

    /// <summary>The bodies, and what stands beside them, of all tests that look at reducers.</summary>
    private static readonly string[] Programs =
    [
        .. typeof(ReachTests).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith(typeof(ReachTests).Namespace!, StringComparison.Ordinal) ?? false)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => type.GetMethods().OrderBy(method => method.Name, StringComparer.Ordinal))
            .SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>())
            .Where(row => row.Data[0] is string body && body.Contains("return", StringComparison.Ordinal))
            .Select(row => Markup.Parse(Verifier.Usings + DeterminismVerifier.Program((string)row.Data[0]!, row.Data.Length > 1 && row.Data[1] is string others ? others : "")).Source),
    ];

    [Fact]
    public async Task A_broken_reducer_breaks_no_analyzer()
    {
        var failures = new ConcurrentBag<string>();
        int tried = 0;
        await Parallel.ForEachAsync(FuzzSeeds.Of(Count), TestContext.Current.CancellationToken, async (seed, cancellationToken) =>
        {
            string source = new Mutator(new(seed)).Mutate(Programs[seed % Programs.Length]);
            var analysis = new CompilationWithAnalyzers(TestCompiler.Compile(source), [new DeterminismAnalyzer()], new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
            Interlocked.Increment(ref tried);
            if ((await analysis.GetAnalyzerDiagnosticsAsync(cancellationToken)).FirstOrDefault(diagnostic => diagnostic.Id == "AD0001") is { } crash)
            {
                failures.Add($"Seed {seed}: {crash}\n{source}\n");
            }
        });
        TestContext.Current.SendDiagnosticMessage($"{tried} programs, {failures.Count} failures");
        Assert.True(failures.IsEmpty, $"{failures.Count} of {tried} programs\n" + string.Join('\n', failures.Take(5)));
    }

    [Fact]
    public void There_is_enough_to_break() => Assert.True(Programs.Length > 500, $"{Programs.Length} programs");
}
