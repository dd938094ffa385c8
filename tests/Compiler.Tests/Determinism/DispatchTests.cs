namespace Daybook.Compiler.Tests.Determinism;

/// <summary>Which of several members a call runs, and names that only look like those of others.</summary>
public class DispatchTests
{
    [Theory]
    [InlineData("return this with { At = {|DAY2000:new Host().Then()|} };", "class Clock { public virtual DateTimeOffset Now() => DateTimeOffset.UtcNow; } sealed class Host : Clock { public override DateTimeOffset Now() => default; public DateTimeOffset Then() => base.Now(); }")]
    [InlineData("return this with { At = {|DAY2000:Helper.Read(new Clock())|} };", "interface IClock { DateTimeOffset Now(); } struct Clock : IClock { public DateTimeOffset Now() => DateTimeOffset.UtcNow; } static class Helper { public static DateTimeOffset Read<T>(T clock) where T : struct, IClock => clock.Now(); }")]
    [InlineData("IClock clock = new Clock(); return this with { At = {|DAY2000:clock.Now()|} };", "interface IClock { DateTimeOffset Now() => DateTimeOffset.UtcNow; } class Clock : IClock;")]
    [InlineData("IClock clock = new Clock(); return this with { At = {|DAY2000:clock.Now()|} };", "interface IClock { DateTimeOffset Now(); } interface IHost : IClock { DateTimeOffset IClock.Now() => DateTimeOffset.UtcNow; } class Clock : IHost;")]
    [InlineData("IClock clock = new Clock(); return this with { At = {|DAY2000:clock.Now()|} };", "interface IClock { DateTimeOffset Now(); } class Clock : IClock { DateTimeOffset IClock.Now() => DateTimeOffset.UtcNow; }")]
    [InlineData("{|DAY2900:new Helper().Raise()|}; return this;", "class Helper { public event Action? Changed; public void Raise() => Changed?.Invoke(); }")]
    [InlineData("return this with { Number = Helper.Rule?{|DAY2900:.Invoke(1)|} ?? 0 };", "static class Helper { [Deterministic(\"set once\")] public static Func<int, int>? Rule; }")]
    [InlineData("foreach (Func<int> day in new Func<int>[] { () => {|DAY2000:DateTime.UtcNow|}.Day }) { _ = day; } return this;")]
    [InlineData("foreach (string name in Names) { Func<int> day = () => {|DAY2000:DateTime.UtcNow|}.Day; } return this;")]
    [InlineData("return this with { Number = Names.OrderBy(_ => {|DAY2020:Guid.NewGuid()|}).Count() };")]
    public async Task Is_followed(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return this with { At = new Host().Then() };", "class Clock { public virtual DateTimeOffset Now() => default; } class Host : Clock { public override DateTimeOffset Now() => DateTimeOffset.UtcNow; public DateTimeOffset Then() => base.Now(); }")]
    [InlineData("return this with { At = Helper.Read(new Clock()) };", "interface IClock { DateTimeOffset Now(); } struct Clock : IClock { public DateTimeOffset Now() => default; } static class Helper { public static DateTimeOffset Read<T>(T clock) where T : struct, IClock => clock.Now(); }")]
    [InlineData("IClock clock = new Clock(); return this with { At = clock.Now() };", "interface IClock { DateTimeOffset Now() => DateTimeOffset.UtcNow; } class Clock : IClock { public DateTimeOffset Now() => default; }")]
    [InlineData("var clock = new Clock(); return this with { At = clock.Now() };", "interface IClock { DateTimeOffset Now(); } sealed class Clock : IClock { public DateTimeOffset Now() => default; DateTimeOffset IClock.Now() => DateTimeOffset.UtcNow; }")]
    [InlineData("return new Worker().Start(this);", "class Worker { public Test Start(Test state) => StartNew(state); public static Test StartNew(Test state) => state; }")]
    [InlineData("return this with { Number = new HttpClientOptions().Limit };", "class HttpClientOptions { public int Limit => 1; }")]
    [InlineData("return Helper.Has(e.Value, out string? text) ? this with { Text = text } : this;", "static class Helper { public static bool Has(string? given, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? text) { text = given; return given is not null; } }")]
    [InlineData("return this with { Text = \"HttpClient File.ReadAllText DateTime.Now\" };")]
    [InlineData("return this with { Number = Helper.One() };", "static class Helper { /// <summary>Not <see cref=\"DateTime.UtcNow\"/> and not <see cref=\"System.IO.File.ReadAllText(string)\"/>.</summary>\n public static int One() => 1; }")]
    public async Task Is_left_alone(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
