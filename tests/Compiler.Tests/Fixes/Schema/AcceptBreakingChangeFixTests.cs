using Daybook.Analyzers.Schema;
using Daybook.CodeFixes.Schema;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.Fixes.Schema;

/// <summary>A break is accepted where it is seen, and nothing else with it.</summary>
public class AcceptBreakingChangeFixTests : SingleFixTests<AcceptBreakingChangeFix>
{
    [Fact]
    public async Task Only_the_line_of_the_event_changes() => Assert.Equal(
        "# Ours.\nevent a@1 (0 N: string)\n\nevent b@1 (0 N: int32)\n",
        (await FixVerifier.FixAsync<SchemaLockAnalyzer, AcceptBreakingChangeFix>(
            action: null,
            ("App/A.cs", "[Event(\"a\")] public partial record A(string N);\n[Event(\"b\")] public partial record B(string N);"),
            ("App/daybook.schema.txt", "# Ours.\nevent a@1 (0 N: int32)\n\nevent b@1 (0 N: int32)\n")))["App/daybook.schema.txt"]);

    [Fact]
    public async Task Offers_nothing_where_it_is_settled_already()
    {
        using LockProject before = await LockProject.AcceptedAsync(LockProject.Usings + "[Event(\"a\")] public partial record A(int N);");
        using LockProject after = before.With(LockProject.Usings + "[Event(\"a\")] public partial record A(string N);");
        Diagnostic change = Assert.Single(await after.AnalyzeAsync());
        Assert.Equal([LockVerifier.AcceptBreaking], (await after.OffersAsync(change)).Select(action => action.Title));
        await after.FixAsync(change, LockVerifier.AcceptBreaking);
        Assert.Empty(await after.OffersAsync(change));
    }
}
