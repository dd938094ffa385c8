using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Hostile;

/// <summary>Generated files are found by the names of their types, whatever else is in the project.</summary>
public class HintNameTests
{
    [Theory]
    [InlineData("namespace A.B { [Daybook.Event(\"a\")] public partial record Opened; }", "A.B.Opened.g.cs")]
    [InlineData("namespace A { partial class Outer { partial struct Inner { [Daybook.Event(\"a\")] public partial record struct Opened; } } }", "A.Outer.Inner.Opened.g.cs")]
    [InlineData("[Daybook.Event(\"a\")] public partial record @event;", "event.g.cs")]
    [InlineData("[Daybook.Event(\"a\")] public partial record Größe;", "Gr__e.d2bb294bce582ea2.g.cs")]
    public void They_read_like_the_type(string source, string expected) => Assert.Equal(expected, FileOf(source));

    [Fact]
    public void Another_declaration_does_not_change_them()
    {
        const string Source = "namespace A { [Daybook.Event(\"a\")] public partial record Opened; }";
        Assert.Contains(FileOf(Source), TestCompiler.Generate(Source, "namespace B { [Daybook.Event(\"b\")] public partial record Opened; }"));
    }

    [Fact]
    public void Long_names_keep_their_start_and_stay_apart()
    {
        string start = new('a', 150);
        string[] files =
        [
            .. TestCompiler.Generate($"[Daybook.Event(\"a\")] public partial record {start}b; [Daybook.Event(\"b\")] public partial record {start}c;")
                .Keys.Where(name => name.StartsWith('a')),
        ];
        Assert.Equal(2, files.Length);
        Assert.All(files, file =>
        {
            Assert.StartsWith(start[..120] + ".", file, StringComparison.Ordinal);
            Assert.InRange(file.Length, 121, 160);
        });
    }

    [Fact]
    public void Names_that_are_one_without_case_are_both_told_apart() => Assert.All(
        TestCompiler.Generate("[Daybook.Event(\"a\")] public partial record Opened; [Daybook.Event(\"b\")] public partial record OPENED;")
            .Keys.Where(name => name.StartsWith('O')),
        name => Assert.Matches("^(Opened|OPENED)\\.[0-9a-f]{16}\\.g\\.cs$", name));

    [Theory]
    [InlineData("[Daybook.Event(\"a\")] public partial record Opened; [Daybook.Event(\"b\")] public partial record struct Opened;")]
    [InlineData("partial class Outer { [Daybook.Event(\"a\")] public partial record Opened; } partial struct Outer { [Daybook.Event(\"b\")] public partial record Opened; }")]
    public void Two_types_of_one_name_are_the_compilers_to_refuse(string source) =>
        Assert.Equal(2, TestCompiler.Run(TestCompiler.Compile(source)).Files.Keys.Count(name => name.Contains("Opened", StringComparison.Ordinal)));

    private static string FileOf(string source) => TestCompiler.Generate(source).Keys.Single(name => !name.StartsWith("Daybook.Generated.", StringComparison.Ordinal));
}
