using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A rollout as its events tell: an agent works on a task.</summary>
[State("rollout")]
[Records<Redacted>]
public sealed partial record Rollout
{
    /// <summary>How far it has come.</summary>
    public WorkStatus Status { get; init; }

    /// <summary>The agent that acts.</summary>
    public string? AgentId { get; init; }

    /// <summary>What is to be done, as JSON.</summary>
    public JsonElement? TaskInput { get; init; }

    /// <summary>What it is run for.</summary>
    public string? Mode { get; init; }

    /// <summary>The resources that it is run with.</summary>
    public string? ResourcesId { get; init; }

    /// <summary>Who runs it.</summary>
    public string? WorkerId { get; init; }

    /// <summary>How well it was done in the end.</summary>
    public double? FinalReward { get; init; }

    /// <summary>How many triplets of prompt, response and reward there are.</summary>
    public int? TripletCount { get; init; }

    /// <summary>How long it took, as the runner says.</summary>
    public TimeSpan? ExecutionTime { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Error { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, either way.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    [Reducer]
    private static Rollout On(Rollout rollout, RolloutStarted e, EventContext context) => rollout with
    {
        Status = WorkStatus.Running,
        AgentId = e.AgentId,
        TaskInput = e.TaskInput,
        Mode = e.Mode ?? rollout.Mode,
        ResourcesId = e.ResourcesId,
        WorkerId = e.WorkerId ?? rollout.WorkerId,
        FinalReward = null,
        TripletCount = null,
        ExecutionTime = null,
        Error = null,
        StartedAt = context.Timestamp,
        EndedAt = null,
    };

    [Reducer]
    private static Rollout On(Rollout rollout, RolloutCompleted e, EventContext context) => rollout with
    {
        Status = WorkStatus.Completed,
        FinalReward = e.FinalReward,
        TripletCount = e.TripletCount,
        ExecutionTime = e.ExecutionTime,
        Mode = e.Mode ?? rollout.Mode,
        WorkerId = e.WorkerId ?? rollout.WorkerId,
        Error = null,
        EndedAt = context.Timestamp,
    };

    [Reducer]
    private static Rollout On(Rollout rollout, RolloutFailed e, EventContext context) => rollout with
    {
        Status = WorkStatus.Failed,
        Error = e.Error,
        TaskInput = e.TaskInput ?? rollout.TaskInput,
        Mode = e.Mode ?? rollout.Mode,
        WorkerId = e.WorkerId ?? rollout.WorkerId,
        EndedAt = context.Timestamp,
    };
}
