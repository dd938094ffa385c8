using System.Collections.Immutable;

namespace Daybook.Agents;

/// <summary>
/// A specification's executions, each under its stream's id: a view of one specification with the key <see cref="SpecIdOf"/>, or of all that a
/// query finds.
/// </summary>
[State("spec-executions", View = true)]
public sealed partial record SpecExecutions
{
    /// <summary>The executions by the ids of their streams.</summary>
    public ImmutableSortedDictionary<string, Execution> Executions { get; init; } = ImmutableSortedDictionary.Create<string, Execution>(StringComparer.Ordinal);

    /// <summary>The specification that an event of an execution belongs to, for <c>store.Project</c>.</summary>
    /// <param name="envelope">The event.</param>
    /// <returns>The specification's id; null when the event names none.</returns>
    public static string? SpecIdOf(Envelope envelope) => envelope switch
    {
        _ when envelope.TryGet<ExecutionStarted>(out var started) => started.SpecId,
        _ when envelope.TryGet<ExecutionCompleted>(out var completed) => completed.SpecId,
        _ when envelope.TryGet<ExecutionFailed>(out var failed) => failed.SpecId,
        _ => null,
    };

    [Reducer]
    private static SpecExecutions On(SpecExecutions all, ExecutionStarted e, EventContext context) => all.With(context, Execution.On(all.Of(context), e, context));

    [Reducer]
    private static SpecExecutions On(SpecExecutions all, ExecutionCompleted e, EventContext context) => all.With(context, Execution.On(all.Of(context), e, context));

    [Reducer]
    private static SpecExecutions On(SpecExecutions all, ExecutionFailed e, EventContext context) => all.With(context, Execution.On(all.Of(context), e, context));

    private Execution Of(EventContext context) => Executions.GetValueOrDefault(context.StreamId) ?? new();

    private SpecExecutions With(EventContext context, Execution execution) => this with { Executions = Executions.SetItem(context.StreamId, execution) };
}
