using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.Testing;

/// <summary>Compares what children have folded with a fold in this process.</summary>
internal static class TraceComparison
{
    /// <summary>Folds, and compares at each checkpoint until a child differs.</summary>
    internal static async ValueTask<ImmutableArray<DeterminismDifference>> RunAsync<TState>(
        ChildRequest request, ImmutableArray<ChildVariant> variants, string[] traces, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        List<(ChildVariant Variant, TraceReader Trace)> children = [.. variants.Zip(traces, (variant, trace) => (variant, new TraceReader(trace)))];
        (IEventStore store, StreamSteps steps) = await request.OpenAsync<TState>(cancellationToken).ConfigureAwait(false);
        await using (store)
        {
            try
            {
                using var run = new FoldRun<TState>(new("", CultureInfo.InvariantCulture), steps);
                ImmutableArray<DeterminismDifference> differences = Compare(run, children);
                await foreach (FoldStep step in steps.ReadAsync(steps.Info.FirstSequence, steps.Interval, cancellationToken).ConfigureAwait(false))
                {
                    if (!differences.IsEmpty)
                    {
                        break;
                    }

                    run.Fold(step);
                    differences = step.IsCheckpoint ? Compare(run, children) : differences;
                }

                return differences;
            }
            finally
            {
                children.ForEach(child => child.Trace.Dispose());
            }
        }
    }

    private static ImmutableArray<DeterminismDifference> Compare<TState>(FoldRun<TState> run, List<(ChildVariant Variant, TraceReader Trace)> children)
        where TState : IState<TState>
    {
        var differences = ImmutableArray.CreateBuilder<DeterminismDifference>();
        ReadOnlySpan<byte> expected = run.Write();
        foreach ((ChildVariant variant, TraceReader trace) in children)
        {
            (byte[] state, string? failure) = trace.Read();
            StateComparison comparison = failure is null ? StateComparer.Compare(TState.Schema, expected, state) : StateComparison.Same;
            if (failure is not null || !comparison.Identical)
            {
                differences.Add(new(variant.Name, run.Version - 1, comparison, failure));
            }
        }

        return differences.DrainToImmutable();
    }
}
