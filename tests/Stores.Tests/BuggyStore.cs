using Daybook.Schema;
using Daybook.Stores;

namespace Daybook.Tests.Stores;

/// <summary>A small store of lists under a lock, with one mistake of somebody's built in: for proof that tests find it.</summary>
internal sealed class BuggyStore(Bug bug) : BaseEventStore
{
    private readonly Lock _lock = new();
    private readonly EventTypeTable _types = new();
    private readonly Dictionary<string, List<Entry>> _streams = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, Entry> _feed = [];
    private Dictionary<string, List<Entry>> _old = new(StringComparer.Ordinal);
    private long _nextOffset = 100;
    private int _appends;

    public override StoreCapabilities Capabilities { get; } = new() { IsDurable = false };

    protected override async ValueTask<AppendResult> AppendCoreAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        Entry[] entries = Entries(batch);
        bool now = Interlocked.Increment(ref _appends) % 7 == 0;
        if (bug == Bug.ChecksThenWrites)
        {
            lock (_lock)
            {
                _ = Check(batch, entries);
            }

            await Task.Yield();
        }

        long firstSequence;
        long firstOffset;
        lock (_lock)
        {
            if (bug != Bug.ChecksThenWrites && Check(batch, entries) is { } repeated)
            {
                return repeated;
            }

            firstSequence = Stream(batch.StreamId).Count;
            firstOffset = _nextOffset;
            _nextOffset += entries.Length;
            if (bug == Bug.LosesWrites && now)
            {
                return new(firstSequence, entries.Length, firstOffset);
            }

            if (bug == Bug.Reorders && entries.Length > 1)
            {
                Array.Reverse(entries);
            }

            _old = now ? _streams.ToDictionary(stream => stream.Key, stream => stream.Value.ToList(), StringComparer.Ordinal) : _old;
            firstOffset = bug == Bug.OffsetsFall && now ? firstOffset - 100 : firstOffset;
            entries = Placed(Stream(batch.StreamId).Count, entries, firstOffset);
            Stream(batch.StreamId).AddRange(bug == Bug.ShowsHalves ? entries[..(entries.Length / 2)] : entries);
            AddToFeed(bug == Bug.FeedSkips ? [] : entries);
        }

        if (bug is Bug.FeedSkips or Bug.ShowsHalves)
        {
            await Task.Yield();
            lock (_lock)
            {
                AddRest(Stream(batch.StreamId), entries);
            }
        }

