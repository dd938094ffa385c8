namespace Daybook.Stores;

/// <summary>
/// Brings batches to disk, one at a time: the first caller writes and flushes itself, what queues up meanwhile goes
/// with one write and flush on the thread pool.
/// </summary>
internal sealed class GroupCommit : IThreadPoolWorkItem, IDisposable
{
    private readonly SegmentLog _log;
    private readonly IDurableEnd _durableEnd;
    private readonly SegmentPreparation _preparation;
    private readonly Queue<FlushBatch> _full = new();
    private FlushBatch? _spare = new();
    private FlushBatch? _inFlight;
    private StoreFaultedException? _fault;
    private IStoreFile _file;
    private bool _isFlushing;
    private bool _hasUnflushed;
    private Task _indexing = Task.CompletedTask;

    internal GroupCommit(SegmentLog log, IDurableEnd durableEnd)
    {
        _log = log;
        _durableEnd = durableEnd;
        _preparation = new(log);
        _file = log.Files.OpenWrite(log.Last.Path);
        Capacity = (int)Math.Min(_file.Length, int.MaxValue);
        Current = new();
        Current.Reset(log.Last, log.Last.CommittedEnd);
    }

    /// <summary>The batch that takes appends. Under the lock.</summary>
    internal FlushBatch Current { get; private set; }

    /// <summary>The size of the segment that takes appends.</summary>
    internal int Capacity { get; private set; }

    internal bool IsFaulted => _fault is not null;

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

        Current.Reset(segment, SegmentHeader.Size);
        Current.Opens = file;
        Capacity = (int)Math.Min(file!.Length, int.MaxValue);
        return true;
    }

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

    /// <summary>Ends when all that was appended so far is durable. Under the lock.</summary>
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
        lock (_log.Gate)
        {
            if (_full.Count == 0 && Current.IsEmpty)
            {
                _isFlushing = false;
                return;
            }
        }

        _ = ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (true)
        {
            FlushBatch batch;
            lock (_log.Gate)
            {
                if (_full.Count == 0 && Current.IsEmpty)
                {
                    _isFlushing = false;
                    return;
                }

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

        await wait.ConfigureAwait(false);
        await _indexing.ConfigureAwait(false);
        if (_fault is null)
        {
            if (_hasUnflushed)
            {
                _file.Flush();
                Publish(_log.Last);
            }

            byte[] index = SegmentIndexWriter.Write(_log.Last.Live!, _log.Types);
            _ = IndexFile.TryWrite(_log.Files, _log.Last.IndexPath, index);
        }

        await _preparation.DiscardAsync().ConfigureAwait(false);
    }

    public void Dispose() => _file.Dispose();

    private static Task Completion(FlushBatch batch) =>
        (batch.Completion ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private FlushBatch Take()
    {
        if (_full.TryDequeue(out FlushBatch? batch))
        {
            return _inFlight = batch;
        }

        batch = Current;
        FlushBatch next = _spare ?? new();
        _spare = null;
        next.Reset(batch.Segment, batch.End);
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
                Write(batch);
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
                    _log.Commit(commit.Stream, commit.Version, commit.Timestamp, commit.IsDeletion);
                }

                segment.CommittedEnd = batch.End;
                segment.CommittedOffset = batch.NextOffset;
            }

            completion = batch.Completion;
            _inFlight = null;
            batch.Reset(segment, 0);
            _spare = batch;
        }

        if (fault is not null)
        {
            completion?.SetException(fault);
            return;
        }

        completion?.SetResult();
        if (segment.CommittedEnd > Capacity / 2)
        {
            _preparation.Start();
        }
    }

    private void Write(FlushBatch batch)
    {
        if (batch.Opens is { } file)
        {
            Roll(batch.Segment, file);
        }

        _file.WriteAt(batch.Buffer.WrittenSpan, batch.Start);
        if (!batch.NeedsFlush)
        {
            _hasUnflushed = true;
            return;
        }

        _file.Flush();
        _hasUnflushed = false;
        _durableEnd.Publish(batch.Segment.Header.BasePosition + batch.End);
    }

    private void Publish(Segment segment) => _durableEnd.Publish(segment.Header.BasePosition + segment.CommittedEnd);

    // Once the new segment has its name, the one before is complete and durable: whoever opens relies on that.
    private void Roll(Segment segment, IStoreFile file)
    {
        if (_hasUnflushed)
        {
            _file.Flush();
        }

        SegmentFile.WriteHeader(file, segment.Header);
        _log.Files.Rename(_preparation.PathOf(segment.Number), segment.Path);
        _log.Files.FlushDirectory(_log.Directory);
        Segment full = _log.Segments[segment.Number - 2];
        _file.SetLength(full.CommittedEnd);
        _file.Dispose();
        _file = file;
        byte[] bytes = SegmentIndexWriter.Write(full.Live!, _log.Types);
        SegmentIndex index = SegmentIndex.TryOpen(bytes, full.Header)!;
        lock (_log.Gate)
        {
            _log.Keep(full, index, pinned: true);
            full.Live = null;
        }

        Task before = _indexing;
        _indexing = Task.Run(async () =>
        {
            await before.ConfigureAwait(false);
            bool isWritten = IndexFile.TryWrite(_log.Files, full.IndexPath, bytes);
            lock (_log.Gate)
            {
                full.KeepsIndex = !isWritten;
            }
        });
    }
}
