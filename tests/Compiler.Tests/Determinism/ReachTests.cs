namespace Daybook.Compiler.Tests.Determinism;

/// <summary>Every way from a reducer to what does not replay.</summary>
public class ReachTests
{
    [Theory]
    [InlineData("return this with { At = {|DAY2000:Helper.Now()|} };", "static class Helper { public static DateTimeOffset Now() => DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { At = {|DAY2000:Helper.Now|} };", "static class Helper { public static DateTimeOffset Now => DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { At = {|DAY2000:Helper.Now|} };", "static class Helper { public static readonly DateTimeOffset Now = DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { At = {|DAY2000:Helper.Now|} };", "static class Helper { public static readonly DateTimeOffset Now; static Helper() { Now = DateTimeOffset.UtcNow; } }")]
    [InlineData("return this with { At = {|DAY2000:new Helper()|}.At };", "class Helper { public DateTimeOffset At; public Helper() { At = DateTimeOffset.UtcNow; } }")]
    [InlineData("return this with { At = {|DAY2000:new Helper()|}.At };", "class Helper { public DateTimeOffset At { get; } = DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { At = {|DAY2000:new Helper()|}.At };", "class Helper : Base; class Base { public DateTimeOffset At { get; } = DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { At = {|DAY2000:new Helper() + 1|} };", "class Helper { public static DateTimeOffset operator +(Helper left, int right) => DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { At = {|DAY2000:new Helper()|} };", "class Helper { public static implicit operator DateTimeOffset(Helper value) => DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { At = {|DAY2000:new Helper()[1]|} };", "class Helper { public DateTimeOffset this[int index] => DateTimeOffset.UtcNow; }")]
    [InlineData("foreach (string name in {|DAY2000:new Helper()|}) { } return this;", "class Helper { public IEnumerator<string> GetEnumerator() { yield return DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture); } }")]
    [InlineData("using (var helper = {|DAY2000:new Helper()|}) { } return this;", "class Helper : IDisposable { public void Dispose() => _ = DateTime.UtcNow; }")]
    [InlineData("using var helper = {|DAY2000:new Helper()|}; return this;", "class Helper : IDisposable { public void Dispose() => _ = DateTime.UtcNow; }")]
    [InlineData("var (a, b) = {|DAY2000:new Helper()|}; return this;", "class Helper { public void Deconstruct(out long a, out int b) { a = DateTime.UtcNow.Ticks; b = 0; } }")]
    [InlineData("return new Helper() is {|DAY2000:(1, _)|} ? this : this with { Number = 1 };", "class Helper { public void Deconstruct(out long a, out int b) { a = DateTime.UtcNow.Ticks; b = 0; } }")]
    [InlineData("Func<DateTimeOffset> now = {|DAY2000:Helper.Now|}; return this with { At = now() };", "static class Helper { public static DateTimeOffset Now() => DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { Number = new[] { 1 }.Select({|DAY2000:Helper.Twice|}).Sum() };", "static class Helper { public static int Twice(int x) => x + DateTime.UtcNow.Day; }")]
    [InlineData("return this with { At = {|DAY2000:Helper.Now|}() };", "static class Helper { public static readonly Func<DateTimeOffset> Now = () => DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { At = {|DAY2000:e.When()|} };", "static class Helper { public static DateTimeOffset When(this Happened e) => DateTimeOffset.UtcNow; }")]
    [InlineData("IClock clock = new Clock(); return this with { At = {|DAY2000:clock.Now()|} };", "interface IClock { DateTimeOffset Now(); } class Clock : IClock { public DateTimeOffset Now() => DateTimeOffset.UtcNow; }")]
    [InlineData("Clock clock = new Host(); return this with { At = {|DAY2000:clock.Now()|} };", "abstract class Clock { public abstract DateTimeOffset Now(); } class Host : Clock { public override DateTimeOffset Now() => DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { At = {|DAY2000:Helper.Read<Clock>()|} };", "interface IClock { static abstract DateTimeOffset Now(); } class Clock : IClock { public static DateTimeOffset Now() => DateTimeOffset.UtcNow; } static class Helper { public static DateTimeOffset Read<T>() where T : IClock => T.Now(); }")]
    [InlineData("var names = new List<string>(); names.Sort({|DAY2000:new Helper()|}); return this;", "class Helper : IComparer<string> { public int Compare(string? x, string? y) => DateTime.UtcNow.Day; }")]
    [InlineData("return this with { Text = $\"{{|DAY2000:new Helper()|}}\" };", "class Helper { public override string ToString() => DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture); }")]
    [InlineData("return {|DAY2000:new Helper(1) == new Helper(1)|} ? this : this with { Number = 1 };", "record Helper(int X) { public virtual bool Equals(Helper? other) => DateTime.UtcNow.Day == 1; public override int GetHashCode() => 0; }")]
    [InlineData("var helper = new Helper(1); helper = {|DAY2000:helper|} with { X = 2 }; return this;", "record Helper(int X) { protected Helper(Helper other) { X = DateTime.UtcNow.Day; } }")]
    [InlineData("var helper = new Helper(); {|DAY2000:helper.At|} = e.At; return this;", "class Helper { public DateTimeOffset At { get => default; set => _ = DateTime.UtcNow; } }")]
    [InlineData("var all = from x in new[] { 1 } where {|DAY2000:Helper.Is(x)|} select x; return this with { Number = all.Count() };", "static class Helper { public static bool Is(int x) => DateTime.UtcNow.Day == x; }")]
    [InlineData("return this with { Number = {|DAY2000:A.One(3)|} };", "static class A { public static int One(int x) => x == 0 ? B.Two(x) : C.Three(x); } static class B { public static int Two(int x) => A.One(x); } static class C { public static int Three(int x) => B.Two(x) + DateTime.UtcNow.Day; }")]
    public async Task Is_followed(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return this;", "static class Helper { public static DateTimeOffset Now() => DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { Text = nameof(Helper.Now) };", "static class Helper { public static DateTimeOffset Now() => DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { Text = DateTime.Now };", "static class DateTime { public static string Now => \"now\"; }")]
    [InlineData("return this with { At = Helper.Now() };", "static class Helper { [Deterministic(\"a test's clock\")] public static DateTimeOffset Now() => DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { At = Helper.Now() };", "[Deterministic(\"a test's clock\")] static class Helper { public static DateTimeOffset Now() => DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { At = Helper.Now() };", "static class Helper { [Deterministic] public static DateTimeOffset Now() => {|DAY2000:DateTimeOffset.UtcNow|}; }")]
    public async Task Is_left_alone(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
