using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A specification was created.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Version">The version of the specification itself.</param>
/// <param name="WorkflowSteps">The steps, as JSON.</param>
/// <param name="CreatedAt">When the service created it.</param>
/// <param name="UpdatedAt">When the service changed it.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("spec.created")]
public sealed partial record SpecCreated(
    string? Name = null,
    string? Description = null,
    string? Version = null,
    JsonElement? WorkflowSteps = null,
    DateTimeOffset? CreatedAt = null,
    DateTimeOffset? UpdatedAt = null,
    JsonElement? Data = null);
