using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Shape;

public class DateTimeTests
{
    [Theory]
    [InlineData("[Event(\"a\")] public partial record A(DateTime {|DAY1219:At|});")]
    [InlineData("[Event(\"a\")] public partial record A(DateTime? {|DAY1219:At|});")]
    [InlineData("[Event(\"a\")] public partial record A { public DateTime {|DAY1219:At|} { get; init; } }")]
    [InlineData("[Event(\"a\")] public readonly partial record struct A(string Name, DateTime {|DAY1219:At|});")]
    [InlineData("[Event(\"a\")] public partial record A(DateTime[] {|DAY1219:Times|});")]
    [InlineData("[Event(\"a\")] public partial record A(IReadOnlyDictionary<DateTime, int> {|DAY1219:Times|});")]
    [InlineData("[Event(\"a\")] public partial record A((DateTime From, DateTime To) {|DAY1219:Range|});")]
    [InlineData("[Event(\"a\")] public partial record A(IReadOnlyList<DateTime?> {|DAY1219:Times|}, DateTime {|DAY1219:At|});")]
    public Task Finds(string markup) => Verifier.VerifyAsync<RecordedMemberAnalyzer>(markup);

    [Theory]
    [InlineData("[Event(\"a\")] public partial record A(DateTimeOffset At, DateOnly Day, TimeOnly Time, TimeSpan Span);")]
    [InlineData("[Event(\"a\")] public partial record A(DateTimeOffset At) { public DateTime Local => At.LocalDateTime; }")]
    [InlineData("[Event(\"a\")] public partial record A(int N) { [WireIgnore] public DateTime At { get; init; } }")]
    [InlineData("[Event(\"a\")] public partial record A(DateTimeKind Kind);")]
    [InlineData("[Event(\"a\")] public partial record A(int N) { public static readonly DateTime Start = DateTime.UnixEpoch; }")]
    [InlineData("public record Plain(DateTime At);")]
    [InlineData("[Event(\"x\")] public partial record X; [State(\"s\")] public partial record S { public DateTime At { get; init; } [Reducer] S On(X e) => this with { }; }")]
    public Task Accepts(string markup) => Verifier.VerifyAsync<RecordedMemberAnalyzer>(markup);
}
