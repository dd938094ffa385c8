using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A runner has taken a task.</summary>
/// <param name="TaskInput">What is to be done, as JSON.</param>
/// <param name="Mode">What it is run for: <c>train</c>, <c>val</c>, <c>test</c>.</param>
/// <param name="ResourcesId">The resources that it is run with.</param>
/// <param name="WorkerId">Who runs it.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("task.received")]
public sealed partial record TaskReceived(
    JsonElement? TaskInput = null,
    string? Mode = null,
    string? ResourcesId = null,
    string? WorkerId = null,
    JsonElement? Data = null);
