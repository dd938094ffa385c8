namespace Daybook.Agents;

/// <summary>The execution of a specification as its events tell.</summary>
[State("execution")]
[Records<Redacted>]
public sealed partial record Execution
{
    /// <summary>The specification that is executed.</summary>
    public string? SpecId { get; init; }

    /// <summary>How far it has come.</summary>
    public WorkStatus Status { get; init; }

    /// <summary>How many tasks there are.</summary>
    public int? TaskCount { get; init; }

    /// <summary>How many rollouts there were.</summary>
    public int? RolloutCount { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Error { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, either way.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    [Reducer]
    internal static Execution On(Execution execution, ExecutionStarted e, EventContext context) => execution with
    {
        SpecId = e.SpecId,
        Status = WorkStatus.Running,
        TaskCount = e.TaskCount,
        RolloutCount = null,
        Error = null,
        StartedAt = e.StartedAt ?? context.Timestamp,
        EndedAt = null,
    };

    [Reducer]
    internal static Execution On(Execution execution, ExecutionCompleted e, EventContext context) => execution with
    {
        SpecId = e.SpecId ?? execution.SpecId,
        Status = WorkStatus.Completed,
        RolloutCount = e.RolloutCount,
        Error = null,
        EndedAt = e.CompletedAt ?? context.Timestamp,
    };

    [Reducer]
    internal static Execution On(Execution execution, ExecutionFailed e, EventContext context) => execution with
    {
        SpecId = e.SpecId ?? execution.SpecId,
        Status = WorkStatus.Failed,
        Error = e.Error,
        EndedAt = e.CompletedAt ?? context.Timestamp,
    };
}
