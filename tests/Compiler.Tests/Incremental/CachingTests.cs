using Daybook.Compiler.Tests.TestKit;
using Daybook.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Compiler.Tests.Incremental;

public class CachingTests
{
    private const string Source =
        """
        using Daybook;
        /// <summary>Opened.</summary>
        [Event("opened")] public partial record Opened(string Customer);
        [State("cart")] public partial record Cart
        {
            public string Customer { get; init; } = "";
            [Reducer] Cart On(Opened e) => this with { Customer = e.Customer };
        }
        """;

    [Fact]
    public void An_edit_elsewhere_emits_nothing_again() => AssertNothingRuns(
        compilation => compilation.AddSyntaxTrees(TestCompiler.Parse("class Unrelated;", "Unrelated.cs")));

    [Fact]
    public void An_edit_inside_a_reducer_emits_nothing_again() => AssertNothingRuns(
        compilation => Replace(compilation, "e.Customer }", "e.Customer + 1 }"));

    [Fact]
    public void Lines_that_move_emit_nothing_again() => AssertNothingRuns(
        compilation => Replace(compilation, "using Daybook;", "using Daybook;\n\n\n"));

    [Fact]
    public void A_new_member_runs_its_own_declaration_only()
    {
        GeneratorRunResult result = Edit(compilation => Replace(compilation, "string Customer)", "string Customer, int Age)"));
        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(Reasons(result, TrackingNames.Events)));
        Assert.All(Reasons(result, TrackingNames.Catalog), reason => Assert.NotEqual(IncrementalStepRunReason.Modified, reason));
    }

    [Fact]
    public void Models_hold_no_symbols_and_no_syntax()
    {
        GeneratorDriver driver = TestCompiler.Driver().RunGenerators(TestCompiler.Compile(Source), TestContext.Current.CancellationToken);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.True(ModelContents.CheckNoSymbols(result, [TrackingNames.Events, TrackingNames.States, TrackingNames.Collisions, TrackingNames.Catalog]) > 20);
    }

    private static void AssertNothingRuns(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        GeneratorRunResult result = Edit(edit);
        Assert.All(
            result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
        foreach (string name in new[] { TrackingNames.Events, TrackingNames.States, TrackingNames.Collisions, TrackingNames.Catalog })
        {
            Assert.All(Reasons(result, name), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{name} {reason}"));
        }
    }

    private static GeneratorRunResult Edit(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        CSharpCompilation compilation = TestCompiler.Compile(Source);
        GeneratorDriver driver = TestCompiler.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        return driver.RunGenerators(edit(compilation), TestContext.Current.CancellationToken).GetRunResult().Results.Single();
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, string old, string text)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        Assert.Contains(old, Source, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, TestCompiler.Parse(Source.Replace(old, text, StringComparison.Ordinal), tree.FilePath));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string name) =>
        result.TrackedSteps[name].SelectMany(step => step.Outputs).Select(output => output.Reason);
}
