using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Schema;

/// <summary>Changes beyond the documented examples, and what is no change.</summary>
public class SchemaChangeTests
{
    private const string Before = """
        [Event("a")]
        public partial record A(string Sku, int Count, Dictionary<string, List<Line>> Lines, (int, Unit?) Pair, short Small, Node? Root = null, int Rest = 1)
        {
            public A? Self { get; init; }
        }

        public record Line(string Name, int Price = 1);
        public enum Unit : short { Piece, Gram }
        public record Node(int Value, Node? Next);
        """;

    [Theory]
    [InlineData("Line(string Name, int Price = 1)", "Line(string Name, {|DAY1512:string|} Price = \"\")")]
    [InlineData("Line(string Name, int Price = 1)", "{|DAY1516:Line|}(string Name)")]
    [InlineData("Line(string Name, int Price = 1)", "Line(string? {|DAY1515:Note|}, string Name, int Price = 1)")]
    [InlineData("Line(string Name, int Price = 1)", "Line([WireKey(0)] string Name, [WireKey({|DAY1510:5|})] int Price = 1)")]
    [InlineData("Dictionary<string, List<Line>>", "{|DAY1512:Dictionary<string, List<string>>|}")]
    [InlineData("Dictionary<string, List<Line>>", "{|DAY1512:List<Line>|}")]
    [InlineData("(int, Unit?) Pair", "{|DAY1513:(int, Unit)|} Pair")]
    [InlineData("(int, Unit?) Pair", "{|DAY1512:(int, Unit?, int)|} Pair")]
    [InlineData("(int, Unit?) Pair", "{|DAY1531:(long, Unit?)|} Pair")]
    [InlineData("Unit : short", "{|DAY1512:Unit|} : byte")]
    [InlineData("Unit : short", "{|DAY1531:Unit|} : int")]
    [InlineData("{ Piece, Gram }", "{ Piece, {|DAY1532:Gramme|} = 1 }")]
    [InlineData("enum Unit : short { Piece, Gram }", "enum {|DAY1517:Unit|} : short { Piece }")]
    [InlineData("Node(int Value", "Node({|DAY1531:long|} Value")]
    [InlineData("short Small", "{|DAY1512:sbyte|} Small")]
    [InlineData("int Rest = 1", "int Rest = {|DAY1533:0|}")]
    [InlineData("short Small", "{|DAY1512:uint|} Small")]
    [InlineData("string Sku, int Count", "{|DAY1512:int|} Sku, {|DAY1512:string|} Count")]
    [InlineData("[Event(\"a\")]", "[Event(\"a\")] ")]
    [InlineData("public A? Self { get; init; }", "/// <summary>Documented.</summary>\n    public   A?   Self { get ; init ; }")]
    [InlineData("(string Sku,", "(\n    // Why.\n    string Sku,")]
    public Task Gives_one_diagnostic_for_each_change(string before, string after) => LockVerifier.VerifyAsync(Before, before, after);

    [Fact]
    public async Task Nested_records_are_reported_once_for_each_line_in_their_own_file()
    {
        const string Line = "public record Line(string Sku);";
        const string Events = "using Daybook; [Event(\"a\")] public partial record A(Line Line); [Event(\"b\")] public partial record B(Line[] Lines);";
        using LockProject accepted = await LockProject.AcceptedAsync(Events, Line);
        using LockProject changed = accepted.With(Events, "public record Line(string Sku, int? Count);");
        var found = await changed.AnalyzeAsync();
        Assert.Equal(2, found.Length);
        Assert.All(found, diagnostic => Assert.Equal(("DAY1530", "/project/Source1.cs"), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path)));
        await changed.AcceptAllAsync();
        Assert.Empty(await changed.AnalyzeAsync());
    }

    [Fact]
    public async Task Breaking_changes_hide_additions_of_the_same_line()
    {
        using LockProject accepted = await LockProject.AcceptedAsync("using Daybook; [Event(\"a\")] public partial record A(int N);");
        using LockProject changed = accepted.With("using Daybook; [Event(\"a\")] public partial record A(string N, int? M);");
        Assert.Equal("DAY1512", Assert.Single(await changed.AnalyzeAsync()).Id);
        string before = changed.Lock!;
        await changed.AcceptAllAsync();
        Assert.Equal(before, changed.Lock);
    }

    [Fact]
    public async Task Renamed_and_moved_types_are_no_change_of_an_event()
    {
        using LockProject accepted = await LockProject.AcceptedAsync("using Daybook; [Event(\"a\")] public partial record A(int N); [Event(\"b\")] public partial record B;");
        using LockProject changed = accepted.With("[Daybook.Event(\"b\")] public partial record Better;", "namespace Elsewhere; [Daybook.Event(\"a\")] internal partial record Other(int N);");
        Assert.Empty(await changed.AnalyzeAsync());
    }

    [Fact]
    public async Task An_event_that_the_generator_declines_keeps_its_line()
    {
        using LockProject accepted = await LockProject.AcceptedAsync("using Daybook; [Event(\"a\")] public partial record A(int N);");
        using LockProject changed = accepted.With("using Daybook; [Event(\"a\")] public record A(int N);");
        Assert.Empty(await changed.AnalyzeAsync());
    }
}
