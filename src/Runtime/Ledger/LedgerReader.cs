using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Daybook.Stores;

namespace Daybook;

/// <summary>Reads the runs of a ledger from its store, page by page.</summary>
/// <param name="store">The store.</param>
/// <param name="prefix">What the ids of runs' streams start with.</param>
/// <param name="category">The category of those streams.</param>
internal sealed class LedgerReader(IEventStore store, string prefix, string category)
{
    private readonly EventQuery _runs = new() { StreamPrefix = prefix, Category = category };

    internal async ValueTask<LedgerPage> TailAsync(long fromOffset, int maxCount, CancellationToken cancellationToken)
    {
        while (true)
        {
            using EventPage page = await store.ReadQueryAsync(_runs, fromOffset, maxCount, cancellationToken).ConfigureAwait(false);
            ImmutableArray<LedgerEntry> entries = Entries(page);
            if (page.Count == 0 || !entries.IsEmpty)
            {
                return new(entries, page.Next);
            }

            // No page is empty but the last one, whatever is left out.
            fromOffset = page.Next;
        }
    }

    internal async IAsyncEnumerable<LedgerEntry> ReadAsync(int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LedgerPage page = new([], 0);
        do
        {
            page = await TailAsync(page.Next, pageSize, cancellationToken).ConfigureAwait(false);
            foreach (LedgerEntry entry in page.Entries)
            {
                yield return entry;
            }
        }
        while (!page.Entries.IsEmpty);
    }

    internal async IAsyncEnumerable<LedgerEntry> ReadRunAsync(string streamId, int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (long from = 0; ;)
        {
            ImmutableArray<LedgerEntry> entries;
            bool isEnd;
            using (EventPage page = await store.ReadStreamAsync(streamId, from, pageSize, cancellationToken).ConfigureAwait(false))
            {
                entries = Entries(page);
                from = page.Next;
                isEnd = page.Count == 0;
            }

            if (isEnd)
            {
                yield break;
            }

            foreach (LedgerEntry entry in entries)
            {
                yield return entry;
            }
        }
    }

    internal async ValueTask<LedgerEntry?> GetLastAsync(CancellationToken cancellationToken)
    {
        for (long below = long.MaxValue; ;)
        {
            using EventPage page = await store.ReadQueryAsync(_runs with { NewestFirst = true }, below, 1, cancellationToken).ConfigureAwait(false);
            LedgerEntry? last = page.Count == 0 ? null : LedgerFormat.Read(page, 0);
            if (page.Count == 0 || last is not null)
            {
                return last;
            }

            below = page.Next;
        }
    }

    internal async ValueTask<ImmutableArray<LedgerRun>> GetRunsAsync(CancellationToken cancellationToken)
    {
        var runs = new List<(long Offset, LedgerRun Run)>();
        string? continuation = null;
        do
        {
            StreamListing listing = await store.ListStreamsAsync(prefix, continuation, cancellationToken: cancellationToken).ConfigureAwait(false);
            foreach (StreamInfo stream in listing.Streams.Where(stream => string.Equals(stream.Category, category, StringComparison.Ordinal)))
            {
                using EventPage first = await store.ReadStreamAsync(stream.StreamId, 0, 1, cancellationToken).ConfigureAwait(false);
                if (first.Count > 0)
                {
                    runs.Add((first.Events[0].Offset, new(Ledger.RunOf(stream.StreamId), stream.Count, stream.FirstTimestamp, stream.LastTimestamp)));
                }
            }

            continuation = listing.Continuation;
        }
        while (continuation is not null);
        return [.. runs.OrderBy(static run => run.Offset).Select(static run => run.Run)];
    }

    private static ImmutableArray<LedgerEntry> Entries(EventPage page)
    {
        var entries = ImmutableArray.CreateBuilder<LedgerEntry>(page.Count);
        for (int i = 0; i < page.Count; i++)
        {
            if (LedgerFormat.Read(page, i) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries.DrainToImmutable();
    }
}
