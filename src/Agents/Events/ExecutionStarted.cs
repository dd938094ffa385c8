using System.Text.Json;

namespace Daybook.Agents;

/// <summary>The execution of a specification has begun.</summary>
/// <param name="SpecId">The specification that is executed.</param>
/// <param name="TaskCount">How many tasks there are.</param>
/// <param name="StartedAt">When the service started it.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("execution.started")]
public sealed partial record ExecutionStarted(
    string? SpecId = null,
    int? TaskCount = null,
    DateTimeOffset? StartedAt = null,
    JsonElement? Data = null);
