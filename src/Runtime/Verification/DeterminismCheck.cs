using System.Collections.Immutable;
using System.Globalization;

namespace Daybook;

/// <summary>Folds a stream in several ways side by side, and compares the states as it goes.</summary>
/// <typeparam name="TState">The state.</typeparam>
internal sealed class DeterminismCheck<TState>(IEventStore store, StreamSteps steps)
    where TState : IState<TState>
{
    private static FoldVariant First => new("the first fold", CultureInfo.InvariantCulture);

    internal async ValueTask<DeterminismVerification> RunAsync(CancellationToken cancellationToken)
    {
        StreamInfo info = steps.Info;
        ImmutableArray<FoldVariant> variants =
        [
            First with { Name = "the same fold once more" },
            .. FoldCultures.Available(out ImmutableArray<string> notVaried),
            .. RestoringVariants(),
            .. await SnapshotVariantsAsync(cancellationToken).ConfigureAwait(false),
        ];
        (long equalAt, ImmutableArray<DeterminismDifference> differences) =
            await CompareAsync(variants, info.FirstSequence, steps.Interval, cancellationToken).ConfigureAwait(false);
        if (!differences.IsEmpty && steps.Interval > 1)
        {
            // Somewhere between two checkpoints; what is random may look elsewhere equal this time.
            (_, ImmutableArray<DeterminismDifference> closer) = await CompareAsync(variants, equalAt, 1, cancellationToken).ConfigureAwait(false);
            differences = closer.IsEmpty ? differences : closer;
        }

        return new(info.StreamId, TState.Schema.Name, info.Count, [.. variants.Select(variant => variant.Name)], notVaried, differences);
    }

    private IEnumerable<FoldVariant> RestoringVariants()
    {
        FoldVariant start = First;
        string often = steps.Interval == 1 ? "every event" : string.Create(CultureInfo.InvariantCulture, $"every {steps.Interval} events");
        yield return start with { Name = "written and read back half-way", RestoreEvery = Math.Max(1, (steps.Info.Count + 1) / 2) };
        yield return start with { Name = "written and read back after " + often, RestoreEvery = steps.Interval };
    }

    private async ValueTask<ImmutableArray<FoldVariant>> SnapshotVariantsAsync(CancellationToken cancellationToken)
    {
        StreamInfo info = steps.Info;
        if (steps.Options.IgnoreSnapshots
            || await Snapshots.FindAsync<TState>(store, info.StreamId, info.Version, info.Incarnation, cancellationToken).ConfigureAwait(false) is not var (saved, _)
            || saved.Version < info.FirstSequence)
        {
            return [];
        }

        string name = string.Create(CultureInfo.InvariantCulture, $"from the snapshot at version {saved.Version}");
        return [First with { Name = name, Snapshot = Snapshots.ToBytes(saved.State), SnapshotVersion = saved.Version }];
    }

    /// <summary>Folds in all ways up to the first checkpoint where they differ.</summary>
    /// <returns>The last checkpoint where they did not, and the differences at the one after it.</returns>
    private async ValueTask<(long EqualAt, ImmutableArray<DeterminismDifference> Differences)> CompareAsync(
        ImmutableArray<FoldVariant> variants, long firstCheckpoint, long interval, CancellationToken cancellationToken)
    {
        using var comparison = new FoldComparison<TState>(First, variants, steps);
        long equalAt = comparison.Version;
        ImmutableArray<DeterminismDifference> differences = comparison.Compare();
        await foreach (FoldStep step in steps.ReadAsync(firstCheckpoint, interval, cancellationToken).ConfigureAwait(false))
        {
            if (!differences.IsEmpty)
            {
                return (equalAt, differences);
            }

            comparison.Fold(step);
            if (step.IsCheckpoint)
            {
                differences = comparison.Compare();
                equalAt = differences.IsEmpty ? comparison.Version : equalAt;
            }
        }

        return (equalAt, differences.IsEmpty ? comparison.Compare() : differences);
    }
}
