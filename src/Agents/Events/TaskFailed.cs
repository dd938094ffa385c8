using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A task could not be done.</summary>
/// <param name="Error">What went wrong.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("task.failed")]
public sealed partial record TaskFailed(string? Error = null, JsonElement? Data = null);
