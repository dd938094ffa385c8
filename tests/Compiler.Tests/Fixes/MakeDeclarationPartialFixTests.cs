using Daybook.Analyzers.Shape;
using Daybook.CodeFixes;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes;

public class MakeDeclarationPartialFixTests : FixAllTests<UnusableDeclarationAnalyzer, MakeDeclarationPartialFix>
{
    [Theory]
    [InlineData("[Event(\"a\")] public record A(int X);", "[Event(\"a\")] public partial record A(int X);")]
    [InlineData("// Why.\n[Event(\"a\")]\nrecord A(int X);", "// Why.\n[Event(\"a\")]\npartial record A(int X);")]
    [InlineData("[Event(\"a\")]\npublic sealed\n    record A(int X);", "[Event(\"a\")]\npublic sealed\n    partial record A(int X);")]
    [InlineData("[Event(\"a\")]\npublic sealed // Why.\nrecord A(int X);", "[Event(\"a\")]\npublic sealed // Why.\npartial record A(int X);")]
    [InlineData("[Event(\"a\")] readonly record struct A(int X);", "[Event(\"a\")] readonly partial record struct A(int X);")]
    [InlineData(
        "public class Outer\n{\n    class Inner\n    {\n        [Event(\"a\")] record A(int X);\n    }\n}",
        "public partial class Outer\n{\n    partial class Inner\n    {\n        [Event(\"a\")] partial record A(int X);\n    }\n}")]
    public async Task Adds_partial_where_it_is_missing(string before, string after) =>
        Assert.Equal(after, await FixVerifier.FixAsync<UnusableDeclarationAnalyzer, MakeDeclarationPartialFix>(before));

    [Theory]
    [InlineData("[Event(\"a\")] public partial record A(int X);", "public record A;")]
    [InlineData("public partial class Outer { [Event(\"a\")] public partial record A(int X); }", "public class Outer;")]
    public Task Offers_nothing_where_another_part_is_to_be_mended(string part, string other) =>
        FixVerifier.OffersNothingAsync<UnusableDeclarationAnalyzer, MakeDeclarationPartialFix>(part, other);

    protected override IReadOnlyList<(string Path, string Before, string After)> Documents =>
    [
        (
            "Events/A.cs",
            "[Event(\"a\")] public record A(int X);\npublic class Outer\n{\n    [Event(\"b\")] public record B(int X);\n    [Event(\"c\")] public record C(int X);\n}",
            "[Event(\"a\")] public partial record A(int X);\npublic partial class Outer\n{\n    [Event(\"b\")] public partial record B(int X);\n    [Event(\"c\")] public partial record C(int X);\n}"),
        (
            "Events/D.cs",
            "// Why.\n[Event(\"d\")]\nrecord D;",
            "// Why.\n[Event(\"d\")]\npartial record D;"),
        (
            "Shop/E.cs",
            "[Event(\"e\")] public record E(A A);",
            "[Event(\"e\")] public partial record E(A A);"),
    ];
}
