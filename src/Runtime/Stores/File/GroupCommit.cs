namespace Daybook.Stores;

/// <summary>
/// Brings batches to disk, one at a time: the first caller writes and flushes itself, what queues up meanwhile goes
/// with one write and flush on the thread pool.
/// </summary>
internal sealed class GroupCommit : IThreadPoolWorkItem, IDisposable
{
    private readonly SegmentLog _log;
    private readonly SegmentPreparation _preparation;
    private readonly BatchWriter _writer;
    private readonly Queue<FlushBatch> _full = new();
    private FlushBatch? _spare = new();
    private FlushBatch? _inFlight;
    private StoreFaultedException? _fault;
    private bool _isFlushing;

    internal GroupCommit(SegmentLog log, IDurableEnd durableEnd)
    {
        _log = log;
        _preparation = new(log);
        _writer = new(log, durableEnd, _preparation);
        Capacity = _writer.Capacity;
        Current = new();
        Current.Reset(log.Last, log.Last.CommittedEnd, log.Last.CommittedOffset);
    }

    /// <summary>The batch that takes appends. Under the lock.</summary>
    internal FlushBatch Current { get; private set; }

    /// <summary>The size of the segment that takes appends.</summary>
    internal int Capacity { get; private set; }

    internal void ThrowIfFaulted()
    {
        if (_fault is { } fault)
        {
            throw new StoreFaultedException(fault.Message, fault.InnerException);
        }
    }

    /// <summary>Goes on in a new segment if a file for it is prepared. Under the lock.</summary>
    internal bool TryRoll(LiveSegment live, long needed)
    {
        if (!_preparation.TryTake(needed, out IStoreFile? file))
        {
            return false;
        }

        var segment = new Segment(live.Header, _log.Directory) { Live = live };
        _log.Segments.Add(segment);
        if (!Current.IsEmpty)
        {
            _full.Enqueue(Current);
            Current = new();
        }

        Current.Reset(segment, SegmentHeader.Size, live.NextOffset);
        Current.Opens = file;
        Capacity = (int)Math.Min(file!.Length, int.MaxValue);
        return true;
    }

    /// <summary>Ends when the indexes of all segments that were full by now are in their files, or cannot be.</summary>
    internal Task FinishIndexesAsync() => _writer.FinishIndexesAsync();

    internal Task PrepareAsync(long size) => _preparation.PrepareAsync(size);

    /// <summary>Makes the caller lead the flush, or wait for it. Under the lock.</summary>
    internal void Join(ref AppendTicket ticket)
    {
        if (!_isFlushing)
        {
            _isFlushing = true;
            ticket.Leads = Take();
            return;
        }

        ticket.Wait = Completion(Current);
    }

    /// <summary>Makes the caller lead or wait for a flush of all that was appended so far, unless it is durable already. Under the lock.</summary>
    internal void JoinFlush(ref AppendTicket ticket)
    {
        if (!Current.IsEmpty || !(_inFlight?.NeedsFlush ?? !_writer.HasUnflushed))
        {
            Current.NeedsFlush = true;
            Join(ref ticket);
        }
        else
        {
            ticket.Wait = WaitForAll();
        }
    }

    /// <summary>Ends when all that was appended so far is as durable as its appends asked for. Under the lock.</summary>
    internal Task WaitForAll()
    {
        FlushBatch? last = Current.IsEmpty ? _inFlight : Current;
        return last is null ? Task.CompletedTask : Completion(last);
    }

    /// <summary>Reads bytes that may not have been written yet. Under the lock.</summary>
    internal bool TryReadPending(Segment segment, Span<byte> destination, long position, out int read)
    {
        foreach (FlushBatch? batch in (ReadOnlySpan<FlushBatch?>)[_inFlight, .. _full, Current])
        {
            if (batch is not null && batch.Segment == segment && position >= batch.Start && position < batch.End)
            {
                ReadOnlySpan<byte> bytes = batch.Buffer.WrittenSpan[(int)(position - batch.Start)..];
                read = Math.Min(bytes.Length, destination.Length);
                bytes[..read].CopyTo(destination);
                return true;
            }
        }

        read = 0;
        return false;
    }

    /// <summary>Runs the flush that a caller leads; what else there is goes to the thread pool.</summary>
    internal void Lead(FlushBatch batch)
    {
        Process(batch);
        if (HasMore())
        {
            _ = ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (HasMore())
        {
            FlushBatch batch;
            lock (_log.Gate)
            {
                batch = Take();
            }

            Process(batch);
        }
    }

    /// <summary>Makes everything durable before the store closes; nobody appends any more.</summary>
    internal async Task FinishAsync()
    {
        Task wait;
        lock (_log.Gate)
        {
            wait = WaitForAll();
        }

        try
        {
            await wait.ConfigureAwait(false);
            if (_fault is null)
            {
                _writer.Finish();
            }
        }
        finally
        {
            // The directory may be another writer's next.
            await _writer.FinishIndexesAsync().ConfigureAwait(false);
            await _preparation.DiscardAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => _writer.Dispose();

    private static Task Completion(FlushBatch batch) =>
        (batch.Completion ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private bool HasMore()
    {
        lock (_log.Gate)
        {
            return _isFlushing = _full.Count > 0 || !Current.IsEmpty;
        }
    }

    private FlushBatch Take()
    {
        if (_full.TryDequeue(out FlushBatch? batch))
        {
            return _inFlight = batch;
        }

        batch = Current;
        FlushBatch next = _spare ?? new();
        _spare = null;
        next.Reset(batch.Segment, batch.End, batch.NextOffset);
        Current = next;
        return _inFlight = batch;
    }

    private void Process(FlushBatch batch)
    {
        StoreFaultedException? fault = _fault;
        if (fault is null)
        {
            try
            {
                _writer.Write(batch);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                fault = new($"Writing to '{batch.Segment.Path}' failed, so what is on disk is uncertain: {exception.Message} Close the store and open it again.", exception);
            }
        }

        TaskCompletionSource? completion;
        Segment segment = batch.Segment;
        lock (_log.Gate)
        {
            _fault = fault;
            if (fault is null)
            {
                foreach (PendingCommit commit in batch.Commits)
                {
                    _log.Commit(commit);
                }

                segment.CommittedEnd = batch.End;
                segment.CommittedOffset = batch.NextOffset;
                _log.FeedEnd = batch.NextOffset;
            }
            else
            {
                batch.Opens?.Dispose();
            }

            completion = batch.Completion;
            _inFlight = null;
            batch.Reset(segment, 0, 0);
            _spare = batch;
        }

        if (fault is not null)
        {
            completion?.SetException(fault);
            return;
        }

        completion?.SetResult();
        _log.Advanced.Set();
        if (segment.CommittedEnd > Capacity / 2)
        {
            _preparation.Start();
        }
    }
}
