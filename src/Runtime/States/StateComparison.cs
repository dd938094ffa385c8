using System.Collections.Immutable;
using Daybook.Schema;

namespace Daybook;

/// <summary>What <see cref="StateComparer"/> found.</summary>
/// <param name="Differences">Every place where the states differ, such as <c>Lines[1].Quantity: 2 vs 3</c>.</param>
public sealed record StateComparison(ImmutableArray<PayloadDifference> Differences)
{
    internal static StateComparison Same { get; } = new([]);

    /// <summary>Whether the states do not differ.</summary>
    public bool Identical => Differences.IsEmpty;

    /// <summary>One difference a line.</summary>
    /// <returns>The text; <c>identical</c> when there is no difference.</returns>
    public override string ToString() => Identical ? "identical" : string.Join('\n', Differences);
}
