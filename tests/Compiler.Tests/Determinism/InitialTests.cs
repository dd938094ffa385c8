using Daybook.Analyzers.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Determinism;

/// <summary>What makes a state's initial value is checked, also where the state does not declare one.</summary>
public class InitialTests
{
    private const string Event = "[Event(\"test.happened\")] public sealed partial record Happened(int Number);\n";
    private const string Reducer = "public int Last { get; init; } [Reducer] public Test On(Happened e) => this with { Last = e.Number }; }\n";

    [Theory]
    [InlineData("[State(\"test\")] public sealed partial record Test { public Test() { At = {|DAY2000:DateTimeOffset.UtcNow|}; } public DateTimeOffset At { get; init; } ")]
    [InlineData("[State(\"test\")] public sealed partial record Test { public DateTimeOffset At { get; init; } = {|DAY2000:DateTimeOffset.UtcNow|}; ")]
    [InlineData("[State(\"test\")] public sealed partial record Test { public DateTimeOffset At { get; init; } = {|DAY2000:Helper.Now()|}; ")]
    [InlineData("[State(\"test\")] public sealed partial record Test { public DateTimeOffset At { get; init; } public Test() { At = {|DAY2000:Helper.Now()|}; } ")]
    [InlineData("[State(\"test\")] public sealed partial record Test(int X = 1) { public DateTimeOffset At { get; init; } = {|DAY2000:DateTimeOffset.UtcNow|}; ")]
    [InlineData("[State(\"test\")] public sealed partial record {|DAY2000:Test|} : Base { ")]
    [InlineData("[State(\"test\")] public sealed partial record {|DAY2000:Test|}(int X = 1) : Base { ")]
    [InlineData("[State(\"test\")] public sealed partial record Test { public static readonly Test Initial = new() { At = {|DAY2000:DateTimeOffset.UtcNow|} }; public DateTimeOffset At { get; init; } ")]
    [InlineData("[State(\"test\")] public sealed partial record Test { public static Test Initial { get; } = {|DAY2000:new()|}; public DateTimeOffset At { get; init; } = DateTimeOffset.UtcNow; ")]
    [InlineData("[State(\"test\")] public sealed partial record Test { public static Test Initial => new() { At = {|DAY2000:DateTimeOffset.UtcNow|} }; public DateTimeOffset At { get; init; } ")]
    public async Task Is_checked(string state) => await VerifyAsync(state);

    [Theory]
    [InlineData("[State(\"test\")] public sealed partial record Test { public DateTimeOffset At { get; init; } = DateTimeOffset.UnixEpoch; public static DateTimeOffset Start { get; } = DateTimeOffset.UtcNow; ")]
    [InlineData("[State(\"test\")] public sealed partial record Test { [WireIgnore] public long Age => DateTime.UtcNow.Ticks; ")]
    [InlineData("[State(\"test\")] public sealed partial record Test { public static Test Initial { get; } = new(1); private Test(int last) { Last = last; } public Test() { At = DateTimeOffset.UtcNow; } public DateTimeOffset At { get; init; } ")]
    [InlineData("public record Plain { public DateTimeOffset At { get; init; } = DateTimeOffset.UtcNow; } [State(\"test\")] public sealed partial record Test { ")]
    public async Task Is_left_alone(string state) => await VerifyAsync(state);

    private static Task VerifyAsync(string state) => Verifier.VerifyAsync<DeterminismAnalyzer>(
        Event + state + Reducer + "static class Helper { public static DateTimeOffset Now() => DateTimeOffset.UtcNow; } public record Base { public DateTimeOffset Made { get; init; } = DateTimeOffset.UtcNow; }");
}
