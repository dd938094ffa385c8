using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A workflow was created.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="WorkflowSteps">The steps, as JSON.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("workflow.created")]
public sealed partial record WorkflowCreated(string? Name = null, JsonElement? WorkflowSteps = null, JsonElement? Data = null);
