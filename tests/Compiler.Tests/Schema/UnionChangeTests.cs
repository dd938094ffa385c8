using System.Globalization;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Schema;

/// <summary>Changes of unions are reported at the attribute that lists the case.</summary>
public class UnionChangeTests
{
    private const string Before = """
        [Event("a")] public partial record A(List<Shape> Shapes, Expression? Root);

        [WireUnion(0, typeof(Circle))]
        [WireUnion(1, typeof(Square))]
        public abstract record Shape;
        public record Circle(int Radius) : Shape;
        public record Square(int Side) : Shape;
        public record Oval(int Width, int Height) : Shape;

        [WireUnion(0, typeof(Number))]
        [WireUnion(1, typeof(Sum))]
        public interface Expression;
        public record Number(int Value) : Expression;
        public record Sum(Expression Left, Expression Right) : Expression;
        """;

    [Theory]
    [InlineData("[WireUnion(1, typeof(Square))]", "[WireUnion({|DAY1518:2|}, typeof(Square))]")]
    [InlineData("[WireUnion(0, typeof(Circle))]\n[WireUnion(1, typeof(Square))]", "[WireUnion({|DAY1518:1|}, typeof(Circle))]\n[WireUnion({|DAY1518:0|}, typeof(Square))]")]
    [InlineData("[WireUnion(1, typeof(Square))]\npublic abstract record Shape", "public abstract record {|DAY1518:Shape|}")]
    [InlineData("[WireUnion(1, typeof(Square))]", "[WireUnion(1, typeof(Square))]\n[WireUnion(7, typeof({|DAY1534:Oval|}))]")]
    [InlineData("[WireUnion(1, typeof(Square))]", "[WireUnion(1, typeof(Oval)), WireUnion({|DAY1518:2|}, typeof(Square))]")]
    [InlineData("Circle(int Radius)", "Circle({|DAY1512:string|} Radius)")]
    [InlineData("Circle(int Radius)", "{|DAY1516:Circle|}")]
    [InlineData("Circle(int Radius)", "Circle(int Radius, int? {|DAY1530:Border|})")]
    [InlineData("Circle(int Radius)", "Circle(int {|DAY1532:Size|})")]
    [InlineData("Number(int Value)", "Number({|DAY1531:long|} Value)")]
    [InlineData("Sum(Expression Left", "Sum({|DAY1531:Expression?|} Left")]
    [InlineData("Sum(Expression Left", "Sum({|DAY1512:Number|} Left")]
    [InlineData("[WireUnion(0, typeof(Circle))]\n[WireUnion(1, typeof(Square))]", "[WireUnion(1, typeof(Square)), WireUnion(0, typeof(Circle))]")]
    [InlineData("record Shape;", "record Shape { public int Area => 1; }")]
    public Task Is_reported_once_at_its_token(string before, string after) => LockVerifier.VerifyAsync(Before, before, after);

    [Fact]
    public Task A_renamed_case_is_renamed_once() =>
        LockVerifier.VerifyAsync(Before, Before.Replace("Circle", "Round", StringComparison.Ordinal).Replace("record Round", "record {|DAY1532:Round|}", StringComparison.Ordinal));

    [Fact]
    public Task A_renamed_union_that_holds_itself_is_renamed_once() =>
        LockVerifier.VerifyAsync(Before, Before.Replace("Expression", "Formula", StringComparison.Ordinal).Replace("interface Formula", "interface {|DAY1532:Formula|}", StringComparison.Ordinal));

    [Fact]
    public async Task The_message_says_how_to_list_the_case_again()
    {
        using LockProject accepted = await LockProject.AcceptedAsync(LockProject.Usings + Before);
        using LockProject changed = accepted.With(LockProject.Usings + Before.Replace("[WireUnion(1, typeof(Square))]", "[WireUnion(2, typeof(Square))]", StringComparison.Ordinal));
        Assert.Equal(
            "The case 'Square' of 'Shape' in the event 'a@1' had the tag 1 and now has 2, so recorded values could not be read; list it as [WireUnion(1, typeof(Square))]",
            Assert.Single(await changed.AnalyzeAsync()).GetMessage(CultureInfo.InvariantCulture));
    }
}
