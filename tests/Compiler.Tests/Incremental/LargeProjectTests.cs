using Daybook.Compiler.Tests.TestKit;
using Daybook.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Compiler.Tests.Incremental;

/// <summary>Edits in a project of 1,000 events: only what has changed is written again.</summary>
public class LargeProjectTests
{
    private static readonly string[] Sources = [.. LargeProject.Write(states: 100, eventsPerState: 10)];

    [Theory]
    [InlineData("using System;", "using System;\n// A remark.\n")]
    [InlineData("Total = Total + e.Count", "Total = Total - e.Count")]
    [InlineData("namespace Large.Part42;", "namespace Large.Part42;\npublic sealed class Unrelated;\n")]
    public void An_edit_that_means_nothing_to_the_generator_writes_nothing(string old, string text) => Assert.Empty(WrittenAfter(old, text));

    [Fact]
    public void An_event_with_another_member_is_written_with_its_state() =>
        Assert.Equal(
            ["Large.Part42.Event3.g.cs", "Large.Part42.State42.g.cs"],
            WrittenAfter("record Event3(string Name, int Count,", "record Event3(string Name, int Count, bool IsNew,"));

    [Fact]
    public void An_event_with_another_initializer_is_written_alone() =>
        Assert.Equal(
            ["Large.Part42.Event3.g.cs"],
            WrittenAfter("Event3(string Name, int Count, DateTimeOffset At);", "Event3(string Name, int Count, DateTimeOffset At) { public int More { get; init; } = 5; }"));

    [Fact]
    public void An_event_with_another_name_is_written_alone() =>
        Assert.Equal(["Large.Part42.Event3.g.cs"], WrittenAfter("[Event(\"part42.event3\")]", "[Event(\"part42.event3b\")]"));

    [Fact]
    public void A_new_event_behind_the_others_is_written_with_the_catalog() =>
        Assert.Equal(
            ["Daybook.Generated.Catalog.g.cs", "Large.Part42.New.g.cs"],
            WrittenAfter("[State(\"part42\")]", "[Event(\"new\")] public partial record New(int X);\n[State(\"part42\")]"));

    [Fact]
    public void A_state_with_another_member_is_written_alone() =>
        Assert.Equal(["Large.Part42.State42.g.cs"], WrittenAfter("public long Total { get; init; }", "public long Total { get; init; } = 1;"));

    /// <summary>The files that are written again after an edit in file 42.</summary>
    private static string[] WrittenAfter(string old, string text)
    {
        Assert.Contains(old, Sources[42], StringComparison.Ordinal);
        CSharpCompilation compilation = TestCompiler.Compile(Sources);
        GeneratorDriver driver = TestCompiler.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        Dictionary<string, string> before = Files(driver);
        Assert.Equal(1101, before.Count);
        SyntaxTree tree = compilation.SyntaxTrees[42];
        driver = driver.RunGenerators(
            compilation.ReplaceSyntaxTree(tree, TestCompiler.Parse(Sources[42].Replace(old, text, StringComparison.Ordinal), tree.FilePath)),
            TestContext.Current.CancellationToken);
        Dictionary<string, string> after = Files(driver);

        string[] changed = [.. after.Where(file => !before.TryGetValue(file.Key, out string? known) || known != file.Value).Select(file => file.Key).Order(StringComparer.Ordinal)];
        int written = driver.GetRunResult().Results.Single().TrackedOutputSteps
            .SelectMany(step => step.Value).SelectMany(step => step.Outputs)
            .Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        Assert.Equal(changed.Length, written);
        return changed;
    }

    private static Dictionary<string, string> Files(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().GeneratedSources.Where(source => source.HintName != ActiveCopy.MarkFile).ToDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);
}
