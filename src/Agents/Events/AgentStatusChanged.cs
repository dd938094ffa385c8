using System.Text.Json;

namespace Daybook.Agents;

/// <summary>An agent's status has changed.</summary>
/// <param name="Status">The status in the service's own word.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("agent.status")]
public sealed partial record AgentStatusChanged(string? Status = null, JsonElement? Data = null);
