using Daybook;
using Daybook.Stores;

namespace CustomStore;

/// <summary>
/// A store of one's own: lists in memory, where yours has tables or documents. It appends, reads, lists and deletes; checks, limits,
/// snapshots, queries and waiting come with <see cref="BaseEventStore"/>, and the compliance suite of Daybook.Testing says whether it is right.
/// </summary>
public sealed class ListEventStore : BaseEventStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, StoredStream> _streams = new(StringComparer.Ordinal);
    private readonly List<StoredEvent> _feed = [];
    private readonly EventTypeTable _types = new();
    private long _end;

    public override StoreCapabilities Capabilities { get; } = new() { IsDurable = false };

    protected override ValueTask<AppendResult> AppendCoreAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            StoredStream? stream = _streams.GetValueOrDefault(batch.StreamId);
            AppendResult? repeated = AppendRules.Decide(batch, stream?.Info(), id => stream!.SequenceOf(id), (from, count) => Page(stream, from, count));
            if (repeated is not null)
            {
                return new(repeated.Value);
            }

            stream ??= _streams[batch.StreamId] = new(batch.StreamId, batch.Category);
            var result = new AppendResult(stream.Events.Count, batch.Count, _end);
            foreach (ref readonly PendingEvent pending in batch.Events)
            {
                RecordedEvent recorded = pending.Record(batch.StreamId, stream.Events.Count, _end++, _types.GetOrAdd(pending.Schema));
                var stored = new StoredEvent(recorded, batch.PayloadOf(pending).ToArray());
                stream.Events.Add(stored);
                if (!batch.StreamId.StartsWith('$'))
                {
                    _feed.Add(stored);
                }
            }

            return new(result);
        }
    }

    protected override ValueTask<EventPage> ReadStreamCoreAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return new(Page(_streams.GetValueOrDefault(streamId), fromSequence, maxCount));
        }
    }

    protected override ValueTask<EventPage> ReadFeedCoreAsync(long fromOffset, int maxCount, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var page = new EventPageBuilder(_types);
            long next = Math.Max(fromOffset, _end);
            foreach (StoredEvent stored in _feed.Where(stored => stored.Recorded.Offset >= fromOffset).Take(maxCount))
            {
                page.Add(stored.Recorded, stored.Payload);
                next = stored.Recorded.Offset + 1;
            }

            return new(page.ToPage(next));
        }
    }

    protected override ValueTask<long> GetFeedEndCoreAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return new(_end);
        }
    }

    protected override ValueTask<StreamInfo?> GetStreamInfoCoreAsync(string streamId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return new(_streams.GetValueOrDefault(streamId)?.Info());
        }
    }

    protected override ValueTask<StreamListing> ListStreamsCoreAsync(string prefix, string? continuation, int maxCount, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return new(StreamListing.Of(_streams.Values.Select(stream => stream.Info()), prefix, continuation, maxCount));
        }
    }

    protected override ValueTask<bool> DeleteStreamCoreAsync(string streamId, ExpectedVersion expectedVersion, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            long version = _streams.GetValueOrDefault(streamId)?.Events.Count ?? 0;
            if (!expectedVersion.Matches(version))
            {
                throw new ConcurrencyException(streamId, expectedVersion, version);
            }

            _ = _feed.RemoveAll(stored => string.Equals(stored.Recorded.StreamId, streamId, StringComparison.Ordinal));
            return new(_streams.Remove(streamId));
        }
    }

    private EventPage Page(StoredStream? stream, long from, int count)
    {
        var page = new EventPageBuilder(_types);
        foreach (StoredEvent stored in (stream?.Events ?? []).Skip((int)Math.Min(from, int.MaxValue)).Take(count))
        {
            page.Add(stored.Recorded, stored.Payload);
        }

        return page.ToPage(from + page.Count, stream?.Info());
    }

    private sealed record StoredEvent(RecordedEvent Recorded, byte[] Payload);

    private sealed record StoredStream(string Id, string? Category)
    {
        internal List<StoredEvent> Events { get; } = [];

        internal long SequenceOf(EventId id) => Events.FindIndex(stored => stored.Recorded.Id == id);

        internal StreamInfo Info() => new()
        {
            StreamId = Id,
            Category = Category,
            Version = Events.Count,
            FirstSequence = 0,
            Incarnation = Events[0].Recorded.Id,
            FirstTimestamp = new(Events[0].Recorded.TimestampTicks, TimeSpan.Zero),
            LastTimestamp = new(Events[^1].Recorded.TimestampTicks, TimeSpan.Zero),
        };
    }
}
