using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Agents;

/// <summary>An agent as its events tell.</summary>
[State("agent")]
[Records<Redacted>]
public sealed partial record Agent
{
    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>The language model that it uses.</summary>
    public string? Model { get; init; }

    /// <summary>What it can do.</summary>
    public ImmutableArray<string> Capabilities { get; init; } = [];

    /// <summary>The status in the service's own word.</summary>
    public string? Status { get; init; }

    /// <summary>Whatever else was said when it was last created, with all changes since, as a JSON object.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When its configuration was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When it was last deployed.</summary>
    public DateTimeOffset? DeployedAt { get; init; }

    /// <summary>What was said of the last deployment, as a JSON object.</summary>
    public JsonElement? Deployment { get; init; }

    [Reducer]
    private static Agent On(Agent agent, AgentCreated e, EventContext context) => agent with
    {
        Name = e.Name,
        Model = e.Model,
        Capabilities = e.Capabilities ?? [],
        Data = e.Data,
        CreatedAt = context.Timestamp,
    };

    [Reducer]
    private static Agent On(Agent agent, AgentUpdated e, EventContext context) => agent with
    {
        Name = e.Name ?? agent.Name,
        Model = e.Model ?? agent.Model,
        Capabilities = e.Capabilities ?? agent.Capabilities,
        Data = JsonMergePatch.Apply(agent.Data, e.Data),
        UpdatedAt = context.Timestamp,
    };

    [Reducer]
    private static Agent On(Agent agent, AgentDeployed e, EventContext context) => agent with { DeployedAt = context.Timestamp, Deployment = e.Data };

    [Reducer]
    private static Agent On(Agent agent, AgentStatusChanged e) => agent with { Status = e.Status ?? agent.Status };
}
