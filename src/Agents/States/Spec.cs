using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A specification as its events tell.</summary>
[State("spec")]
[Records<Redacted>]
public sealed partial record Spec
{
    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The version of the specification itself.</summary>
    public string? Version { get; init; }

    /// <summary>The steps, as JSON.</summary>
    public JsonElement? WorkflowSteps { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    [Reducer]
    private static Spec On(Spec spec, SpecCreated e, EventContext context) => spec with
    {
        Name = e.Name,
        Description = e.Description,
        Version = e.Version,
        WorkflowSteps = e.WorkflowSteps,
        CreatedAt = e.CreatedAt ?? context.Timestamp,
        UpdatedAt = e.UpdatedAt,
    };

    [Reducer]
    private static Spec On(Spec spec, SpecUpdated e, EventContext context) => spec with
    {
        Name = e.Name ?? spec.Name,
        Description = e.Description ?? spec.Description,
        Version = e.Version ?? spec.Version,
        WorkflowSteps = e.WorkflowSteps ?? spec.WorkflowSteps,
        UpdatedAt = e.UpdatedAt ?? context.Timestamp,
    };
}
