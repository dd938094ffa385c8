using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A workflow was started.</summary>
/// <param name="Data">What there is to say about it, as a JSON object.</param>
[Event("workflow.started")]
public sealed partial record WorkflowStarted(JsonElement? Data = null);
