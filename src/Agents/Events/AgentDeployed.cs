using System.Text.Json;

namespace Daybook.Agents;

/// <summary>An agent was deployed.</summary>
/// <param name="Data">What there is to say about it, as a JSON object.</param>
[Event("agent.deployed")]
public sealed partial record AgentDeployed(JsonElement? Data = null);
