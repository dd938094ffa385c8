using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A specification was changed; what is null stays as it was.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Version">The version of the specification itself.</param>
/// <param name="WorkflowSteps">The steps, as JSON.</param>
/// <param name="CreatedAt">When the service created it.</param>
/// <param name="UpdatedAt">When the service changed it.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("spec.updated")]
public sealed partial record SpecUpdated(
    string? Name = null,
    string? Description = null,
    string? Version = null,
    JsonElement? WorkflowSteps = null,
    DateTimeOffset? CreatedAt = null,
    DateTimeOffset? UpdatedAt = null,
    JsonElement? Data = null);
