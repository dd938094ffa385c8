namespace Daybook.Agents.Runs;

/// <summary>A line on the <see cref="Stage"/>.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Text">What was said.</param>
public sealed record StageNote(int Turn, string Kind, string Actor, string Text);
