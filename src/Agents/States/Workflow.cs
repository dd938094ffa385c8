using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A workflow as its events tell.</summary>
[State("workflow")]
[Records<Redacted>]
public sealed partial record Workflow
{
    /// <summary>How far it has come.</summary>
    public WorkStatus Status { get; init; }

    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>Its steps as they were planned, as JSON.</summary>
    public JsonElement? Steps { get; init; }

    /// <summary>The steps that were done since it was started last, in order.</summary>
    public AppendableList<WorkflowStep> CompletedSteps { get; init; }

    /// <summary>What came out, as JSON.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Error { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was started last.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, either way.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    [Reducer]
    private static Workflow On(Workflow workflow, WorkflowCreated e, EventContext context) => workflow with
    {
        Status = WorkStatus.Waiting,
        Name = e.Name,
        Steps = e.WorkflowSteps,
        CreatedAt = context.Timestamp,
    };

    // Whoever starts it again starts from the first step.
    [Reducer]
    private static Workflow On(Workflow workflow, WorkflowStarted e, EventContext context) => workflow with
    {
        Status = WorkStatus.Running,
        CompletedSteps = default,
        Result = null,
        Error = null,
        StartedAt = context.Timestamp,
        EndedAt = null,
    };

    [Reducer]
    private static Workflow On(Workflow workflow, WorkflowStepCompleted e, EventContext context) =>
        workflow with { CompletedSteps = workflow.CompletedSteps.Append(new(e.Step, e.Result, context.Timestamp)) };

    [Reducer]
    private static Workflow On(Workflow workflow, WorkflowCompleted e, EventContext context) =>
        workflow with { Status = WorkStatus.Completed, Result = e.Result, Error = null, EndedAt = context.Timestamp };

    [Reducer]
    private static Workflow On(Workflow workflow, WorkflowFailed e, EventContext context) =>
        workflow with { Status = WorkStatus.Failed, Error = e.Error, EndedAt = context.Timestamp };
}
