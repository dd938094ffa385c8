using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A workflow could not be done.</summary>
/// <param name="Error">What went wrong.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("workflow.failed")]
public sealed partial record WorkflowFailed(string? Error = null, JsonElement? Data = null);
