using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.Schema;

/// <summary>The file itself: without it, with broken lines in it, and what fixes make of it.</summary>
public class SchemaFileTests
{
    private const string Shop = """
        using Daybook;
        [Event("b")] public partial record B(int N);
        [Event("a")] public partial record A(Line Line);
        public record Line(string Sku);
        [State("s", Version = 2)] public partial record S { public int N { get; init; } [Reducer] S On(A e) => this; [Reducer] S On(B e) => this; }
        """;

    [Fact]
    public async Task A_project_without_the_file_gets_one_info_and_a_fix_that_writes_it()
    {
        using var project = new LockProject(lockText: null, Shop);
        Diagnostic diagnostic = Assert.Single(await project.AnalyzeAsync());
        Assert.Equal(("DAY1500", DiagnosticSeverity.Info), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal("A", project.Source().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));

        await project.FixAsync(diagnostic, "Create daybook.schema.txt");
        Assert.Empty(await project.AnalyzeAsync());
        Assert.Equal("/project/daybook.schema.txt", Assert.Single(project.Project.AdditionalDocuments).FilePath);
    }

    [Fact]
    public async Task A_project_without_events_gets_nothing()
    {
        using var project = new LockProject(lockText: null, "public class C;");
        Assert.Empty(await project.AnalyzeAsync());
    }

    [Fact]
    public async Task Lines_are_sorted_with_the_reducers_behind_their_state()
    {
        using LockProject project = await LockProject.AcceptedAsync(Shop);
        string[] lines = project.Lock!.Split('\n');
        Assert.StartsWith("# ", lines[0], StringComparison.Ordinal);
        Assert.Equal(["event a@1 (0 Line: Line(0 Sku: string))", "event b@1 (0 N: int32)", "state s@2 (0 N: int32)"], lines[1..4]);
        Assert.Matches("^reducers s@2 [0-9a-f]{16}$", lines[4]);
        Assert.Equal("", Assert.Single(lines[5..]));
    }

