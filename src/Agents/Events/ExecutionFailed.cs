using System.Text.Json;

namespace Daybook.Agents;

/// <summary>The execution of a specification has ended with an error.</summary>
/// <param name="SpecId">The specification that is executed.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="CompletedAt">When the service ended it.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("execution.failed")]
public sealed partial record ExecutionFailed(
    string? SpecId = null,
    string? Error = null,
    DateTimeOffset? CompletedAt = null,
    JsonElement? Data = null);
