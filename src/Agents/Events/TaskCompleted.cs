using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A task was done.</summary>
/// <param name="Result">What came out, as JSON.</param>
/// <param name="ExecutionTime">How long it took.</param>
/// <param name="Reward">How well it was done.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("task.completed")]
public sealed partial record TaskCompleted(
    JsonElement? Result = null,
    TimeSpan? ExecutionTime = null,
    double? Reward = null,
    JsonElement? Data = null);
