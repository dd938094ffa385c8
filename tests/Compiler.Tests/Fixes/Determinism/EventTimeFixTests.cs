using Daybook.Analyzers.Determinism;
using Daybook.CodeFixes.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Determinism;

/// <summary>The time of the event in the place of the clock.</summary>
public class EventTimeFixTests : FixAllTests<DeterminismAnalyzer, EventTimeFix>
{
    protected override IReadOnlyList<(string Path, string Before, string After)> Documents => Everywhere(
        EventContextProgram.With("public Test On(Happened e) => this with { At = DateTimeOffset.Now, /* local */ Day = DateTime.Now.Day };"),
        EventContextProgram.With("public Test On(Happened e, EventContext context) => this with { At = context.Timestamp, /* local */ Day = context.Timestamp.UtcDateTime.Day };"));

    [Theory]
    [InlineData("public Test On(Happened e) => this with { At = /* now */ DateTimeOffset.UtcNow };", "public Test On(Happened e, EventContext context) => this with { At = /* now */ context.Timestamp };")]
    [InlineData("public Test On(Happened e, EventContext c) => this with { At = DateTimeOffset.Now };", "public Test On(Happened e, EventContext c) => this with { At = c.Timestamp };")]
    [InlineData("public static Test On(Test s, Happened e) => s with { Day = DateTime.Today.Day };", "public static Test On(Test s, Happened e, EventContext context) => s with { Day = context.Timestamp.UtcDateTime.Date.Day };")]
    [InlineData("public Test On(Happened context) => this with { Day = DateTime.UtcNow.Day };", "public Test On(Happened context, EventContext eventContext) => this with { Day = eventContext.Timestamp.UtcDateTime.Day };")]
    [InlineData("public Test On(Happened e) { Func<int> day = () => DateTime.Now.Day; return this with { Day = day() }; }", "public Test On(Happened e, EventContext context) { Func<int> day = () => context.Timestamp.UtcDateTime.Day; return this with { Day = day() }; }")]
    public async Task Clocks_become_the_time_of_the_event(string before, string after) =>
        Assert.Equal(EventContextProgram.With(after), await FixVerifier.FixAsync<DeterminismAnalyzer, EventTimeFix>(EventContextProgram.With(before)));

    [Fact]
    public async Task Nothing_is_offered_where_the_event_does_not_say_it()
    {
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, EventTimeFix>(EventContextProgram.With("public Test On(Happened e) => this with { Day = (int)System.Diagnostics.Stopwatch.GetTimestamp() };"));
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, EventTimeFix>(EventContextProgram.With("public Test On(Happened e) => this with { Day = Day() }; static int Day() => DateTime.Now.Day;"));
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, EventTimeFix>(EventContextProgram.With("public Test On(Happened e) { Func<int> day = static () => DateTime.Now.Day; return this with { Day = day() }; }"));
    }

    [Theory]
    [InlineData("public Test On(Happened e) => e.Name.Length > 9 ? On(new Happened(\"\")) : this with { At = DateTimeOffset.Now };")]
    [InlineData("public Test On(Happened e) => this with { At = DateTimeOffset.Now };", "public static class Caller { public static Test Call() => Test.Initial.On(new Happened(\"\")); }")]
    [InlineData("public Test On(Happened e) => this with { At = DateTimeOffset.Now };", "public static class Caller { public static Func<Happened, Test> Call() => Test.Initial.On; }")]
    public async Task Nothing_is_offered_where_the_method_is_called_by_hand(string reducer, string caller = "") =>
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, EventTimeFix>(EventContextProgram.With(reducer), caller);

    [Fact]
    public async Task Callers_do_not_matter_where_the_method_has_a_context() => Assert.Equal(
        EventContextProgram.With("public Test On(Happened e, EventContext c) => e.Name.Length > 9 ? On(new Happened(\"\"), c) : this with { At = c.Timestamp };"),
        await FixVerifier.FixAsync<DeterminismAnalyzer, EventTimeFix>(
            EventContextProgram.With("public Test On(Happened e, EventContext c) => e.Name.Length > 9 ? On(new Happened(\"\"), c) : this with { At = DateTimeOffset.Now };")));
}
