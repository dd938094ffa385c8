using System.Collections.Concurrent;
using System.Collections.Immutable;
using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;
using Daybook.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Compiler.Tests.Hostile.Mutations;

/// <summary>
/// Breaks valid programs at random. Whatever comes out, the generator and the analyzers do not fail, and generated code
/// is never the only thing that is wrong.
/// </summary>
public class MutationTests
{
    private const int Count = 2_000;

    /// <summary>What the compiler says of the user's code because a declined declaration has no generated part.</summary>
    private static readonly HashSet<string> Consequences = new(StringComparer.Ordinal) { "CS0117", "CS0246", "CS0311", "CS0315", "CS0426", "CS1061" };

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(DuplicateEventNameAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    // What finds something in the programs as they are is reached by their mutants.
    private static readonly HashSet<string> Reached = ["DAY1214", "DAY1220"];

    [Fact]
    public async Task What_mutants_are_made_of_is_valid()
    {
        foreach (string source in Programs.All)
        {
            Compilation output = TestCompiler.Run(TestCompiler.Compile(source)).Output;
            Assert.Empty((await AnalyzeAsync(output, TestContext.Current.CancellationToken)).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !Reached.Contains(diagnostic.Id)));
        }
    }

    [Fact]
    public async Task A_broken_program_breaks_neither_the_generator_nor_the_analyzers()
    {
        var failures = new ConcurrentBag<string>();
        int tried = 0;
        await Parallel.ForEachAsync(FuzzSeeds.Of(Count), TestContext.Current.CancellationToken, async (seed, cancellationToken) =>
        {
            string source = new Mutator(new(seed)).Mutate(Programs.All[seed % Programs.All.Count]);
            Interlocked.Increment(ref tried);
            if (await FindProblemAsync(source, cancellationToken) is { } problem)
            {
                // Now, too: a long run may not come to its end.
                string failure = $"Seed {seed}: {problem}\n{source}\n";
                await Console.Error.WriteLineAsync(failure);
                failures.Add(failure);
            }
        });
        TestContext.Current.SendDiagnosticMessage($"{tried} programs, {failures.Count} failures");
        Assert.True(failures.IsEmpty, $"{failures.Count} of {tried} programs\n" + string.Join('\n', failures.Take(5)));
    }

    private static async Task<string?> FindProblemAsync(string source, CancellationToken cancellationToken)
    {
        Compilation output;
        try
        {
            output = TestCompiler.Run(TestCompiler.Compile(source)).Output;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return exception.ToString();
        }

        SyntaxTree user = output.SyntaxTrees.First();
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(output, cancellationToken);
        if (found.FirstOrDefault(diagnostic => diagnostic.Id is "AD0001" or "CS8785") is { } crash)
        {
            return crash.ToString();
        }

        Diagnostic[] errors = [.. found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        bool isBroken = errors.Any(error => error.Location.SourceTree == user && error.Id.StartsWith("CS", StringComparison.Ordinal) && !Consequences.Contains(error.Id));
        return isBroken ? null : errors.FirstOrDefault(error => error.Location.SourceTree != user)?.ToString();
    }

    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, CancellationToken cancellationToken) =>
        new CompilationWithAnalyzers(compilation, Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false)).GetAllDiagnosticsAsync(cancellationToken);
}
