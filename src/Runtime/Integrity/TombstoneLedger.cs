using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook;

/// <summary>What the store's tombstones say.</summary>
internal sealed class TombstoneLedger
{
    private const int PageSize = 1024;

    private readonly Dictionary<(string StreamId, EventId Incarnation), List<(long Version, ChainHash Hash)>> _deleted = [];
    private readonly HashSet<(string StreamId, EventId Incarnation, long Sequence, ChainHash PayloadHash)> _replaced = [];

    internal static async ValueTask<TombstoneLedger> ReadAsync(IEventStore store, CancellationToken cancellationToken)
    {
        var ledger = new TombstoneLedger();
        long next = 0;
        while (true)
        {
            using EventPage page = await store.ReadStreamAsync(SystemStreams.Tombstones, next, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return ledger;
            }

            for (int i = 0; i < page.Count; i++)
            {
                ledger.Add(page, page.Events[i]);
            }

            next = page.Next;
        }
    }

    /// <summary>Whether a stream was deleted as it should, with at least what it had at a time.</summary>
    internal bool IsDeleted(StreamHeadHash head) =>
        _deleted.TryGetValue((head.StreamId, head.Incarnation), out var graves)
        && graves.Exists(grave => grave.Version > head.Version || (grave.Version == head.Version && grave.Hash == head.Hash));

    /// <summary>Whether an event was replaced by these bytes as it should.</summary>
    internal bool IsReplaced(RedactedPlace place) => _replaced.Contains((place.StreamId, place.Incarnation, place.Sequence, place.PayloadHash));

    private void Add(EventPage page, in RecordedEvent recorded)
    {
        RecordSchema schema = page.Types[recorded.TypeIndex];
        try
        {
            (string streamId, EventId incarnation, long number, ChainHash hash) = Tombstones.Read(page.PayloadOf(recorded));
            if (schema.Equals(Tombstones.Replaced))
            {
                _ = _replaced.Add((streamId, incarnation, number, hash));
            }
            else if (schema.Equals(Tombstones.Deleted))
            {
                if (!_deleted.TryGetValue((streamId, incarnation), out var graves))
                {
                    _deleted.Add((streamId, incarnation), graves = []);
                }

                graves.Add((number, hash));
            }
        }
        catch (Exception exception) when (exception is MessagePackFormatException or ArgumentException)
        {
            // It proves nothing; that it was changed shows in the tombstones' own chain.
        }
    }
}