    [Fact]
    public async Task Events_of_the_runtimes_own_have_no_line()
    {
        using LockProject project = await LockProject.AcceptedAsync(Shop.Replace("[Reducer] S On(B e)", "[Reducer] S On(Redacted e) => this; [Reducer] S On(B e)", StringComparison.Ordinal));
        Assert.DoesNotContain("edacted", project.Lock, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepting_keeps_comments_and_blank_lines()
    {
        using LockProject project = await LockProject.AcceptedAsync(Shop);
        string commented = project.Lock!.Replace("event b@1", "\n# About b.\nevent b@1", StringComparison.Ordinal);
        using var changed = new LockProject(commented, Shop.Replace("B(int N)", "B(int N, int? M)", StringComparison.Ordinal));
        await changed.FixAsync(Assert.Single(await changed.AnalyzeAsync()), "Accept in daybook.schema.txt");
        Assert.Equal(commented.Replace("(0 N: int32)\nstate", "(0 N: int32, 1 M: int32?)\nstate", StringComparison.Ordinal), changed.Lock);
    }

    [Theory]
    [InlineData("event b@1 (0 N: int32)", "event b@1 (0 N: int32", "2")]
    [InlineData("event b@1 (0 N: int32)", "event b@1 (0 N int32)", " int32)")]
    [InlineData("event b@1 (0 N: int32)", "event b@1 (0 N: int32)\nevent b@1 (0 N: int64)", "event b@1 (0 N: int64)")]
    [InlineData("event b@1 (0 N: int32)", "event b@1 (0 N: int32)\nevnt c@1 ()", "evnt c@1 ()")]
    [InlineData("reducers s@2 ", "reducers s@2 x", null)]
    public async Task Lines_that_cannot_be_read_are_reported_where_they_stand(string before, string after, string? marked)
    {
        using LockProject project = await LockProject.AcceptedAsync(Shop);
        using var changed = new LockProject(project.Lock!.Replace(before, after, StringComparison.Ordinal), Shop);
        Diagnostic diagnostic = Assert.Single(await changed.AnalyzeAsync(), found => found.Id == "DAY1501");
        Assert.Equal("/project/daybook.schema.txt", diagnostic.Location.GetLineSpan().Path);
        string text = changed.Lock!.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
        Assert.Equal(marked ?? "x" + text[1..], text);
    }

    [Fact]
    public async Task Conflict_markers_are_all_that_is_reported_of_a_conflict()
    {
        using LockProject project = await LockProject.AcceptedAsync(Shop);
        string conflict = project.Lock!.Replace("event b@1 (0 N: int32)", "<<<<<<< ours\nevent b@1 (0 N: int32)\n=======\nevent b@1 (0 N: int64)\n>>>>>>> theirs", StringComparison.Ordinal);
        using var changed = new LockProject(conflict, Shop);
        var diagnostics = await changed.AnalyzeAsync();
        Assert.Equal(["<<<<<<< ours", "=======", ">>>>>>> theirs"], diagnostics.Select(diagnostic => changed.Lock!.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
        Assert.All(diagnostics, diagnostic => Assert.Equal("DAY1501", diagnostic.Id));
    }

    [Fact]
    public async Task A_raised_state_takes_the_place_of_its_old_lines()
    {
        using LockProject project = await LockProject.AcceptedAsync(Shop);
        using LockProject raised = project.With(Shop.Replace("Version = 2", "Version = 3", StringComparison.Ordinal));
        await raised.FixAsync(Assert.Single(await raised.AnalyzeAsync(), diagnostic => diagnostic.Id == "DAY1536"), "Accept in daybook.schema.txt");
        Assert.Empty(await raised.AnalyzeAsync());
        Assert.DoesNotContain("s@2", raised.Lock, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_state_is_a_warning_at_its_line()
    {
        using LockProject project = await LockProject.AcceptedAsync(Shop);
        using LockProject removed = project.With(Shop[..Shop.IndexOf("[State", StringComparison.Ordinal)]);
        await removed.FixAsync(Assert.Single(await removed.AnalyzeAsync()), "Accept in daybook.schema.txt");
        Assert.Empty(await removed.AnalyzeAsync());
        Assert.DoesNotContain("s@2", removed.Lock, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raising_the_version_changes_the_attribute_and_the_lines()
    {
        using LockProject project = await LockProject.AcceptedAsync(Shop);
        using LockProject changed = project.With(Shop.Replace("S On(A e) => this", "S On(A e) => this with { N = 1 }", StringComparison.Ordinal));
        await changed.FixAsync(Assert.Single(await changed.AnalyzeAsync()), "Raise Version so that old snapshots are dropped");
        Assert.Contains("[State(\"s\", Version = 3)]", changed.Source(), StringComparison.Ordinal);
        Assert.Empty(await changed.AnalyzeAsync());
    }

    [Fact]
    public async Task Another_shape_of_a_state_takes_its_reducers_along()
    {
        using LockProject project = await LockProject.AcceptedAsync(Shop);
        using LockProject changed = project.With(Shop.Replace("[Reducer] S On(A e) => this;", "public int M { get; init; } [Reducer] S On(A e) => this with { M = 1 };", StringComparison.Ordinal));
        await changed.FixAsync(Assert.Single(await changed.AnalyzeAsync(), diagnostic => diagnostic.Id == "DAY1530"), "Accept in daybook.schema.txt");
        Assert.Empty(await changed.AnalyzeAsync());
    }

    [Fact]
    public async Task A_removed_reducers_line_is_accepted_anew()
    {
        using LockProject project = await LockProject.AcceptedAsync(Shop);
        string lines = project.Lock!;
        using var changed = new LockProject(lines[..lines.IndexOf("reducers", StringComparison.Ordinal)], Shop);
        Assert.Equal("DAY1535", Assert.Single(await changed.AnalyzeAsync()).Id);
        await changed.AcceptAllAsync();
        Assert.Equal(lines, changed.Lock);
    }
}
