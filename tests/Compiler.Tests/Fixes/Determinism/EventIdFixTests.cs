using Daybook.Analyzers.Determinism;
using Daybook.CodeFixes.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Determinism;

/// <summary>The id of the event in the place of a new one.</summary>
public class EventIdFixTests : FixAllTests<DeterminismAnalyzer, EventIdFix>
{
    protected override IReadOnlyList<(string Path, string Before, string After)> Documents => Everywhere(
        EventContextProgram.With("public Test On(Happened e) => this with { Id = /* new */ Guid.NewGuid() };"),
        EventContextProgram.With("public Test On(Happened e, EventContext context) => this with { Id = /* new */ context.EventId.ToGuid() };"));

    [Theory]
    [InlineData("public Test On(Happened e) => this with { Id = Guid.NewGuid() };", "public Test On(Happened e, EventContext context) => this with { Id = context.EventId.ToGuid() };")]
    [InlineData("public Test On(Happened e) => this with { Id = Guid.CreateVersion7() };", "public Test On(Happened e, EventContext context) => this with { Id = context.EventId.ToGuid() };")]
    public async Task New_ids_become_the_id_of_the_event(string before, string after) =>
        Assert.Equal(EventContextProgram.With(after), await FixVerifier.FixAsync<DeterminismAnalyzer, EventIdFix>(EventContextProgram.With(before)));

    [Fact]
    public async Task Nothing_is_offered_where_the_event_does_not_say_it()
    {
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, EventIdFix>(EventContextProgram.With("public Test On(Happened e) => this with { Day = Random.Shared.Next() };"));
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, EventIdFix>(EventContextProgram.With("public Test On(Happened e) => this with { Id = Guid.NewGuid(), Other = Guid.NewGuid() };"));
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, EventIdFix>(EventContextProgram.With("public Test On(Happened e) { Guid id = default; foreach (char c in e.Name) { id = Guid.NewGuid(); } return this with { Id = id }; }"));
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, EventIdFix>(EventContextProgram.With("public Test On(Happened e) => e.Name.Length > 9 ? On(new Happened(\"\")) : this with { Id = Guid.NewGuid() };"));
    }
}
