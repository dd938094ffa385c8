using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Agents;

/// <summary>An agent was created.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Model">The language model that it uses.</param>
/// <param name="Capabilities">What it can do.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("agent.created")]
public sealed partial record AgentCreated(
    string? Name = null,
    string? Model = null,
    ImmutableArray<string>? Capabilities = null,
    JsonElement? Data = null);
