using System.Collections.Concurrent;
using System.Reflection;
using Daybook.Compiler.Tests.Determinism;
using Daybook.Compiler.Tests.TestKit;
using Daybook.Tests;

namespace Daybook.Compiler.Tests.Hostile.Mutations;

/// <summary>Breaks at random what the tests of determinism look at: whatever a reducer reads like, reading it does not fail.</summary>
public class BrokenReducerTests
{
    // Not every change breaks a program.
    private const int Count = 2_600;
    private const int MinBroken = 2_000;

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
        int tried = 0, broken = 0;
        await Parallel.ForEachAsync(FuzzSeeds.Of(Count), TestContext.Current.CancellationToken, async (seed, cancellationToken) =>
        {
            string source = new Mutator(new(seed)).Mutate(Programs[seed % Programs.Length]);
            MutantAnalysis analysis = await MutantAnalysis.OfAsync(source, cancellationToken);
            Interlocked.Increment(ref tried);
            Interlocked.Add(ref broken, analysis.IsBroken ? 1 : 0);
            if (analysis.Crash is { } crash)
            {
                failures.Add($"Seed {seed}: {crash}\n{source}\n");
            }
        });
        TestContext.Current.SendDiagnosticMessage($"{tried} programs, {broken} broken, {failures.Count} failures");
        Assert.True(failures.IsEmpty, $"{failures.Count} of {tried} programs\n" + string.Join('\n', failures.Take(5)));
        Assert.True(broken >= MinBroken, $"{broken} of {tried} programs are broken");
    }

    [Fact]
    public void There_is_enough_to_break() => Assert.True(Programs.Length > 500, $"{Programs.Length} programs");
}
