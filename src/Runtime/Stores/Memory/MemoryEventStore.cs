namespace Daybook.Stores.Memory;

/// <summary>
/// A store in this process's memory: for tests, for caches, and for streams that need not outlive the process. Safe
/// for concurrent use; every operation completes at once.
/// </summary>
public sealed class MemoryEventStore : BaseEventStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, MemoryStreamLog> _streams = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private readonly EventTypeTable _types = new();
    private readonly MemoryFeed _feed = new();
    private long _nextOffset;

    /// <inheritdoc/>
    public override StoreCapabilities Capabilities { get; } = new() { IsDurable = false };

    /// <inheritdoc/>
    protected override ValueTask<AppendResult> AppendCoreAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        lock (_lock)
        {
            _ = _streams.TryGetValue(batch.StreamId, out MemoryStreamLog? log);
            if (log is not null && RepeatedAppend.IsRepeated(batch, log, out AppendResult repeated))
            {
                return new(repeated);
            }

            long version = log?.Version ?? 0;
            bool isOther = !batch.ExpectedIncarnation.IsEmpty && version > 0 && batch.ExpectedIncarnation != log!.Incarnation;
            if (isOther || !batch.ExpectedVersion.Matches(version))
            {
                throw new ConcurrencyException(batch.StreamId, batch.ExpectedVersion, version);
            }

            return new(AddEvents(batch, log ?? Create(batch)));
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<EventPage> ReadStreamCoreAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_streams.TryGetValue(streamId, out MemoryStreamLog? log))
            {
                return new(new EventPage(_types, [], 0, 0, [], fromSequence));
            }

            if (fromSequence >= log.Version)
            {
                return new(new EventPage(_types, [], 0, 0, [], fromSequence) { StreamVersion = log.Version, Incarnation = log.Incarnation });
            }

            MemoryChunk chunk = log.ChunkOf(fromSequence);
            int start = (int)(fromSequence - chunk.FirstSequence);
            int count = Math.Min(maxCount, chunk.Count - start);
            return new(new EventPage(_types, chunk.Events, start, count, chunk.Payloads, fromSequence + count)
            {
                StreamVersion = log.Version,
                Incarnation = log.Incarnation,
            });
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<EventPage> ReadFeedCoreAsync(long fromOffset, int maxCount, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return new(_feed.Read(_types, fromOffset, maxCount, _nextOffset));
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<StreamInfo?> GetStreamInfoCoreAsync(string streamId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return new(_streams.TryGetValue(streamId, out MemoryStreamLog? log) ? log.Info() : null);
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<StreamListing> ListStreamsCoreAsync(string prefix, string? continuation, int maxCount, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        lock (_lock)
        {
            string from = continuation ?? prefix;
            var page = new List<StreamInfo>();
            if (_names.Count == 0 || string.CompareOrdinal(from, _names.Max) > 0)
            {
                return new(new StreamListing([], null));
            }

            foreach (string name in _names.GetViewBetween(from, _names.Max))
            {
                if (!name.StartsWith(prefix, StringComparison.Ordinal))
                {
                    break;
                }

                bool isLeftOut = string.Equals(name, continuation, StringComparison.Ordinal)
                    || (StreamId.IsSystem(name) && !StreamId.IsSystem(prefix));
                if (isLeftOut)
                {
                    continue;
                }

                if (page.Count == maxCount)
                {
                    return new(new StreamListing([.. page], page[^1].StreamId));
                }

                page.Add(_streams[name].Info());
            }

            return new(new StreamListing([.. page], null));
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<bool> DeleteStreamCoreAsync(string streamId, ExpectedVersion expectedVersion, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            long version = _streams.TryGetValue(streamId, out MemoryStreamLog? log) ? log.Version : 0;
            if (!expectedVersion.Matches(version))
            {
                throw new ConcurrencyException(streamId, expectedVersion, version);
            }

            if (log is null)
            {
                return new(false);
            }

            _ = _streams.Remove(streamId);
            _ = _names.Remove(streamId);
            if (!StreamId.IsSystem(streamId))
            {
                _feed.Remove(log);
            }

            return new(true);
        }
    }

    private MemoryStreamLog Create(AppendBatch batch)
    {
        var log = new MemoryStreamLog(batch.StreamId, batch.Category, _types);
        _streams.Add(log.StreamId, log);
        _ = _names.Add(log.StreamId);
        return log;
    }

    private AppendResult AddEvents(AppendBatch batch, MemoryStreamLog log)
    {
        long firstSequence = log.Version;
        long firstOffset = _nextOffset;
        bool isInFeed = !StreamId.IsSystem(log.StreamId);
        foreach (ref readonly PendingEvent pending in batch.Events)
        {
            int typeIndex = _types.IndexOf(pending.Schema);
            if (typeIndex < 0)
            {
                typeIndex = _types.Add(pending.Schema);
            }

            if (isInFeed)
            {
                _feed.Add(log, log.Version, _nextOffset);
            }

            log.Add(pending, batch.PayloadOf(pending), typeIndex, _nextOffset++);
        }

        return new(firstSequence, batch.Count, firstOffset);
    }
}
