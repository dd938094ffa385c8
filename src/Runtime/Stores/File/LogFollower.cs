namespace Daybook.Stores;

/// <summary>Keeps a reader's view up to date with a writer in this or another process. Under the store's lock.</summary>
internal sealed class LogFollower(SegmentLog log) : IDisposable
{
    private IDurableEnd? _durableEnd;
    private long _seen = -1;
    private bool _mustReload;

    internal void Refresh()
    {
        _durableEnd ??= log.Files.OpenDurableEnd(Path.Combine(log.Directory, SegmentNames.DurableEnd), writable: false);
        if (_durableEnd is null)
        {
            return;
        }

        while (_mustReload || _durableEnd.Rewrites != log.Rewrites)
        {
            _mustReload = true;
            _ = LogOpener.Load(log, _durableEnd);
            _mustReload = false;
            _seen = -1;
        }

        if (!_durableEnd.TryRead(out long durable) || durable == _seen)
        {
            return;
        }

        try
        {
            Advance(durable);
            _seen = durable;
        }
        catch (SegmentReplacedException)
        {
            _mustReload = true;
            throw;
        }
    }

    /// <summary>Has the next refresh read everything anew: a segment is no longer what it was.</summary>
    internal void Reload() => _mustReload = true;

    public void Dispose() => _durableEnd?.Dispose();

    private void Advance(long durable)
    {
        while (true)
        {
            Segment last = log.Last;
            long end = durable - last.Header.BasePosition;
            string nextPath = SegmentNames.Log(log.Directory, last.Number + 1);
            SegmentHeader? next = null;
            if (log.Files.Exists(nextPath))
            {
                using IStoreFile file = log.Files.OpenRead(nextPath);
                next = SegmentHeader.Read(file, nextPath, last.Number + 1);
                end = last.UsedBefore(next);
            }

            if (end > last.CommittedEnd)
            {
                Replay(last, (int)end);
            }

            if (next is null)
            {
                return;
            }

            Seal(last);
            log.Segments.Add(new(next, log.Directory) { Live = new(next) });
        }
    }

    private void Seal(Segment segment)
    {
        SegmentIndex index = SegmentIndex.TryOpen(SegmentIndexWriter.Write(segment.Live!, log.Types), segment.Header)!;
        segment.Live = null;
        log.Indexes.Keep(segment, index, pinned: false);
    }

    private void Replay(Segment segment, int end)
    {
        LiveSegment live = segment.Live!;
        using IStoreFile file = SegmentFile.OpenRead(log.Files, segment);
        using var scan = new SegmentScan(file, segment.CommittedEnd, end);
        while (scan.TryNext(out ReadOnlySpan<byte> group))
        {
            try
            {
                log.Replay(live, group, scan.Position);
            }
            catch (InvalidDataException exception)
            {
                throw new CorruptEventException(exception.Message, segment.Path, scan.Position, live.NextOffset, exception);
            }

            segment.CommittedEnd = live.End;
            segment.CommittedOffset = live.NextOffset;
            log.FeedEnd = Math.Max(log.FeedEnd, live.NextOffset);
        }

        if (segment.CommittedEnd != end)
        {
            throw new CorruptEventException("A record that was acknowledged is damaged", segment.Path, scan.Position, live.NextOffset);
        }
    }
}
