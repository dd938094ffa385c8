namespace Daybook.Compiler.Tests.Determinism;

/// <summary>The members that the compiler writes for records.</summary>
public class RecordTests
{
    private const string Copied = "sealed record Rec(int X) { public DateTimeOffset At { get; init; } = DateTimeOffset.UtcNow; } static class Helper { public static Rec? Twice(Rec? rec) => rec is null ? null : rec with { X = 2 }; }";

    [Theory]
    [InlineData("return {|DAY2000:new Box<int>(1, new()) == new Box<int>(1, new())|} ? this : Initial;", "sealed record Box<T>(T Value, Clock Clock); class Clock { public override bool Equals(object? other) => DateTime.UtcNow.Day == 1; public override int GetHashCode() => 1; }")]
    [InlineData("return {|DAY2000:new Box(null) == new Box(null)|} ? this : Initial;", "sealed record Box(Clock? Value); struct Clock { public override bool Equals(object? other) => DateTime.UtcNow.Day == 1; public override int GetHashCode() => 1; }")]
    [InlineData("return this with { Number = {|DAY2000:new Rec(1)|}.X };", Copied)]
    [InlineData("_ = {|DAY2060:new Helper()|}; return this;", "class Helper { static int Count; ~Helper() { Count++; } }")]
    [InlineData("return {|DAY2000:new Rec(1) == new Rec(1)|} ? this : Initial;", "record Rec(int X) { protected virtual Type EqualityContract { get { _ = DateTime.UtcNow; return typeof(Rec); } } }")]
    [InlineData("return {|DAY2000:new Rec(1).Equals(new Rec(1))|} ? this : Initial;", "record Rec(int X) { protected virtual Type EqualityContract { get { _ = DateTime.UtcNow; return typeof(Rec); } } }")]
    [InlineData("return {|DAY2000:new Sub(1) == new Sub(1)|} ? this : Initial;", "record Rec(int X) { protected virtual Type EqualityContract { get { _ = DateTime.UtcNow; return typeof(Rec); } } } record Sub(int X) : Rec(X) { protected override Type EqualityContract { get { _ = DateTime.UtcNow; return typeof(Rec); } } }")]
    public async Task Are_followed(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return new Box<int>(1) == new Box<int>(2) ? this : Initial;", "record Box<T>(T Value);")]
    [InlineData("return new Box<int>(1) == new Box<int>(2) ? this : Initial;", "record struct Box<T>(T Value);")]
    [InlineData("return this with { Text = new Box<string>(\"x\").ToString() };", "sealed record Box<T>(T Value) where T : class, IEquatable<string>;")]
    [InlineData("return new Outer<int>.Box(1, []) == new Outer<int>.Box(2, []) ? this : Initial;", "class Outer<T> { public record Box(T Value, T[] Values); }")]
    [InlineData("_ = Helper.Twice(null); return this;", Copied)]
    [InlineData("_ = new Helper(); return this;", "class Helper { int count; ~Helper() { count++; } }")]
    [InlineData("return new Rec(1) == new Rec(1) ? this : Initial;", "record Rec(int X) { protected virtual Type EqualityContract => typeof(Rec); }")]
    [InlineData("return this with { Number = new Rec(1).X };", "record Rec(int X) { protected virtual Type EqualityContract { get { _ = DateTime.UtcNow; return typeof(Rec); } } }")]
    public async Task Are_left_alone(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);

    /// <summary>The page on determinism says that values of a type parameter's type are not looked at.</summary>
    [Fact]
    public async Task Values_of_type_parameters_are_not_followed() => await DeterminismVerifier.VerifyReducerAsync(
        "return new Box<Clock>(new()) == new Box<Clock>(new()) ? this : Initial;",
        "sealed record Box<T>(T Value); class Clock { public override bool Equals(object? other) => DateTime.UtcNow.Day == 1; public override int GetHashCode() => 1; }");

    [Fact]
    public async Task A_generic_record_hides_nothing_else() => await DeterminismVerifier.VerifyReducerAsync(
        "return new Box<int>(1) == new Box<int>(2) ? this : this with { At = {|DAY2000:Helper.Now()|} };",
        "record Box<T>(T Value); static class Helper { public static DateTimeOffset Now() => DateTimeOffset.UtcNow; }");
}
