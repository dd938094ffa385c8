using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Daybook;

/// <summary>What came of folding a stream under different circumstances.</summary>
/// <param name="StreamId">The stream.</param>
/// <param name="State">The state's name.</param>
/// <param name="Events">How many sequences each fold covered.</param>
/// <param name="Variants">The circumstances that were tried beside the first fold, in words.</param>
/// <param name="NotVaried">What could not be tried here, and why; empty when everything was.</param>
/// <param name="Differences">
/// Every variant that differs after the first event after which any does; empty when none does.
/// </param>
public sealed record DeterminismVerification(
    string StreamId,
    string State,
    long Events,
    ImmutableArray<string> Variants,
    ImmutableArray<string> NotVaried,
    ImmutableArray<DeterminismDifference> Differences)
{
    /// <summary>Whether all folds gave the same state.</summary>
    public bool IsDeterministic => Differences.IsEmpty;

    /// <summary>Makes a test fail in which the states differ.</summary>
    /// <exception cref="NonDeterminismException">They do; it says where.</exception>
    public void ThrowIfDifferent()
    {
        if (!IsDeterministic)
        {
            throw new NonDeterminismException(this);
        }
    }

    /// <summary>The result for people: the first difference with both values, and the names of all variants that differ.</summary>
    /// <returns>One line where all is well, several otherwise.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        _ = text.Append(CultureInfo.InvariantCulture, $"State '{State}', stream '{StreamId}', {Events} events: ");
        if (IsDeterministic)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"the same in {Variants.Length + 1} folds");
        }
        else
        {
            string where = Differences[0].Sequence < 0
                ? "the initial state already differs"
                : string.Create(CultureInfo.InvariantCulture, $"the states first differ after sequence {Differences[0].Sequence}");
            _ = text.Append(CultureInfo.InvariantCulture, $"{where}, in {Differences.Length} of {Variants.Length} variants ({string.Join("; ", Differences.Select(difference => difference.Variant))}).\n{Differences[0]}");
        }

        foreach (string reason in NotVaried)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"\nNot varied: {reason}");
        }

        return text.ToString();
    }
}
