namespace Daybook.Stores;

/// <summary>The indexes of full segments: the last used ones in memory, the others in their files, or made anew. Under the store's lock.</summary>
internal sealed class SegmentIndexes(SegmentLog log)
{
    private long _clock;

    /// <summary>How many bytes those in memory have.</summary>
    internal long CachedBytes { get; private set; }

    /// <summary>How many had to be made anew.</summary>
    internal int Rebuilt { get; private set; }

    /// <summary>The index of a full segment, from the cache, its file, or made anew.</summary>
    internal SegmentIndex Of(Segment segment)
    {
        segment.IndexUsed = ++_clock;
        if (segment.Index is { } known)
        {
            return known;
        }

        SegmentIndex? index = IndexFile.TryRead(log.Files, segment.IndexPath, segment.Header);
        bool isLost = index is null || index.Head.Covered != segment.CommittedEnd;
        if (isLost)
        {
            index = Rebuild(segment);
        }

        Keep(segment, index!, isLost && segment.KeepsIndex);
        return index!;
    }

    /// <summary>Keeps an index in memory; one that is pinned as long as its segment.</summary>
    internal void Keep(Segment segment, SegmentIndex index, bool pinned)
    {
        segment.Index = index;
        segment.IndexUsed = ++_clock;
        segment.KeepsIndex = pinned;
        CachedBytes += index.Size;
        while (CachedBytes > log.Options.IndexCacheBytes && Oldest(segment) is { } oldest)
        {
            Drop(oldest);
        }
    }

    /// <summary>Takes a segment's index out of memory.</summary>
    internal void Drop(Segment segment)
    {
        CachedBytes -= segment.Index?.Size ?? 0;
        segment.Index = null;
    }

    /// <summary>Forgets all indexes, whose segments are forgotten, too.</summary>
    internal void Clear() => CachedBytes = 0;

    private Segment? Oldest(Segment except)
    {
        Segment? oldest = null;
        foreach (Segment segment in log.Segments)
        {
            if (segment.Index is not null && !segment.KeepsIndex && segment != except && (oldest is null || segment.IndexUsed < oldest.IndexUsed))
            {
                oldest = segment;
            }
        }

        return oldest;
    }

    private SegmentIndex Rebuild(Segment segment)
    {
        Rebuilt++;
        var live = new LiveSegment(segment.Header);
        using IStoreFile file = SegmentFile.OpenRead(log.Files, segment);
        using (var scan = new SegmentScan(file, SegmentHeader.Size, segment.CommittedEnd))
        {
            while (scan.TryNext(out ReadOnlySpan<byte> group))
            {
                try
                {
                    _ = GroupScanner.Index(group, scan.Position, live, log.Types);
                }
                catch (InvalidDataException exception)
                {
                    throw new CorruptEventException(exception.Message, segment.Path, scan.Position, live.NextOffset, exception);
                }
            }

            if (scan.Position != segment.CommittedEnd)
            {
                throw new CorruptEventException("A record is damaged", segment.Path, scan.Position, live.NextOffset);
            }
        }

        byte[] bytes = SegmentIndexWriter.Write(live, log.Types);
        segment.KeepsIndex = log.Options.ReadOnly || !IndexFile.TryWrite(log.Files, segment.IndexPath, bytes);
        return SegmentIndex.TryOpen(bytes, segment.Header)!;
    }
}
