using Daybook.Analyzers.Schema;
using Daybook.CodeFixes.Schema;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Schema;

/// <summary>The file is added to a project that has none.</summary>
public class CreateSchemaFileFixTests : SingleFixTests<CreateSchemaFileFix>
{
    private const string Source = "// Why.\n[Event(\"a\")] public partial record A;";

    [Fact]
    public async Task Adds_the_file_and_leaves_the_sources_alone()
    {
        var documents = await FixVerifier.FixAsync<SchemaLockAnalyzer, CreateSchemaFileFix>(action: null, ("App/A.cs", Source), ("Shop/B.cs", Source));
        Assert.Equal(["App/A.cs", "App/daybook.schema.txt", "Shop/B.cs"], documents.Keys);
        Assert.Equal((Source, Source), (documents["App/A.cs"], documents["Shop/B.cs"]));
    }
}
