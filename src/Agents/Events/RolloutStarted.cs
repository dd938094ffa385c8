using System.Text.Json;

namespace Daybook.Agents;

/// <summary>An agent has begun to work on a task.</summary>
/// <param name="TaskInput">What is to be done, as JSON.</param>
/// <param name="Mode">What it is run for: <c>train</c>, <c>val</c>, <c>test</c>.</param>
/// <param name="ResourcesId">The resources that it is run with.</param>
/// <param name="WorkerId">Who runs it.</param>
/// <param name="AgentId">The agent that acts.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("rollout.started")]
public sealed partial record RolloutStarted(
    JsonElement? TaskInput = null,
    string? Mode = null,
    string? ResourcesId = null,
    string? WorkerId = null,
    string? AgentId = null,
    JsonElement? Data = null);
