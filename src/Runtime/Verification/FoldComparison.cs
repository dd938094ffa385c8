using System.Collections.Immutable;

namespace Daybook;

/// <summary>Several ways of folding a stream at the same event.</summary>
/// <typeparam name="TState">The state.</typeparam>
internal sealed class FoldComparison<TState> : IDisposable
    where TState : IState<TState>
{
    private readonly FoldRun<TState> _first;
    private readonly List<FoldRun<TState>> _runs = [];
    private readonly List<(string Variant, string Failure)> _failures = [];

    internal FoldComparison(FoldVariant first, ImmutableArray<FoldVariant> variants, StreamSteps steps)
    {
        _first = new(first, steps);
        foreach (FoldVariant variant in variants)
        {
            _ = Try(variant.Name, () => _runs.Add(new(variant, steps)));
        }
    }

    /// <summary>The version of the stream that all states are at.</summary>
    internal long Version => _first.Version;

    internal void Fold(FoldStep step)
    {
        _first.Fold(step);
        _ = _runs.RemoveAll(run => !Try(run.Name, () => run.Fold(step)));
    }

    /// <summary>Compares all states with the one of the first fold.</summary>
    internal ImmutableArray<DeterminismDifference> Compare()
    {
        var differences = ImmutableArray.CreateBuilder<DeterminismDifference>();
        long sequence = Version - 1;
        byte[] expected = _first.Write().ToArray();
        foreach (FoldRun<TState> run in _runs.Where(run => run.Version == Version))
        {
            _ = Try(run.Name, () =>
            {
                StateComparison comparison = StateComparer.Compare(TState.Schema, expected, run.Write());
                if (!comparison.Identical)
                {
                    differences.Add(new(run.Name, sequence, comparison, Failure: null));
                }
            });
        }

        differences.AddRange(_failures.Select(failed => new DeterminismDifference(failed.Variant, sequence, StateComparison.Same, failed.Failure)));
        return differences.DrainToImmutable();
    }

    public void Dispose()
    {
        _first.Dispose();
        _runs.ForEach(run => run.Dispose());
    }

    // What the first fold throws goes to the caller; what only another one throws is a difference.
    private bool Try(string variant, Action work)
    {
        try
        {
            work();
            return true;
        }
#pragma warning disable CA1031 // Whatever a user's reducer throws.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _failures.Add((variant, $"{exception.GetType()}: {exception.Message}"));
            return false;
        }
    }
}
