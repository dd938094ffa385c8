using Daybook.Analyzers.Determinism;
using Daybook.CodeFixes.Determinism;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Daybook.Compiler.Tests.Fixes;

/// <summary>Fixes that take from the event's context what the reducer made itself.</summary>
public class EventContextFixTests
{
    [Theory]
    [InlineData("public Test On(Happened e) => this with { At = /* now */ DateTimeOffset.UtcNow };", "public Test On(Happened e, EventContext context) => this with { At = /* now */ context.Timestamp };")]
    [InlineData("public Test On(Happened e, EventContext c) => this with { At = DateTimeOffset.Now };", "public Test On(Happened e, EventContext c) => this with { At = c.Timestamp };")]
    [InlineData("public static Test On(Test s, Happened e) => s with { Day = DateTime.Today.Day };", "public static Test On(Test s, Happened e, EventContext context) => s with { Day = context.Timestamp.UtcDateTime.Date.Day };")]
    [InlineData("public Test On(Happened context) => this with { Day = DateTime.UtcNow.Day };", "public Test On(Happened context, EventContext eventContext) => this with { Day = eventContext.Timestamp.UtcDateTime.Day };")]
    [InlineData("public Test On(Happened e) { Func<int> day = () => DateTime.Now.Day; return this with { Day = day() }; }", "public Test On(Happened e, EventContext context) { Func<int> day = () => context.Timestamp.UtcDateTime.Day; return this with { Day = day() }; }")]
    public async Task Clocks_become_the_time_of_the_event(string before, string after) =>
        Assert.Equal(Program(after), await FixVerifier.FixAsync<DeterminismAnalyzer, EventTimeFix>(Program(before)));

    [Theory]
    [InlineData("public Test On(Happened e) => this with { Id = Guid.NewGuid() };", "public Test On(Happened e, EventContext context) => this with { Id = context.EventId.ToGuid() };")]
    [InlineData("public Test On(Happened e) => this with { Id = Guid.CreateVersion7() };", "public Test On(Happened e, EventContext context) => this with { Id = context.EventId.ToGuid() };")]
    public async Task New_ids_become_the_id_of_the_event(string before, string after) =>
        Assert.Equal(Program(after), await FixVerifier.FixAsync<DeterminismAnalyzer, EventIdFix>(Program(before)));

    [Fact]
    public async Task New_ids_move_into_the_event() => Assert.Equal(
        Program("public Test On(Happened e) => this with { Id = e.NewId };").Replace("Happened(string Name)", "Happened(string Name, Guid NewId = default)", StringComparison.Ordinal),
        await FixVerifier.FixAsync<DeterminismAnalyzer, MoveIdIntoEventFix>(Program("public Test On(Happened e) => this with { Id = Guid.NewGuid() };")));

    [Fact]
    public async Task Nothing_is_offered_where_the_event_does_not_say_it()
    {
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, EventTimeFix>(Program("public Test On(Happened e) => this with { Day = (int)System.Diagnostics.Stopwatch.GetTimestamp() };"));
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, EventTimeFix>(Program("public Test On(Happened e) => this with { Day = Day() }; static int Day() => DateTime.Now.Day;"));
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, EventTimeFix>(Program("public Test On(Happened e) { Func<int> day = static () => DateTime.Now.Day; return this with { Day = day() }; }"));
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, EventIdFix>(Program("public Test On(Happened e) => this with { Day = Random.Shared.Next() };"));
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, EventIdFix>(Program("public Test On(Happened e) => this with { Id = Guid.NewGuid(), Other = Guid.NewGuid() };"));
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, EventIdFix>(Program("public Test On(Happened e) { Guid id = default; foreach (char c in e.Name) { id = Guid.NewGuid(); } return this with { Id = id }; }"));
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, MoveIdIntoEventFix>(Program("public Test On(Happened e) => this with { Day = Random.Shared.Next() };"));
    }

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 2)]
    [InlineData(FixAllScope.Solution, 3)]
    public async Task All_clocks_are_replaced_at_once(FixAllScope scope, int changed)
    {
        string[] names = ["App/First.cs", "App/Second.cs", "Other/Third.cs"];
        var documents = await FixVerifier.FixAllAsync<DeterminismAnalyzer, EventTimeFix>(
            scope, [.. names.Select((path, index) => (path, Many(index, "public Test On(Happened e) => this with { At = DateTimeOffset.Now, Day = DateTime.Now.Day };")))]);
        Assert.Equal(
            names.Select((_, index) => Many(index, index < changed
                ? "public Test On(Happened e, EventContext context) => this with { At = context.Timestamp, Day = context.Timestamp.UtcDateTime.Day };"
                : "public Test On(Happened e) => this with { At = DateTimeOffset.Now, Day = DateTime.Now.Day };")),
            names.Select(name => documents[name]));
    }

    private static string Many(int index, string reducer) => $"namespace N{index};\n" + Program(reducer).Replace("\"test", $"\"test{index}", StringComparison.Ordinal);

    private static string Program(string reducer) => $$"""
        [Event("test.happened")]
        public sealed partial record Happened(string Name);

        [State("test")]
        public sealed partial record Test
        {
            public static Test Initial { get; } = new();
            public int Day { get; init; }
            public Guid Id { get; init; }
            public Guid Other { get; init; }
            public DateTimeOffset At { get; init; }

            [Reducer]
            {{reducer}}
        }
        """;
}
