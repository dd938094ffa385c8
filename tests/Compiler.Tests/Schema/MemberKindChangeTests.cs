using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Schema;

/// <summary>Changes inside formatters, arrays, tuples and collections of one's own, and of what is ignored.</summary>
public class MemberKindChangeTests
{
    private const string Before = """
        [Event("a")]
        public partial record A(
            [property: Formatter(typeof(TextFormatter))] Email To, Money Price, int[,] Board, Line[,] Grid, (int, int, int, int, int, int, int, Line, Dot) Row, Lines Own,
            PriorityQueue<Dot, int> Queue)
        {
            public string Note { get; init; } = "";
            [WireKey(9)] public int Extra;
        }

        public readonly record struct Email(string Value);
        public class TextFormatter : IFormatter<Email, string>
        {
            public static string ToWire(Email value) => value.Value;
            public static Email FromWire(string wire) => new(wire);
        }

        [Formatter(typeof(MoneyFormatter))]
        public record Money(string Amount) { public string Unit => ""; }
        public record Wire(decimal Amount, string Unit);
        public class MoneyFormatter : IFormatter<Money, Wire>
        {
            public static Wire ToWire(Money value) => new(0, "");
            public static Money FromWire(Wire wire) => new("");
        }

        public record Line(int X);
        public record Dot(int Y);
        public class Lines : List<Line>;
        """;

    [Theory]
    [InlineData("decimal Amount", "{|DAY1512:int|} Amount")]
    [InlineData("string Unit);", "string {|DAY1532:Currency|});")]
    [InlineData("record Wire(decimal Amount, string Unit)", "record Wire(decimal Amount, string Unit, int? {|DAY1530:Scale|} = null)")]
    [InlineData("int[,] Board", "{|DAY1531:long[,]|} Board")]
    [InlineData("int[,] Board", "{|DAY1512:int[,,]|} Board")]
    [InlineData("int[,] Board", "{|DAY1512:int[]|} Board")]
    [InlineData("(int, int, int, int, int, int, int, Line, Dot) Row", "{|DAY1512:(int, int, int, int, int, int, int, Line, long)|} Row")]
    [InlineData("record Dot(int Y)", "record Dot({|DAY1531:long|} Y)")]
    [InlineData("string Note { get; init; } = \"\"", "string Note { get; init; } = {|DAY1533:\"none\"|}")]
    [InlineData("public string Note", "[WireIgnore] public string {|DAY1516:Note|}")]
    [InlineData("public partial record A(", "public partial record A2(")]
    [InlineData("[WireKey(9)]", "[WireKey({|DAY1510:10|})]")]
    [InlineData("class Lines : List<Line>", "class Lines : LinkedListLike<Line>; public class LinkedListLike<T> : List<T>")]
    public Task Is_reported_once_at_its_token(string before, string after) => LockVerifier.VerifyAsync(Before, before, after);

    [Fact]
    public Task A_formatter_that_records_another_type_is_to_blame_where_it_is_named() => LockVerifier.VerifyAsync(
        Before,
        Before.Replace("typeof(TextFormatter)", "typeof({|DAY1512:TextFormatter|})", StringComparison.Ordinal)
            .Replace("IFormatter<Email, string>", "IFormatter<Email, int>", StringComparison.Ordinal)
            .Replace("string ToWire(Email value) => value.Value", "int ToWire(Email value) => 1", StringComparison.Ordinal)
            .Replace("Email FromWire(string wire) => new(wire)", "Email FromWire(int wire) => new(\"\")", StringComparison.Ordinal));

    [Fact]
    public Task A_formatter_on_the_type_that_records_another_type_is_to_blame_at_the_member() => LockVerifier.VerifyAsync(
        Before,
        Before.Replace("Money Price", "{|DAY1512:Money|} Price", StringComparison.Ordinal)
            .Replace("IFormatter<Money, Wire>", "IFormatter<Money, string>", StringComparison.Ordinal)
            .Replace("Wire ToWire(Money value) => new(0, \"\")", "string ToWire(Money value) => \"\"", StringComparison.Ordinal)
            .Replace("Money FromWire(Wire wire)", "Money FromWire(string wire)", StringComparison.Ordinal));

    [Fact]
    public Task A_collection_of_another_kind_is_to_blame_at_the_member() =>
        LockVerifier.VerifyAsync(Before, Before.Replace("Lines Own", "{|DAY1512:Lines|} Own", StringComparison.Ordinal).Replace("Lines : List<Line>", "Lines : HashSet<Line>", StringComparison.Ordinal));

    [Fact]
    public Task A_removed_member_is_to_blame_at_its_type() =>
        LockVerifier.VerifyAsync(Before, Before.Replace("public string Note { get; init; } = \"\";", "", StringComparison.Ordinal).Replace("record A(", "record {|DAY1516:A|}(", StringComparison.Ordinal));

    [Fact]
    public Task What_stands_in_several_places_has_changed_once() => LockVerifier.VerifyAsync(Before, "record Line(int X)", "record Line({|DAY1531:long|} X)");

    [Fact]
    public Task A_removed_formatter_changes_the_type_of_the_member() =>
        LockVerifier.VerifyAsync(Before, "[property: Formatter(typeof(TextFormatter))] Email To", "{|DAY1512:Email|} To");
}
