namespace Daybook;

/// <summary>One way of folding a stream that gave another state.</summary>
/// <param name="Variant">The circumstances, in words.</param>
/// <param name="Sequence">The event after which the states first differ; -1 when the initial states do.</param>
/// <param name="Comparison">Where the state of the first fold (before) differs from this one (after).</param>
/// <param name="Failure">What this fold threw where the first one went on; null when it threw nothing.</param>
public sealed record DeterminismDifference(string Variant, long Sequence, StateComparison Comparison, string? Failure)
{
    /// <summary>The variant, and what differs.</summary>
    /// <returns>A heading and one difference a line.</returns>
    public override string ToString() => Failure is null
        ? $"First fold vs {Variant}:\n{Comparison}"
        : $"First fold vs {Variant}: this one threw {Failure}";
}
