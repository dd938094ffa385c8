using System.Collections.Immutable;
using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook;

/// <summary>The snapshots that there are of a stream, as the newest of them says.</summary>
/// <param name="Version">The version of the stream that the snapshots stand in.</param>
/// <param name="FirstSequence">The first sequence of that stream.</param>
/// <param name="Entries">The snapshots in the order in which they were saved; one that was moved up stands behind younger ones.</param>
/// <param name="Newest">The newest snapshot.</param>
internal sealed record SnapshotDirectory(long Version, long FirstSequence, ImmutableArray<SnapshotEntry> Entries, SnapshotRecord Newest)
{
    private static SnapshotDirectory Empty { get; } = new(0, 0, [], default);

    /// <summary>Reads the newest snapshot.</summary>
    internal static async ValueTask<SnapshotDirectory> ReadAsync(IEventStore store, string snapshots, CancellationToken cancellationToken)
    {
        long version;
        using (EventPage head = await store.ReadStreamAsync(snapshots, long.MaxValue, 1, cancellationToken).ConfigureAwait(false))
        {
            version = head.StreamVersion;
        }

        if (version == 0)
        {
            return Empty;
        }

        using EventPage page = await store.ReadStreamAsync(snapshots, version - 1, 1, cancellationToken).ConfigureAwait(false);
        if (page.Count == 0 || !TryRead(page, out SnapshotRecord record))
        {
            return Empty with { Version = page.StreamVersion };
        }

        long sequence = page.Events[0].Sequence;
        var own = new SnapshotEntry(record.State, record.Identity, record.StreamVersion, record.Incarnation, sequence, record.Body.Length);
        return new(page.StreamVersion, page.FirstSequence, [.. record.Others.Where(entry => entry.Sequence >= page.FirstSequence), own], record);
    }

    /// <summary>Finds the newest snapshot of a state.</summary>
    /// <param name="identity">The state's identity.</param>
    /// <param name="end">The greatest stream version that the snapshot may be of.</param>
    /// <param name="incarnation">The incarnation that the snapshot must be of; empty for any.</param>
    internal SnapshotEntry? Find(ulong identity, long end, EventId incarnation)
    {
        SnapshotEntry? best = null;
        foreach (SnapshotEntry entry in Entries)
        {
            bool isUsable = entry.Identity == identity && entry.StreamVersion <= end && (incarnation.IsEmpty || entry.Incarnation == incarnation);
            if (isUsable && !(best?.StreamVersion > entry.StreamVersion))
            {
                best = entry;
            }
        }

        return best;
    }

    /// <summary>The snapshots of a stream that stay beside a new one of a state: of each state those that were saved last, in that order.</summary>
    internal List<SnapshotEntry> Beside(string state, EventId incarnation, int kept)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal) { [state] = 1 };
        var stay = new List<SnapshotEntry>();
        foreach (SnapshotEntry entry in Entries.Where(entry => entry.Incarnation == incarnation).Reverse())
        {
            int count = counts.GetValueOrDefault(entry.State) + 1;
            counts[entry.State] = count;
            if (count <= kept)
            {
                stay.Add(entry);
            }
        }

        stay.Reverse();
        return stay;
    }

    /// <summary>Reads the first snapshot of a page.</summary>
    /// <returns>False when it is of a form that this program does not know.</returns>
    /// <exception cref="CorruptEventException">It cannot be read.</exception>
    internal static bool TryRead(EventPage page, out SnapshotRecord record)
    {
        ref readonly RecordedEvent recorded = ref page.Events[0];
        RecordSchema schema = page.Types[recorded.TypeIndex];
        record = default;
        if (!schema.Equals(SnapshotRecord.Schema))
        {
            return false;
        }

        try
        {
            var reader = new MessagePackReader(page.PayloadOf(recorded));
            record = SnapshotRecord.Read(ref reader);
            return true;
        }
        catch (MessagePackFormatException exception)
        {
            throw new CorruptEventException(recorded.StreamId, recorded.Sequence, new(schema.Name, schema.Version), exception);
        }
    }
}
