using Daybook.MessagePack;

namespace Daybook.Stores;

/// <summary>Opens the segments of a directory: what was acknowledged must be there, what is torn is moved aside.</summary>
internal sealed class LogOpener
{
    private readonly SegmentLog _log;
    private readonly bool _durableEndWasLost;
    private readonly long _durable;
    private long _tornBytes;
    private string? _tornFile;

    // The end is read before the directory is: a writer may go on to the next segment in between.
    internal LogOpener(SegmentLog log, IDurableEnd? durableEnd)
    {
        _log = log;
        _durableEndWasLost = durableEnd is null || !durableEnd.TryRead(out _durable);
    }

    internal FileStoreOpenReport Report => new()
    {
        Segments = _log.Segments.Count,
        TornBytes = _tornBytes,
        TornFile = _tornFile,
        RebuiltIndexes = _log.Indexes.Rebuilt,
        DurableEndWasLost = _durableEndWasLost,
    };

    private IFileSystem Files => _log.Files;

    private bool IsWriter => !_log.Options.ReadOnly;

    internal static void CreateFirst(SegmentLog log)
    {
        string prepared = SegmentNames.Prepared(log.Directory);
        using (IStoreFile file = SegmentFile.Create(log.Files, prepared, log.Options.SegmentSize))
        {
            SegmentFile.WriteHeader(file, new()
            {
                Number = 1,
                Identity = SegmentHeader.NewIdentity(),
                BasePosition = 0,
                FirstOffset = 0,
                BaseTimestamp = DateTime.UtcNow.Ticks,
            });
        }

        log.Files.Rename(prepared, SegmentNames.Log(log.Directory, 1));
        log.Files.FlushDirectory(log.Directory);
    }

    /// <summary>Opens all segments for reading; when one is rewritten meanwhile, once more, since each must fit the others.</summary>
    internal static LogOpener Load(SegmentLog log, IDurableEnd? durableEnd)
    {
        while (true)
        {
            long rewrites = durableEnd?.Rewrites ?? 0;
            log.Clear();
            try
            {
                var opener = new LogOpener(log, durableEnd);
                opener.Open(StoreDirectory.CountSegments(log));
                if ((durableEnd?.Rewrites ?? 0) == rewrites)
                {
                    log.Rewrites = rewrites;
                    return opener;
                }
            }
            catch (SegmentReplacedException)
            {
                // Its new file will be found.
            }
        }
    }

    /// <summary>Opens the segments up to a number.</summary>
    internal void Open(int count)
    {
        for (int number = 1; number <= count; number++)
        {
            string path = SegmentNames.Log(_log.Directory, number);
            using IStoreFile file = Files.OpenRead(path);
            var segment = new Segment(SegmentHeader.Read(file, path, number), _log.Directory);
            if (number > 1)
            {
                Seal(_log.Last, segment.Header);
            }

            _log.Segments.Add(segment);
        }

        OpenLast();
    }

    /// <summary>Ends a segment that has a successor.</summary>
    internal void Seal(Segment segment, SegmentHeader next)
    {
        long used = segment.UsedBefore(next);
        using (IStoreFile file = IsWriter ? Files.OpenWrite(segment.Path) : SegmentFile.OpenRead(Files, segment))
        {
            long length = file.Length;
            if (used < SegmentHeader.Size || used > length)
            {
                throw new CorruptEventException($"The segment has {length} bytes; the next one says {used}", segment.Path, length, -1);
            }

            if (IsWriter && used < length)
            {
                file.SetLength(used);
                file.Flush();
            }
        }

        segment.CommittedEnd = (int)used;
        segment.CommittedOffset = next.FirstOffset;
        RegisterSealed(segment);
    }

    private void RegisterSealed(Segment segment)
    {
        using var buffer = new PooledBuffer();
        bool isUsable = IndexFile.TryReadHead(Files, segment.IndexPath, segment.Header, buffer, out IndexHead head) && head.Covered == segment.CommittedEnd;
        Register(segment, isUsable ? head : _log.Indexes.Of(segment).Head, live: null);
    }

