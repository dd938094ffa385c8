using Daybook.Schema;

namespace Daybook.Stores.Memory;

/// <summary>
/// A store in this process's memory: for tests, for caches, and for streams that need not outlive the process. Safe
/// for concurrent use; every operation completes at once.
/// </summary>
public sealed class MemoryEventStore(MemoryStoreOptions options) : BaseEventStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, MemoryStreamLog> _streams = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private readonly EventTypeTable _types = new();
    private readonly MemoryFeed _feed = new();
    private readonly FeedSignal _appended = new();
    private readonly EventChain _chain = new();
    private long _nextOffset;

    /// <inheritdoc/>
    public override StoreCapabilities Capabilities { get; } = new() { IsDurable = false, CanTruncate = true, CanReplace = true, IsChained = options.Chained };

    /// <inheritdoc/>
    protected override ValueTask<AppendResult> AppendCoreAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        AppendResult result;
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

            result = AddEvents(batch, log ?? Create(batch));
        }

        _appended.Set();
        return new(result);
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

            long from = Math.Max(fromSequence, log.FirstSequence);
            if (from >= log.Version)
            {
                return new(new EventPage(_types, [], 0, 0, [], from) { StreamVersion = log.Version, FirstSequence = log.FirstSequence, Incarnation = log.Incarnation });
            }

            MemoryChunk chunk = log.ChunkOf(from);
            int start = (int)(from - chunk.FirstSequence);
            int count = Math.Min(maxCount, chunk.Count - start);
            return new(new EventPage(_types, chunk.Events, start, count, chunk.Payloads, from + count)
            {
                StreamVersion = log.Version,
                FirstSequence = log.FirstSequence,
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
    protected override ValueTask<long> GetFeedEndCoreAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return new(_nextOffset);
        }
    }

    /// <inheritdoc/>
    protected override ValueTask WaitForFeedCoreAsync(long offset, CancellationToken cancellationToken)
    {
        Task next = _appended.NextAsync();
        lock (_lock)
        {
            return _nextOffset > offset ? ValueTask.CompletedTask : new(next.WaitAsync(cancellationToken));
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
                _feed.Remove(log, before: long.MaxValue);
            }

            return new(true);
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<bool> TruncateStreamCoreAsync(string streamId, long firstSequence, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_streams.TryGetValue(streamId, out MemoryStreamLog? log))
            {
                throw new StreamNotFoundException(streamId);
            }

            ArgumentOutOfRangeException.ThrowIfGreaterThan(firstSequence, log.Version);
            if (firstSequence <= log.FirstSequence)
            {
                return new(false);
            }

            log.Truncate(firstSequence);
            if (!StreamId.IsSystem(streamId))
            {
                _feed.Remove(log, firstSequence);
            }

            return new(true);
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<bool> ReplaceEventCoreAsync(string streamId, long sequence, RecordSchema schema, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_streams.TryGetValue(streamId, out MemoryStreamLog? log) || sequence < log.FirstSequence || sequence >= log.Version)
            {
                return new(false);
            }

            log.Replace(sequence, IndexOf(schema), payload.Span);
            return new(true);
        }
    }

    /// <inheritdoc/>
    protected override ValueTask DisposeCoreAsync()
    {
        // Whoever waits finds the store closed.
        _appended.Set();
        _chain.Dispose();
        return base.DisposeCoreAsync();
    }

    private MemoryStreamLog Create(AppendBatch batch)
    {
        var log = new MemoryStreamLog(batch.StreamId, batch.Category, _types);
        log.Begin(batch.Origin, batch.Events[0], options.Chained);
        _streams.Add(log.StreamId, log);
        _ = _names.Add(log.StreamId);
        return log;
    }

    private int IndexOf(RecordSchema schema)
    {
        int index = _types.IndexOf(schema);
        return index < 0 ? _types.Add(schema) : index;
    }

    private AppendResult AddEvents(AppendBatch batch, MemoryStreamLog log)
    {
        long firstSequence = log.Version;
        long firstOffset = _nextOffset;
        bool isInFeed = !StreamId.IsSystem(log.StreamId);
        foreach (ref readonly PendingEvent pending in batch.Events)
        {
            int typeIndex = IndexOf(pending.Schema);
            if (isInFeed)
            {
                _feed.Add(log, log.Version, _nextOffset);
            }

            log.Add(pending, batch.PayloadOf(pending), typeIndex, _nextOffset++, _chain);
        }

        return new(firstSequence, batch.Count, firstOffset);
    }
}
