using System.Collections.Concurrent;
using Daybook.Tests;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.Hostile.Mutations;

/// <summary>
/// Breaks valid programs at random. Whatever comes out, the generator and the analyzers do not fail, and generated code
/// is never the only thing that is wrong.
/// </summary>
public class MutationTests
{
    // Not every change breaks a program.
    private const int Count = 2_600;
    private const int MinBroken = 2_000;

    /// <summary>What the compiler says of the user's code because a declined declaration has no generated part.</summary>
    private static readonly HashSet<string> Consequences = new(StringComparer.Ordinal) { "CS0117", "CS0246", "CS0311", "CS0315", "CS0426", "CS1061" };

    // What finds something in the programs as they are is reached by their mutants.
    private static readonly HashSet<string> Reached = ["DAY1214", "DAY1220"];

    [Fact]
    public async Task What_mutants_are_made_of_is_valid()
    {
        foreach (string source in Programs.All)
        {
            MutantAnalysis analysis = await MutantAnalysis.OfAsync(source, TestContext.Current.CancellationToken);
            Assert.Empty(analysis.Found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !Reached.Contains(diagnostic.Id)));
        }
    }

    [Fact]
    public async Task A_broken_program_breaks_neither_the_generator_nor_the_analyzers()
    {
        var failures = new ConcurrentBag<string>();
        int tried = 0, broken = 0;
        await Parallel.ForEachAsync(FuzzSeeds.Of(Count), TestContext.Current.CancellationToken, async (seed, cancellationToken) =>
        {
            string source = new Mutator(new(seed)).Mutate(Programs.All[seed % Programs.All.Count]);
            Interlocked.Increment(ref tried);
            (string? problem, bool isBroken) = await TryAsync(source, cancellationToken);
            Interlocked.Add(ref broken, isBroken ? 1 : 0);
            if (problem is not null)
            {
                // Now, too: a long run may not come to its end.
                string failure = $"Seed {seed}: {problem}\n{source}\n";
                await Console.Error.WriteLineAsync(failure);
                failures.Add(failure);
            }
        });
        TestContext.Current.SendDiagnosticMessage($"{tried} programs, {broken} broken, {failures.Count} failures");
        Assert.True(failures.IsEmpty, $"{failures.Count} of {tried} programs\n" + string.Join('\n', failures.Take(5)));
        Assert.True(broken >= MinBroken, $"{broken} of {tried} programs are broken");
    }

    private static async Task<(string? Problem, bool IsBroken)> TryAsync(string source, CancellationToken cancellationToken)
    {
        MutantAnalysis analysis;
        try
        {
            analysis = await MutantAnalysis.OfAsync(source, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (exception.ToString(), false);
        }

        return ((analysis.Crash ?? FindInGenerated(analysis))?.ToString(), analysis.IsBroken);
    }

    private static Diagnostic? FindInGenerated(MutantAnalysis analysis)
    {
        SyntaxTree user = analysis.Output.SyntaxTrees.First();
        Diagnostic[] errors = [.. analysis.Found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        bool isBroken = errors.Any(error => error.Location.SourceTree == user && error.Id.StartsWith("CS", StringComparison.Ordinal) && !Consequences.Contains(error.Id));
        return isBroken ? null : errors.FirstOrDefault(error => error.Location.SourceTree != user);
    }
}
