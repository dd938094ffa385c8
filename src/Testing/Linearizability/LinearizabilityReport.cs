using System.Globalization;

namespace Daybook.Testing;

/// <summary>What a <see cref="LinearizabilityRun"/> has tried; it found nothing wrong.</summary>
/// <param name="Rounds">How many rounds.</param>
/// <param name="Calls">How many calls of all clients.</param>
/// <param name="Events">How many events followers of the feed saw.</param>
/// <param name="Undecided">How many streams' histories were too tangled to decide about.</param>
/// <param name="Answers">How often each answer came.</param>
public sealed record LinearizabilityReport(int Rounds, int Calls, int Events, int Undecided, IReadOnlyDictionary<StreamAnswer, int> Answers)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Rounds} rounds, {Calls} calls ({string.Join(", ", Answers.OrderBy(entry => entry.Key).Select(entry => $"{entry.Value} {entry.Key}"))}), {Events} events in the feed, {Undecided} streams undecided");
}
