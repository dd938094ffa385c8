using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A rollout has ended with an error.</summary>
/// <param name="Error">What went wrong.</param>
/// <param name="TaskInput">What is to be done, as JSON.</param>
/// <param name="Mode">What it is run for: <c>train</c>, <c>val</c>, <c>test</c>.</param>
/// <param name="WorkerId">Who runs it.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("rollout.failed")]
public sealed partial record RolloutFailed(
    string? Error = null,
    JsonElement? TaskInput = null,
    string? Mode = null,
    string? WorkerId = null,
    JsonElement? Data = null);
