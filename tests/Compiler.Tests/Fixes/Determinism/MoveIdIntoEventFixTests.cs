using Daybook.Analyzers.Determinism;
using Daybook.CodeFixes.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Determinism;

/// <summary>A new id as a member of the event.</summary>
public class MoveIdIntoEventFixTests : SingleFixTests<MoveIdIntoEventFix>
{
    private const string Reducer = "public Test On(Happened e) => this with { Id = /* new */ Guid.NewGuid() };";

    [Fact]
    public async Task New_ids_move_into_the_event() => Assert.Equal(
        With("Happened(string Name /* a */ /* b */, Guid NewId = default)", Reducer.Replace("Guid.NewGuid()", "e.NewId", StringComparison.Ordinal)),
        await FixVerifier.FixAsync<DeterminismAnalyzer, MoveIdIntoEventFix>(With("Happened(string Name /* a */ /* b */)", Reducer)));

    [Theory]
    [InlineData("Happened(string Name)", "public Test On(Happened e) => this with { Day = Random.Shared.Next() };")]
    [InlineData("Happened(string Name)", "public Test On(Happened e) => this with { Id = Make() }; static Guid Make() => Guid.NewGuid();")]
    [InlineData("Happened(string Name, int NewId)", Reducer)]
    [InlineData("Happened", Reducer)]
    public async Task Nothing_is_offered_where_the_event_cannot_take_it(string @event, string reducer) =>
        await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, MoveIdIntoEventFix>(With(@event, reducer));

    private static string With(string @event, string reducer) => EventContextProgram.With(reducer).Replace("Happened(string Name)", @event, StringComparison.Ordinal);
}
