using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Agents;

/// <summary>An agent's configuration was changed; what is null stays as it was.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Model">The language model that it uses.</param>
/// <param name="Capabilities">What it can do.</param>
/// <param name="Data">What else was changed, as a JSON object: a merge patch (RFC 7396) of <see cref="Agent.Data"/>, in which null takes a member out.</param>
[Event("agent.updated")]
public sealed partial record AgentUpdated(
    string? Name = null,
    string? Model = null,
    ImmutableArray<string>? Capabilities = null,
    JsonElement? Data = null);
