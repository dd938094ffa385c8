using System.Text.Json;

namespace Daybook.Agents;

/// <summary>The execution of a specification has ended as it should.</summary>
/// <param name="SpecId">The specification that is executed.</param>
/// <param name="Status">The status in the service's own word.</param>
/// <param name="CompletedAt">When the service ended it.</param>
/// <param name="RolloutCount">How many rollouts there were.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("execution.completed")]
public sealed partial record ExecutionCompleted(
    string? SpecId = null,
    string? Status = null,
    DateTimeOffset? CompletedAt = null,
    int? RolloutCount = null,
    JsonElement? Data = null);
