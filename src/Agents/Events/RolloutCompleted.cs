using System.Text.Json;

namespace Daybook.Agents;

/// <summary>A rollout has ended as it should.</summary>
/// <param name="FinalReward">How well it was done in the end.</param>
/// <param name="TripletCount">How many triplets of prompt, response and reward there are.</param>
/// <param name="ExecutionTime">How long it took.</param>
/// <param name="Mode">What it is run for: <c>train</c>, <c>val</c>, <c>test</c>.</param>
/// <param name="WorkerId">Who runs it.</param>
/// <param name="Data">Whatever else there is to say about it, as a JSON object.</param>
[Event("rollout.completed")]
public sealed partial record RolloutCompleted(
    double? FinalReward = null,
    int? TripletCount = null,
    TimeSpan? ExecutionTime = null,
    string? Mode = null,
    string? WorkerId = null,
    JsonElement? Data = null);
