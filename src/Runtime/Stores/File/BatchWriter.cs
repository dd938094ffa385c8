namespace Daybook.Stores;

/// <summary>Writes batches to the segment files, one after the other, and goes on to the next segment's file.</summary>
internal sealed class BatchWriter(SegmentLog log, IDurableEnd durableEnd, SegmentPreparation preparation) : IDisposable
{
    private IStoreFile _file = log.Files.OpenWrite(log.Last.Path);
    private Task _indexing = Task.CompletedTask;

    /// <summary>Whether something was written and not flushed since. Whoever writes changes it, so it is sure only while nobody does.</summary>
    internal bool HasUnflushed { get; private set; }

    internal int Capacity => (int)Math.Min(_file.Length, int.MaxValue);

    internal void Write(FlushBatch batch)
    {
        if (batch.Opens is { } file)
        {
            Roll(batch.Segment, file);
        }

        if (batch.Buffer.Length > 0)
        {
            HasUnflushed = true;
            _file.WriteAt(batch.Buffer.WrittenSpan, batch.Start);
        }

        if (batch.NeedsFlush)
        {
            Flush();
            durableEnd.Publish(batch.Segment.Header.BasePosition + batch.End);
        }
    }

    /// <summary>Flushes what is left and writes the last segment's index; nobody appends any more.</summary>
    internal void Finish()
    {
        Segment last = log.Last;
        if (HasUnflushed)
        {
            Flush();
            durableEnd.Publish(last.Header.BasePosition + last.CommittedEnd);
        }

        LiveSegment live = last.Live!;
        if (live.Indexed < live.End)
        {
            _ = IndexFile.TryWrite(log.Files, last.IndexPath, SegmentIndexWriter.Write(live, log.Types));
        }
    }

    internal Task FinishIndexesAsync() => _indexing;

    public void Dispose() => _file.Dispose();

    private void Flush()
    {
        _file.Flush();
        HasUnflushed = false;
    }

    // Once the new segment has its name, the one before is complete and durable: whoever opens relies on that.
    private void Roll(Segment segment, IStoreFile file)
    {
        if (HasUnflushed)
        {
            Flush();
        }

        SegmentFile.WriteHeader(file, segment.Header);
        log.Files.Rename(preparation.PathOf(segment.Number), segment.Path);
        log.Files.FlushDirectory(log.Directory);
        Segment full = log.Segments[segment.Number - 2];
        _file.SetLength(full.CommittedEnd);
        _file.Dispose();
        _file = file;
        byte[] bytes = SegmentIndexWriter.Write(full.Live!, log.Types);
        SegmentIndex index = SegmentIndex.TryOpen(bytes, full.Header)!;
        lock (log.Gate)
        {
            log.Indexes.Keep(full, index, pinned: true);
            full.Live = null;
        }

        Task before = _indexing;
        _indexing = Task.Run(async () =>
        {
            await before.ConfigureAwait(false);
            bool isWritten = IndexFile.TryWrite(log.Files, full.IndexPath, bytes);
            lock (log.Gate)
            {
                full.KeepsIndex = !isWritten;
            }
        });
    }
}
