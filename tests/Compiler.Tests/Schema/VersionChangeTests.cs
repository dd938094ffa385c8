using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.Schema;

/// <summary>Versions, upcasters and former names beside the file.</summary>
public class VersionChangeTests
{
    private const string First = "using Daybook; [Event(\"x\")] public partial record X(int N);";

    private const string Both = """
        using Daybook;
        [Event("x")] public partial record X1(int N);
        [Event("x", Version = 2)] public partial record X(string N);
        static class Casts
        {
            [Upcaster] internal static X Up(X1 e) => new("");
            [Downcaster] internal static X1 Down(X e) => new(1);
        }
        """;

    [Fact]
    public async Task A_new_version_beside_the_old_shape_is_one_addition()
    {
        using LockProject accepted = await LockProject.AcceptedAsync(First);
        using LockProject changed = accepted.With(Both);
        Diagnostic diagnostic = Assert.Single(await changed.AnalyzeAsync());
        Assert.Equal(("DAY1535", "X"), (diagnostic.Id, Marked(changed, diagnostic)));
        await changed.FixAsync(diagnostic, LockVerifier.Accept);
        Assert.Equal(accepted.Lock + "event x@2 (0 N: string)\n", changed.Lock);
        Assert.Empty(await changed.AnalyzeAsync());
    }

    [Fact]
    public async Task The_written_version_is_no_part_of_the_shape()
    {
        using LockProject accepted = await LockProject.AcceptedAsync(Both);
        using LockProject changed = accepted.With(Both.Replace("Version = 2", "Version = 2, WriteVersion = 1", StringComparison.Ordinal));
        Assert.Empty(await changed.AnalyzeAsync());
    }

    [Fact]
    public async Task A_version_that_is_gone_is_an_error_at_its_line()
    {
        using LockProject accepted = await LockProject.AcceptedAsync(Both);
        using LockProject changed = accepted.With("using Daybook; [Event(\"x\", Version = 2)] public partial record X(string N);");
        Diagnostic diagnostic = Assert.Single(await changed.AnalyzeAsync());
        Assert.Equal(("DAY1519", "/project/daybook.schema.txt"), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path));
        Assert.Equal("event x@1 (0 N: int32)", changed.Lock!.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Fact]
    public async Task A_former_name_keeps_its_line_and_adds_one()
    {
        using LockProject accepted = await LockProject.AcceptedAsync(First);
        using LockProject renamed = accepted.With("using Daybook; [Event(\"y\", FormerNames = [\"x\"])] public partial record X(int N);");
        Diagnostic diagnostic = Assert.Single(await renamed.AnalyzeAsync());
        Assert.Equal(("DAY1535", "X"), (diagnostic.Id, Marked(renamed, diagnostic)));
        await renamed.FixAsync(diagnostic, LockVerifier.Accept);
        Assert.Equal(accepted.Lock + "event y@1 (0 N: int32)\n", renamed.Lock);
        Assert.Empty(await renamed.AnalyzeAsync());
    }

    [Theory]
    [InlineData("[Event(\"y\")]", "[Event(\"y\", FormerNames = [\"x\"])]")]
    [InlineData("[Event(\"y\", FormerNames = [\"w\"])]", "[Event(\"y\", FormerNames = [\"w\", \"x\"])]")]
    [InlineData("[Event(\"y\", FormerNames = new[] { \"w\" }, Version = 1)]", "[Event(\"y\", FormerNames = [\"w\", \"x\"], Version = 1)]")]
    public async Task The_fix_of_a_renamed_event_remembers_its_name(string before, string after)
    {
        using LockProject accepted = await LockProject.AcceptedAsync(First);
        using LockProject renamed = accepted.With($"using Daybook; {before} public partial record X(int N);");
        Diagnostic diagnostic = Assert.Single(await renamed.AnalyzeAsync());
        Assert.Equal(("DAY1520", "\"y\""), (diagnostic.Id, Marked(renamed, diagnostic)));
        await renamed.FixAsync(diagnostic, "Add the old name to FormerNames");
        Assert.Equal($"using Daybook; {after} public partial record X(int N);", renamed.Source());
        Assert.Equal(accepted.Lock + "event y@1 (0 N: int32)\n", renamed.Lock);
        Assert.Empty(await renamed.AnalyzeAsync());
    }

    [Fact]
    public async Task A_former_name_is_one_of_the_declared_version_only()
    {
        using LockProject accepted = await LockProject.AcceptedAsync(Both);
        const string Renamed = """
            using Daybook;
            [Event("y")] public partial record X1(int N);
            [Event("y", Version = 2, FormerNames = ["x"])] public partial record X(string N);
            static class Casts { [Upcaster] internal static X Up(X1 e) => new(""); }
            """;
        using LockProject half = accepted.With(Renamed);
        var found = await half.AnalyzeAsync();
        Assert.Equal(["DAY1520", "DAY1535"], found.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
        Assert.Equal("X", Marked(half, found.Single(diagnostic => diagnostic.Id == "DAY1535")));

        using LockProject whole = accepted.With(Renamed.Replace("[Event(\"y\")]", "[Event(\"y\", FormerNames = [\"x\"])]", StringComparison.Ordinal));
        Assert.Equal(["DAY1535", "DAY1535"], (await whole.AnalyzeAsync()).Select(diagnostic => diagnostic.Id));
        await whole.AcceptAllAsync();
        Assert.Empty(await whole.AnalyzeAsync());
    }

    [Fact]
    public async Task What_was_recorded_under_a_former_name_must_stay_readable()
    {
        using LockProject accepted = await LockProject.AcceptedAsync(First);
        using LockProject changed = accepted.With("using Daybook; [Event(\"y\", FormerNames = [\"x\"])] public partial record X(string N);");
        var found = await changed.AnalyzeAsync();
        Assert.Equal(["DAY1512", "DAY1535"], found.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
        Diagnostic error = found.Single(diagnostic => diagnostic.Id == "DAY1512");
        Assert.Equal("string", Marked(changed, error));
        Assert.Contains("'x@1'", error.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

        using LockProject wider = accepted.With("using Daybook; [Event(\"y\", FormerNames = [\"x\"])] public partial record X(long N, int? M);");
        Assert.Equal("DAY1535", Assert.Single(await wider.AnalyzeAsync()).Id);
    }

    [Fact]
    public async Task A_forgotten_former_name_is_an_error_at_its_line()
    {
        using LockProject accepted = await LockProject.AcceptedAsync(First);
        using LockProject renamed = accepted.With("using Daybook; [Event(\"y\", FormerNames = [\"x\"])] public partial record X(int N);");
        await renamed.AcceptAllAsync();
        using LockProject forgotten = renamed.With("using Daybook; [Event(\"y\")] public partial record X(int N);");
        Diagnostic diagnostic = Assert.Single(await forgotten.AnalyzeAsync());
        Assert.Equal("DAY1519", diagnostic.Id);
        Assert.Equal("event x@1 (0 N: int32)", forgotten.Lock!.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    private static string Marked(LockProject project, Diagnostic diagnostic) =>
        project.Source().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
}
