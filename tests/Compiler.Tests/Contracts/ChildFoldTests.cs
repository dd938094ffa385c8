using Daybook.Compiler.Tests.TestKit;
using Daybook.Generator;
using Daybook.Generator.Emitting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Compiler.Tests.Contracts;

/// <summary>What programs say of their child processes.</summary>
public class ChildFoldTests
{
    private const string States =
        """
        using Daybook;
        [Event("opened")] public partial record Opened(string Customer);
        [State("cart")] public partial record Cart { public int Count { get; init; } [Reducer] Cart On(Opened e) => this with { Count = Count + 1 }; }
        public static partial class Outer
        {
            [State("inner")] internal partial record struct Inner { public int Count { get; init; } [Reducer] Inner On(Opened e) => this with { Count = Count + 1 }; }
        }
        """;

    [Fact]
    public void Each_state_that_a_call_names_is_folded_once()
    {
        string file = TestCompiler.Generate(
            States,
            """
            using static Daybook.Testing.Determinism;
            static class Calls
            {
                static async void One(Daybook.IEventStore store)
                {
                    await Daybook.Testing.Determinism.VerifyInChildProcessesAsync<Outer.Inner>(store, "i-1");
                    await VerifyInChildProcessesAsync<Cart>(store, "c-1");
                    _ = await VerifyInChildProcessesAsync<Cart>(store, "c-2", new());
                }
            }
            """)[ChildFoldEmitter.File];
        Assert.Contains(
            """
                internal static void Run()
                {
                    global::Daybook.Testing.DeterminismChild.Run<global::Cart>();
                    global::Daybook.Testing.DeterminismChild.Run<global::Outer.Inner>();
                }
            """,
            file,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Other_calls_and_states_that_cannot_be_named_are_left_alone()
    {
        IReadOnlyDictionary<string, string> files = TestCompiler.Generate(
            States,
            """
            using Daybook;
            using Daybook.Testing;
            partial class Calls
            {
                [State("private")] private partial record Mine { public int Count { get; init; } [Reducer] Mine On(Opened e) => this with { Count = Count + 1 }; }
                static async void Private(IEventStore store) => await Determinism.VerifyInChildProcessesAsync<Mine>(store, "m-1");
                static async void Generic<T>(IEventStore store) where T : IState<T> => await Determinism.VerifyInChildProcessesAsync<T>(store, "t-1");
                static void Other() => Calls.VerifyInChildProcessesAsync<Cart>();
                static void VerifyInChildProcessesAsync<T>() { }
            }
            """);
        Assert.DoesNotContain(ChildFoldEmitter.File, files.Keys);
        Assert.Contains("private", string.Concat(files.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_around_a_call_emits_nothing_again()
    {
        const string Call = "static class Calls { static async void One(Daybook.IEventStore store) => await Daybook.Testing.Determinism.VerifyInChildProcessesAsync<Cart>(store, \"c-1\"); }";
        CSharpCompilation compilation = TestCompiler.Compile(States, Call);
        GeneratorDriver driver = TestCompiler.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        SyntaxTree tree = compilation.SyntaxTrees.Last();
        CSharpCompilation edited = compilation.ReplaceSyntaxTree(tree, TestCompiler.Parse("\n" + Call.Replace("c-1", "c-2", StringComparison.Ordinal), tree.FilePath));
        GeneratorRunResult result = driver.RunGenerators(edited, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        Assert.All(
            result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
        Assert.NotEmpty(result.TrackedOutputSteps.SelectMany(step => step.Value));
        Assert.All(
            result.TrackedSteps[TrackingNames.ChildFolds].SelectMany(step => step.Outputs),
            output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }
}
