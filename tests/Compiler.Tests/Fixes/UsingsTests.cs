using Daybook.Analyzers.Determinism;
using Daybook.CodeFixes.Determinism;
using Daybook.Compiler.Tests.Fixes.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes;

/// <summary>A using that a fix adds stands where somebody would write it.</summary>
public class UsingsTests
{
    private const string Global = "global using Daybook;\nglobal using System;\nglobal using System.Collections.Generic;\n";

    [Theory]
    [InlineData("", "+")]
    [InlineData("// License.\n// Ours.\n\n", "// License.\n// Ours.\n\n+")]
    [InlineData("// License.\n\n// Why.\n", "// License.\n\n+// Why.\n")]
    [InlineData("// License.\n\n// Details.\n\n/// <summary>Why.</summary>\n", "// License.\n\n// Details.\n\n+/// <summary>Why.</summary>\n")]
    [InlineData("// Why.\n", "+// Why.\n")]
    [InlineData("/* License. */\n\n#nullable enable\n", "/* License. */\n\n#nullable enable\n+")]
    [InlineData("#define ONE\n// Why.\n", "#define ONE\n+// Why.\n")]
    [InlineData("// License.\n\n#if !ONE\n// Why.\n#endif\n", "// License.\n\n+#if !ONE\n// Why.\n#endif\n")]
    [InlineData("// License.\nnamespace N;\n\n", "// License.\n+namespace N;\n\n")]
    [InlineData("// License.\n\nnamespace N;\n\n", "// License.\n\n+namespace N;\n\n")]
    [InlineData("// License.\n\nusing System.Linq;\n", "// License.\n\n+using System.Linq;\n")]
    [InlineData("// License.\n\nusing System;\n// Linq.\nusing System.Linq;\n", "// License.\n\nusing System;\n+// Linq.\nusing System.Linq;\n")]
    public async Task A_using_stands_below_what_speaks_of_the_file(string before, string after)
    {
        var changed = await FixVerifier.FixAsync<DeterminismAnalyzer, UseInvariantCultureFix>(
            action: null,
            ("App/Global.cs", Global),
            ("App/Source.cs", before + Program("")));
        Assert.Equal(
            after.Replace("+", "using System.Globalization;\n", StringComparison.Ordinal) + Program("CultureInfo.InvariantCulture"),
            changed["App/Source.cs"]);
    }

    private static string Program(string culture) => ReducerProgram.Around($"return this with {{ Text = e.Amount.ToString({culture}) }};", usings: "").TrimStart('\n');
}