    private void Register(Segment segment, IndexHead index, LiveSegment? live)
    {
        try
        {
            ByteReader types = index.Types();
            int count = types.Count();
            for (int i = 0; i < count; i++)
            {
                GroupScanner.AddType(_log.Types, GroupScanner.ReadType(ref types, out int typeIndex), typeIndex);
                live?.Define(typeIndex);
            }
        }
        catch (InvalidDataException exception)
        {
            throw new CorruptEventException(exception.Message, segment.IndexPath, 0, -1, exception);
        }

        for (int row = 0; row < index.StreamCount; row++)
        {
            index.Directory(row, out ulong hash, out int previousSegment, out int previousSlot, out uint flags);
            _log.HasRemovals |= flags != 0;
            _log.Register(hash, segment.Number, index.SlotOf(row), previousSegment, previousSlot, (flags & IndexFormat.DeletedFlag) != 0);
        }

        var replacements = new List<Replacement>();
        index.CopyReplacements(replacements);
        replacements.ForEach(_log.Take);
    }

    private void OpenLast()
    {
        Segment segment = _log.Last;
        using IStoreFile file = IsWriter ? Files.OpenWrite(segment.Path) : Files.OpenRead(segment.Path);
        long length = Math.Min(file.Length, int.MaxValue);
        long sure = _durableEndWasLost ? SegmentHeader.Size : Math.Max(SegmentHeader.Size, _durable - segment.Header.BasePosition);
        if (sure > length)
        {
            throw new CorruptEventException($"The segment has {length} bytes, but {sure} were acknowledged", segment.Path, length, -1);
        }

        if (!IsWriter && !_durableEndWasLost)
        {
            length = sure;
        }

        var live = new LiveSegment(segment.Header);
        segment.Live = live;
        if (IndexFile.TryRead(Files, segment.IndexPath, segment.Header) is { } index && index.Head.Covered <= sure)
        {
            live.Take(index);
            Register(segment, index.Head, live);
        }

        int end = Replay(segment, live, file, (int)length, (int)sure);
        segment.CommittedEnd = live.End = end;
        segment.CommittedOffset = live.NextOffset;
        _log.FeedEnd = Math.Max(_log.FeedEnd, live.NextOffset);
        if (IsWriter)
        {
            TornTail tail = TornTail.MoveAside(_log, segment, file, end, (int)length);
            _tornBytes = tail.Bytes;
            _tornFile = tail.File;
            if (end > sure)
            {
                // What a crashed writer wrote may be in the operating system's memory only.
                Rewrite(file, (int)sure, end);
                file.Flush();
            }
        }
    }

    // After a flush that failed the system may take unwritten pages for written ones; a flush then passes over them.
    private static void Rewrite(IStoreFile file, int start, int end)
    {
        byte[] buffer = new byte[Math.Min(end - start, 64 * 1024)];
        for (int position = start; position < end;)
        {
            int count = file.ReadAt(buffer.AsSpan(0, Math.Min(buffer.Length, end - position)), position);
            if (count == 0)
            {
                throw new EndOfStreamException($"The segment ends at byte {position} while it is opened.");
            }

            file.WriteAt(buffer.AsSpan(0, count), position);
            position += count;
        }
    }

    private int Replay(Segment segment, LiveSegment live, IStoreFile file, int length, int sure)
    {
        int indexed = live.End;
        using var scan = new SegmentScan(file, SegmentHeader.Size, length);
        while (scan.TryNext(out ReadOnlySpan<byte> group))
        {
            if (scan.Position < indexed)
            {
                continue;
            }

            try
            {
                _log.Replay(live, group, scan.Position);
            }
            catch (InvalidDataException) when (scan.Position >= sure)
            {
                break;
            }
            catch (InvalidDataException exception)
            {
                throw new CorruptEventException(exception.Message, segment.Path, scan.Position, live.NextOffset, exception);
            }
        }

        return scan.Position >= sure
            ? scan.Position
            : throw new CorruptEventException("A record that was acknowledged is damaged", segment.Path, scan.Position, scan.Position < indexed ? -1 : live.NextOffset);
    }
}
