using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A workflow was done.</summary>
/// <param name="Result">What came out, as JSON.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("workflow.completed")]
public sealed partial record WorkflowCompleted(JsonElement? Result = null, JsonElement? Data = null);
