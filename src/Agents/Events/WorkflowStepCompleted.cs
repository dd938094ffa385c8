using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A step of a workflow was done.</summary>
/// <param name="Step">The step.</param>
/// <param name="Result">What came out, as JSON.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("workflow.step_completed")]
public sealed partial record WorkflowStepCompleted(string? Step = null, JsonElement? Result = null, JsonElement? Data = null);
