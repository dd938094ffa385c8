namespace Daybook.Compiler.Tests.Determinism.Mutation;

/// <summary>Comparisons of objects.</summary>
public class IdentityTests
{
    private const string Others = """
        sealed class Status { public static readonly Status Open = new(); public static readonly Status Closed = new(); }
        sealed record Item(int Count);
        sealed class Point(int x) : IEquatable<Point>
        {
            public int X => x;
            public bool Equals(Point? other) => ReferenceEquals(this, other) || (other is not null && other.X == X);
            public override bool Equals(object? other) => Equals(other as Point);
            public override int GetHashCode() => x;
            public static bool operator ==(Point left, Point right) => left.Equals(right);
            public static bool operator !=(Point left, Point right) => !left.Equals(right);
        }
        """;

    [Theory]
    [InlineData("var status = Status.Open; return {|DAY2220:status == Status.Closed|} ? this : Initial;")]
    [InlineData("var status = Status.Open; return {|DAY2220:status != Status.Closed|} ? this : Initial;")]
    [InlineData("return {|DAY2220:ReferenceEquals(this, Initial)|} ? this : Initial;")]
    [InlineData("return {|DAY2220:(object)this == Initial|} ? this : Initial;")]
    [InlineData("return {|DAY2220:Changing == Initial.Changing|} ? this : Initial;")]
    [InlineData("return {|DAY2220:Names == Initial.Names|} ? this : Initial;")]
    [InlineData("int[] a = [1], b = [1]; return {|DAY2220:a == b|} ? this : Initial;")]
    [InlineData("IEnumerable<string> names = Changing; return {|DAY2220:names == Initial.Changing|} ? this : Initial;")]
    public async Task Is_flagged(string body) => await DeterminismVerifier.VerifyReducerAsync(body, Others);

    [Theory]
    [InlineData("return Changing == null ? this : Initial;")]
    [InlineData("return null != Changing ? this : Initial;")]
    [InlineData("return ReferenceEquals(Changing, null) ? this : Initial;")]
    [InlineData("return Changing is null || Changing == default ? this : Initial;")]
    [InlineData("return Text == e.Value ? this : Initial;")]
    [InlineData("return Text == \"open\" ? this : Initial;")]
    [InlineData("return this == Initial ? this : Initial;")]
    [InlineData("return new Item(1) == new Item(2) ? this : Initial;")]
    [InlineData("return new Point(1) == new Point(2) ? this : Initial;")]
    [InlineData("return new Point(1).Equals(new Point(2)) ? this : Initial;")]
    [InlineData("return Id == e.At.ToString(\"O\", CultureInfo.InvariantCulture).Length switch { 1 => Guid.Empty, _ => Id } ? this : Initial;")]
    [InlineData("return typeof(Item) == typeof(Point) ? this : Initial;")]
    [InlineData("int? number = Number; return number == e.Number ? this : Initial;")]
    [InlineData("return At == e.At && Names.Count == 0 ? this : Initial;")]
    public async Task Is_left_alone(string body) => await DeterminismVerifier.VerifyReducerAsync(body, Others);
}
