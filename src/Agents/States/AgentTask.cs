using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A task as its events tell.</summary>
[State("task")]
[Records<Redacted>]
public sealed partial record AgentTask
{
    /// <summary>How far it has come.</summary>
    public WorkStatus Status { get; init; }

    /// <summary>What is to be done, as JSON.</summary>
    public JsonElement? Input { get; init; }

    /// <summary>What it is run for.</summary>
    public string? Mode { get; init; }

    /// <summary>The resources that it is run with.</summary>
    public string? ResourcesId { get; init; }

    /// <summary>Who runs it.</summary>
    public string? WorkerId { get; init; }

    /// <summary>What came out, as JSON.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>How well it was done.</summary>
    public double? Reward { get; init; }

    /// <summary>How long it took, as the runner says.</summary>
    public TimeSpan? ExecutionTime { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Error { get; init; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>When work on it began last.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, either way.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    [Reducer]
    private static AgentTask On(AgentTask task, TaskReceived e, EventContext context) => task with
    {
        Status = WorkStatus.Waiting,
        Input = e.TaskInput,
        Mode = e.Mode,
        ResourcesId = e.ResourcesId,
        WorkerId = e.WorkerId,
        ReceivedAt = context.Timestamp,
    };

    // Whoever starts it again starts without what came of it before.
    [Reducer]
    private static AgentTask On(AgentTask task, TaskStarted e, EventContext context) => task with
    {
        Status = WorkStatus.Running,
        WorkerId = e.WorkerId ?? task.WorkerId,
        Result = null,
        Reward = null,
        ExecutionTime = null,
        Error = null,
        StartedAt = context.Timestamp,
        EndedAt = null,
    };

    [Reducer]
    private static AgentTask On(AgentTask task, TaskCompleted e, EventContext context) => task with
    {
        Status = WorkStatus.Completed,
        Result = e.Result,
        Reward = e.Reward,
        ExecutionTime = e.ExecutionTime,
        Error = null,
        EndedAt = context.Timestamp,
    };

    [Reducer]
    private static AgentTask On(AgentTask task, TaskFailed e, EventContext context) => task with
    {
        Status = WorkStatus.Failed,
        Error = e.Error,
        EndedAt = context.Timestamp,
    };
}
