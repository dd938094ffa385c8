using Daybook.Analyzers.Schema;
using Daybook.CodeFixes.Schema;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Schema;

/// <summary>A former name is written beside the new one.</summary>
public class RememberFormerNameFixTests : SingleFixTests<RememberFormerNameFix>
{
    [Theory]
    [InlineData("/* a */ \"y\" /* b */", "/* a */ \"y\" /* b */, FormerNames = [\"x\"]")]
    [InlineData("\"y\", /* a */ FormerNames = /* b */ [\"w\"] /* c */", "\"y\", /* a */ FormerNames = /* b */ [\"w\", \"x\"] /* c */")]
    public async Task Adds_the_name(string before, string after)
    {
        var documents = await FixVerifier.FixAsync<SchemaLockAnalyzer, RememberFormerNameFix>(
            action: null,
            ("App/X.cs", $"[Event({before})] public partial record X(int N);"),
            ("App/daybook.schema.txt", "# Ours.\nevent x@1 (0 N: int32)\n"));
        Assert.Equal($"[Event({after})] public partial record X(int N);", documents["App/X.cs"]);
        Assert.Equal("# Ours.\nevent x@1 (0 N: int32)\nevent y@1 (0 N: int32)\n", documents["App/daybook.schema.txt"]);
    }
}
