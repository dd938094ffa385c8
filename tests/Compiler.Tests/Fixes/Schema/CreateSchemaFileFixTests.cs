using Daybook.Analyzers.Schema;
using Daybook.CodeFixes.Schema;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Schema;

/// <summary>The file is added to each project that has none, and says what is declared there.</summary>
public class CreateSchemaFileFixTests : FixAllTests<SchemaLockAnalyzer, CreateSchemaFileFix>
{
    private const string Header = "# What this project records. Review changes of it like code: recorded events stay for ever.\n";

    protected override IReadOnlyList<(string Path, string Before, string After)> Documents =>
    [
        ("App/A.cs", "// Why.\n[Event(\"a\")] public partial record A;", ""),
        ("App/B.cs", "[Event(\"b\")] public partial record B(int N);", ""),
        ("Shop/C.cs", "[Event(\"c\")] public partial record C;", ""),
    ];

    protected override IEnumerable<(string Path, string Source)> After(int changed) => base.After(0)
        .Append(("App/daybook.schema.txt", Header + "event a@1 ()\nevent b@1 (0 N: int32)\n"))
        .Concat(changed > 2 ? [("Shop/daybook.schema.txt", Header + "event c@1 ()\n")] : []);

    [Fact]
    public async Task Adds_the_file_and_leaves_the_sources_alone() => Assert.Equal(
        After(1).OrderBy(document => document.Path, StringComparer.Ordinal),
        (await FixVerifier.FixAsync<SchemaLockAnalyzer, CreateSchemaFileFix>(action: null, [.. Documents.Select(document => (document.Path, document.Before))])).Select(document => (document.Key, document.Value)));
}
