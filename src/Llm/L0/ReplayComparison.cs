using System.Collections.Immutable;

namespace Daybook.Llm;

/// <summary>What <see cref="EventSourcing.Compare"/> found.</summary>
/// <param name="Differences">Every place where the states differ, such as <c>token_count: 10 vs 12</c>.</param>
public sealed record ReplayComparison(ImmutableArray<string> Differences)
{
    /// <summary>Whether the states do not differ.</summary>
    public bool Identical => Differences.IsEmpty;

    /// <summary>One difference a line.</summary>
    /// <returns>The text; <c>identical</c> when there is no difference.</returns>
    public override string ToString() => Identical ? "identical" : string.Join('\n', Differences);

    internal static ReplayComparison Of(StateComparison comparison, LlmState before, LlmState after, ComparisonFormat format) =>
        new([.. new ComparisonText(format).Of(comparison.Differences, before, after)]);
}
