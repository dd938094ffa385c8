using System.Text.Json;

namespace Daybook.Agents;

/// <summary>Work on a task has begun.</summary>
/// <param name="WorkerId">Who runs it.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("task.started")]
public sealed partial record TaskStarted(string? WorkerId = null, JsonElement? Data = null);
