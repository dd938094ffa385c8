using Daybook.Analyzers.Shape;
using Daybook.CodeFixes;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes;

public class MakeDeclarationPartialFixTests
{
    [Theory]
    [InlineData("[Event(\"a\")] public record A(int X);", "[Event(\"a\")] public partial record A(int X);")]
    [InlineData("// Why.\n[Event(\"a\")]\nrecord A(int X);", "// Why.\n[Event(\"a\")]\npartial record A(int X);")]
    [InlineData("[Event(\"a\")] readonly record struct A(int X);", "[Event(\"a\")] readonly partial record struct A(int X);")]
    [InlineData(
        "public class Outer\n{\n    class Inner\n    {\n        [Event(\"a\")] record A(int X);\n    }\n}",
        "public partial class Outer\n{\n    partial class Inner\n    {\n        [Event(\"a\")] partial record A(int X);\n    }\n}")]
    public async Task Adds_partial_where_it_is_missing(string before, string after) =>
        Assert.Equal(after, await FixVerifier.FixAsync<UnusableDeclarationAnalyzer, MakeDeclarationPartialFix>(before));
}