        return new(bug == Bug.SaysWrongSequences && now ? firstSequence + 1 : firstSequence, entries.Length, firstOffset);
    }

    protected override ValueTask<EventPage> ReadStreamCoreAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Dictionary<string, List<Entry>> streams = bug == Bug.ReadsOld ? _old : _streams;
            List<Entry> stream = streams.GetValueOrDefault(streamId) ?? [];
            Entry[] entries = [.. stream.Skip((int)Math.Min(fromSequence, stream.Count)).Take(maxCount)];
            EventPage page = Page(entries, entries.Length == 0 ? Math.Max(fromSequence, stream.Count) : fromSequence + entries.Length, stream);
            return new(page);
        }
    }

    protected override ValueTask<EventPage> ReadFeedCoreAsync(long fromOffset, int maxCount, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Entry[] entries = [.. _feed.Where(entry => entry.Key >= fromOffset).Select(entry => entry.Value).Take(maxCount)];
            return new(Page(entries, entries.Length == 0 ? Math.Max(fromOffset, _nextOffset) : entries[^1].Event.Offset + 1, []));
        }
    }

    protected override ValueTask<long> GetFeedEndCoreAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return new(_nextOffset);
        }
    }

    protected override ValueTask WaitForFeedCoreAsync(long offset, CancellationToken cancellationToken) => new(Task.Delay(1, cancellationToken));

    protected override ValueTask<StreamInfo?> GetStreamInfoCoreAsync(string streamId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            List<Entry> stream = Stream(streamId);
            StreamInfo? info = stream.Count == 0 ? null : new()
            {
                StreamId = streamId,
                Version = stream.Count,
                FirstSequence = 0,
                Category = null,
                FirstTimestamp = new(stream[0].Event.TimestampTicks, TimeSpan.Zero),
                LastTimestamp = new(stream[^1].Event.TimestampTicks, TimeSpan.Zero),
                Incarnation = stream[0].Event.Id,
            };
            return new(info);
        }
    }

    protected override ValueTask<StreamListing> ListStreamsCoreAsync(string prefix, string? continuation, int maxCount, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    protected override ValueTask<bool> DeleteStreamCoreAsync(string streamId, ExpectedVersion expectedVersion, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            List<Entry> stream = Stream(streamId);
            if (!expectedVersion.Matches(stream.Count))
            {
                throw new ConcurrencyException(streamId, expectedVersion, stream.Count);
            }

            if (stream.Count > 0 && bug != Bug.KeepsDeleted)
            {
                stream.ForEach(entry => _feed.Remove(entry.Event.Offset));
                _streams[streamId] = [];
                return new(true);
            }

            return new(stream.Count > 0);
        }
    }

    private void AddRest(List<Entry> stream, Entry[] entries)
    {
        if (bug == Bug.ShowsHalves)
        {
            stream.AddRange(entries[(entries.Length / 2)..]);
            return;
        }

        AddToFeed(entries.Where(stream.Contains));
    }

    private AppendResult? Check(AppendBatch batch, Entry[] entries)
    {
        List<Entry> stream = Stream(batch.StreamId);
        int at = bug == Bug.WritesTwice ? -1 : stream.FindIndex(entry => entry.Event.Id == entries[0].Event.Id);
        if (at >= 0 && stream.Skip(at).Take(entries.Length).Select(entry => entry.Event.Id).SequenceEqual(entries.Select(entry => entry.Event.Id)))
        {
            return new(at, [.. stream.Skip(at).Take(entries.Length).Select(entry => entry.Event.Offset)]);
        }

        if (bug != Bug.WritesTwice && stream.Exists(known => entries.Any(entry => entry.Event.Id == known.Event.Id)))
        {
            throw new DuplicateEventException(batch.StreamId, entries[0].Event.Id, 0);
        }

        return batch.ExpectedVersion.Matches(stream.Count) ? null : throw new ConcurrencyException(batch.StreamId, batch.ExpectedVersion, stream.Count);
    }

    private static Entry[] Placed(long firstSequence, Entry[] entries, long firstOffset) =>
        [.. entries.Select((entry, i) => entry with { Event = entry.Event with { Sequence = firstSequence + i, Offset = firstOffset + i } })];

    private void AddToFeed(IEnumerable<Entry> entries)
    {
        foreach (Entry entry in entries)
        {
            _feed[entry.Event.Offset] = entry;
        }
    }

    private List<Entry> Stream(string streamId) => _streams.TryGetValue(streamId, out List<Entry>? stream) ? stream : _streams[streamId] = [];

    private Entry[] Entries(AppendBatch batch)
    {
        var entries = new Entry[batch.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            PendingEvent pending = batch.Events[i];
            entries[i] = new(
                new()
                {
                    StreamId = batch.StreamId,
                    Id = pending.Id,
                    Sequence = 0,
                    Offset = 0,
                    TimestampTicks = pending.TimestampTicks,
                    TypeIndex = TypeOf(pending.Schema),
                    PayloadStart = 0,
                    PayloadLength = pending.PayloadLength,
                },
                batch.PayloadOf(pending).ToArray());
        }

        return entries;
    }

    private int TypeOf(RecordSchema schema)
    {
        lock (_lock)
        {
            int index = _types.IndexOf(schema);
            return index < 0 ? _types.Add(schema) : index;
        }
    }

    private EventPage Page(Entry[] entries, long next, List<Entry> stream)
    {
        byte[] buffer = [.. entries.SelectMany(entry => entry.Payload)];
        var events = new RecordedEvent[entries.Length];
        int start = 0;
        for (int i = 0; i < events.Length; i++)
        {
            events[i] = entries[i].Event with { PayloadStart = start };
            start += entries[i].Payload.Length;
        }

        return new(_types, events, 0, events.Length, buffer, next) { StreamVersion = stream.Count, Incarnation = stream.Count == 0 ? default : stream[0].Event.Id };
    }

    private sealed record Entry(RecordedEvent Event, byte[] Payload);
}
