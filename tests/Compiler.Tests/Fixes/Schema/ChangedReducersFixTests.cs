using Daybook.Analyzers.Schema;
using Daybook.CodeFixes.Schema;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Schema;

/// <summary>Reducers that changed get another version, or another value.</summary>
public class ChangedReducersFixTests : SingleFixTests<ChangedReducersFix>
{
    private const string Events = "[Event(\"x\")] public partial record X(int N);\n\n";
    private const string Record = "public partial record S { public int N { get; init; } [Reducer] S On(X e) => this with { N = e.N }; }";
    private const string File = "# Ours.\nevent x@1 (0 N: int32)\nstate s@1 (0 N: int32)\nreducers s@1 0000000000000000\n";

    [Theory]
    [InlineData("[State(\"s\")] // Why.\n", "[State(\"s\", Version = 2)] // Why.\n")]
    [InlineData("[State(\"s\", View = true /* a */), /* b */ Obsolete] ", "[State(\"s\", View = true /* a */, Version = 2), /* b */ Obsolete] ")]
    [InlineData("[State(\"s\", Version = /* a */ 1 /* b */)] ", "[State(\"s\", Version = /* a */ 2 /* b */)] ")]
    public async Task Raises_the_version(string before, string after)
    {
        var documents = await FixAsync("Raise Version so that old snapshots are dropped", before);
        Assert.Equal(Events + after + Record, documents["App/S.cs"]);
        Assert.Matches("^# Ours.\nevent x@1 \\(0 N: int32\\)\nstate s@2 \\(0 N: int32\\)\nreducers s@2 [0-9a-f]{16}\n$", documents["App/daybook.schema.txt"]);
    }

    [Fact]
    public async Task Accepts_another_value()
    {
        var documents = await FixAsync("Accept: the reducers mean the same", "[State(\"s\")] ");
        Assert.Equal(Events + "[State(\"s\")] " + Record, documents["App/S.cs"]);
        Assert.StartsWith(File[..^17], documents["App/daybook.schema.txt"], StringComparison.Ordinal);
    }

    private static Task<IReadOnlyDictionary<string, string>> FixAsync(string action, string marker) => FixVerifier.FixAsync<SchemaLockAnalyzer, ChangedReducersFix>(
        action, ("App/S.cs", Events + marker + Record), ("App/daybook.schema.txt", File));
}
