using System.Collections.Immutable;

namespace Daybook.Agents.Runs;

/// <summary>All runs of a ledger at a glance.</summary>
public static class RunIndex
{
    /// <summary>Summarises the runs that events are of.</summary>
    /// <param name="events">The events; those of one run in order.</param>
    /// <returns>The runs, in the order of their first events.</returns>
    public static ImmutableArray<RunSummary> Of(IEnumerable<LedgerEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var index = new Builder();
        foreach (LedgerEvent value in events)
        {
            index.Add(value);
        }

        return index.ToRuns();
    }

    /// <summary>Summarises the runs of a ledger, read page by page.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The runs, in the order of their first events.</returns>
    public static async ValueTask<ImmutableArray<RunSummary>> GetRunIndexAsync(this Ledger ledger, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var index = new Builder();
        await foreach (LedgerEntry entry in ledger.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            index.Add(entry.Event);
        }

        return index.ToRuns();
    }

    private sealed class Builder
    {
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
        private readonly List<RunSummary> _runs = [];

        internal void Add(LedgerEvent value)
        {
            if (!_places.TryGetValue(value.RunId, out int place))
            {
                place = _runs.Count;
                _places.Add(value.RunId, place);
                _runs.Add(new() { RunId = value.RunId });
            }

            _runs[place] = _runs[place].Apply(value);
        }

        internal ImmutableArray<RunSummary> ToRuns() => [.. _runs];
    }
}
