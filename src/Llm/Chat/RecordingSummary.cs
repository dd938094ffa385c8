namespace Daybook.Llm;

/// <summary>A recording, as a list shows it.</summary>
/// <param name="StreamId">Its stream.</param>
/// <param name="Model">The model that was asked.</param>
/// <param name="Prompt">What the user said last, where it is kept.</param>
/// <param name="StartedAt">When it began.</param>
public sealed record RecordingSummary(string StreamId, string? Model, string? Prompt, DateTimeOffset StartedAt);
