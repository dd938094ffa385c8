using Daybook.Analyzers.Schema;
using Daybook.CodeFixes.Schema;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.Fixes.Schema;

/// <summary>Additions are accepted into the file of their project.</summary>
public class AcceptAdditionFixTests : FixAllTests<SchemaLockAnalyzer, AcceptAdditionFix>
{
    protected override IReadOnlyList<(string Path, string Before, string After)> Documents =>
    [
        ("App/A.cs", "[Event(\"a\")] public partial record A(int N, int? M);", ""),
        ("App/B.cs", "[Event(\"b\")] public partial record B(int N, int? M);", ""),
        ("App/daybook.schema.txt", "# Ours.\nevent a@1 (0 N: int32)\nevent b@1 (0 N: int32)\n", ""),
        ("Shop/C.cs", "[Event(\"c\")] public partial record C(int N, int? M);", ""),
        ("Shop/daybook.schema.txt", "event c@1 (0 N: int32)\n# Last.\n", ""),
    ];

    protected override IEnumerable<(string Path, string Source)> After(int changed) => Documents.Select(document => (document.Path, document.Path switch
    {
        "App/daybook.schema.txt" => Accept(document.Before, changed > 1 ? ["a", "b"] : ["a"]),
        "Shop/daybook.schema.txt" when changed > 2 => Accept(document.Before, ["c"]),
        _ => document.Before,
    }));

    [Fact]
    public async Task Offers_nothing_where_it_is_settled_already()
    {
        using LockProject before = await LockProject.AcceptedAsync(LockProject.Usings + "[Event(\"a\")] public partial record A(int N);");
        using LockProject after = before.With(LockProject.Usings + "[Event(\"a\")] public partial record A(int N, int? M);");
        Diagnostic addition = Assert.Single(await after.AnalyzeAsync());
        Assert.Equal([LockVerifier.Accept], (await after.OffersAsync(addition)).Select(action => action.Title));
        await after.AcceptAllAsync();
        Assert.Empty(await after.OffersAsync(addition));
        using LockProject without = new(lockText: null, after.Source());
        Assert.Empty(await without.OffersAsync(addition));
    }

    private static string Accept(string file, string[] events) =>
        events.Aggregate(file, (text, name) => text.Replace($"event {name}@1 (0 N: int32)", $"event {name}@1 (0 N: int32, 1 M: int32?)", StringComparison.Ordinal));
}
