using Daybook.Compiler.Tests.TestKit;
using Daybook.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Compiler.Tests.Incremental;

public class VersionCachingTests
{
    private const string Source =
        """
        using Daybook;
        [Event("a")] public partial record A1(int N);
        [Event("a", Version = 2, WriteVersion = 1)] public partial record A(int N, int M);
        [Event("b")] public partial record B1(int N);
        [Event("b", Version = 2)] public partial record B(int N);
        [State("s")] public partial record S { [Reducer] S On(A e) => this; }
        [State("t")] public partial record T { [Reducer] T On(B e) => this; }
        static class Casters
        {
            [Upcaster] internal static A Up(A1 e) => new(e.N, 0);
            [Upcaster] internal static B Up(B1 e) => new(e.N);
        }
        """;

    private static readonly string[] Steps =
        [TrackingNames.Events, TrackingNames.States, TrackingNames.Upcasters, TrackingNames.Versions, TrackingNames.Recordings, TrackingNames.VersionedStates, TrackingNames.Collisions, TrackingNames.Catalog];

    [Theory]
    [InlineData("new(e.N, 0)", "new(e.N, 1)")]
    [InlineData("static class Casters", "\n\n\nstatic class Casters")]
    [InlineData("static class Casters", "class Unrelated; static class Casters")]
    public void An_edit_that_no_declaration_notices_emits_nothing_again(string old, string text)
    {
        GeneratorRunResult result = Edit(old, text);
        Assert.Empty(Emitted(result));
        Assert.All(
            Steps.SelectMany(name => result.TrackedSteps[name]).SelectMany(step => step.Outputs),
            output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, output.Reason.ToString()));
    }

    [Theory]
    [InlineData("A Up(A1 e)", "A? Up(A1 e)", 3)] // A1 calls it, A and S run it.
    [InlineData("A Up(A1 e)", "A Up(A1 e, EventContext context)", 3)]
    [InlineData("[Upcaster] internal static B Up(B1 e) => new(e.N);", "", 2)] // B and T; the file of B1 is gone.
    public void An_edited_upcaster_emits_again_what_runs_it(string old, string text, int files)
    {
        GeneratorRunResult result = Edit(old, text);
        Assert.InRange(Emitted(result).Count(), 1, files);
    }

    [Fact]
    public void Models_hold_no_symbols_and_no_syntax()
    {
        GeneratorDriver driver = TestCompiler.Driver().RunGenerators(TestCompiler.Compile(Source), TestContext.Current.CancellationToken);
        Assert.True(ModelContents.CheckNoSymbols(driver.GetRunResult().Results.Single(), Steps) > 50);
    }

    private static IEnumerable<IncrementalStepRunReason> Emitted(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason)
            .Where(reason => reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    private static GeneratorRunResult Edit(string old, string text)
    {
        Assert.Contains(old, Source, StringComparison.Ordinal);
        CSharpCompilation compilation = TestCompiler.Compile(Source);
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        GeneratorDriver driver = TestCompiler.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        CSharpCompilation edited = compilation.ReplaceSyntaxTree(tree, TestCompiler.Parse(Source.Replace(old, text, StringComparison.Ordinal), tree.FilePath));
        return driver.RunGenerators(edited, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
    }
}
