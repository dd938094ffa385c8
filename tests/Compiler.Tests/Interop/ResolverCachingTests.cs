using Daybook.Compiler.Tests.TestKit;
using Daybook.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Compiler.Tests.Interop;

public class ResolverCachingTests
{
    private static readonly string[] Steps = [TrackingNames.Resolver, TrackingNames.PeerFormatters];

    [Theory]
    [InlineData("Opened(string Customer", "Opened(string Name")]
    [InlineData("new(e.X)", "new(e.Y)")]
    [InlineData("\"cart.moved\"", "\"moved\"")]
    [InlineData("partial class Outer", "class Unrelated; partial class Outer")]
    public void An_edit_of_members_and_bodies_leaves_the_resolver_alone(string old, string text)
    {
        GeneratorRunResult result = Edit(old, text);
        Assert.All(
            Steps.SelectMany(name => result.TrackedSteps[name]).SelectMany(step => step.Outputs),
            output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, output.Reason.ToString()));
        Assert.Equal(IncrementalStepRunReason.Cached, ReasonOf(result));
    }

    [Theory]
    [InlineData("record Opened", "record Entered")]
    [InlineData("readonly partial record struct Moved", "partial record Moved")]
    [InlineData("private partial record Hidden(", "internal partial record Hidden(")]
    public void An_edit_of_what_it_lists_writes_it_again(string old, string text) => Assert.Equal(IncrementalStepRunReason.Modified, ReasonOf(Edit(old, text)));

    [Fact]
    public void Models_hold_no_symbols_and_no_syntax()
    {
        GeneratorDriver driver = TestCompiler.Driver().RunGenerators(Compile(), TestContext.Current.CancellationToken);
        Assert.True(ModelContents.CheckNoSymbols(driver.GetRunResult().Results.Single(), Steps) > 5);
    }

    private static CSharpCompilation Compile() => TestCompiler.Compile(Shop.Source, PeerApi.Source, PeerAttributes.Source);

    private static GeneratorRunResult Edit(string old, string text)
    {
        Assert.Contains(old, Shop.Source, StringComparison.Ordinal);
        CSharpCompilation compilation = Compile();
        SyntaxTree tree = compilation.SyntaxTrees[0];
        GeneratorDriver driver = TestCompiler.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        CSharpCompilation edited = compilation.ReplaceSyntaxTree(tree, TestCompiler.Parse(Shop.Source.Replace(old, text, StringComparison.Ordinal), tree.FilePath));
        return driver.RunGenerators(edited, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
    }

    private static IncrementalStepRunReason ReasonOf(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(step => step.Value)
            .Where(step => step.Inputs.Any(input => Reaches(input.Source, TrackingNames.Resolver)))
            .SelectMany(step => step.Outputs).Select(output => output.Reason).Single();

    private static bool Reaches(IncrementalGeneratorRunStep step, string name) =>
        string.Equals(step.Name, name, StringComparison.Ordinal) || step.Inputs.Any(input => Reaches(input.Source, name));
}
