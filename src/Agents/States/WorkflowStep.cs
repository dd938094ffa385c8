using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A step of a workflow that was done.</summary>
/// <param name="Name">The step.</param>
/// <param name="Result">What came out, as JSON.</param>
/// <param name="CompletedAt">When it was done.</param>
public sealed record WorkflowStep(string? Name, JsonElement? Result, DateTimeOffset CompletedAt);
