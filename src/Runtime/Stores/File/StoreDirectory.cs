namespace Daybook.Stores;

/// <summary>What happens around the log when a directory is opened: whose it is, who may write, what is left over.</summary>
internal static class StoreDirectory
{
    internal static FileEventStore Open(SegmentLog log, Func<SegmentLog, IDurableEnd?, IDisposable?, FileStoreOpenReport, FileEventStore> create)
    {
        try
        {
            return log.Options.ReadOnly ? OpenReader(log, create) : OpenWriter(log, create);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw log.Options.ReadOnly
                ? new StoreUnavailableException($"The store in '{log.Directory}' cannot be read: {exception.Message}", exception)
                : ReadOnly(log, exception);
        }
        catch (IOException exception) when (!log.Options.ReadOnly && DiskErrors.IsReadOnly(exception))
        {
            throw ReadOnly(log, exception);
        }
    }

    private static FileEventStore OpenReader(SegmentLog log, Func<SegmentLog, IDurableEnd?, IDisposable?, FileStoreOpenReport, FileEventStore> create)
    {
        int count = log.Files.DirectoryExists(log.Directory) ? CountSegments(log) : 0;
        if (count == 0)
        {
            throw new StoreFormatException($"There is no store in '{log.Directory}'; open it for writing once to make one.");
        }

        LogOpener opener;
        using (IDurableEnd? end = log.Files.OpenDurableEnd(EndPath(log), writable: false))
        {
            opener = LogOpener.Load(log, end);
        }

        return create(log, null, null, opener.Report);
    }

    private static FileEventStore OpenWriter(SegmentLog log, Func<SegmentLog, IDurableEnd?, IDisposable?, FileStoreOpenReport, FileEventStore> create)
    {
        if (!log.Files.DirectoryExists(log.Directory))
        {
            log.Files.CreateDirectory(log.Directory);
        }

        // Nothing is written to a directory that is not ours, not even a lock.
        _ = CountSegments(log);
        IDisposable hold = Lock(log);
        IDurableEnd? durableEnd = null;
        try
        {
            foreach (string name in log.Files.List(log.Directory))
            {
                if (name.EndsWith(SegmentNames.Temporary, StringComparison.Ordinal))
                {
                    log.Files.Delete(Path.Combine(log.Directory, name));
                }
            }

            int count = CountSegments(log);
            bool isNew = count == 0;
            if (isNew)
            {
                LogOpener.CreateFirst(log);
                count = 1;
            }

            durableEnd = log.Files.OpenDurableEnd(EndPath(log), writable: true)!;
            var opener = new LogOpener(log, durableEnd);
            opener.Open(count);
            durableEnd.Publish(log.Last.Header.BasePosition + log.Last.CommittedEnd);
            return create(log, durableEnd, hold, isNew ? opener.Report with { DurableEndWasLost = false } : opener.Report);
        }
        catch (IOException exception) when (DiskErrors.IsFull(exception))
        {
            durableEnd?.Dispose();
            hold.Dispose();
            throw new StoreFullException($"There is no room in '{log.Directory}' to open the store: {exception.Message}", exception);
        }
        catch
        {
            durableEnd?.Dispose();
            hold.Dispose();
            throw;
        }
    }

    private static string EndPath(SegmentLog log) => Path.Combine(log.Directory, SegmentNames.DurableEnd);

    internal static int CountSegments(SegmentLog log)
    {
        IReadOnlyList<string> names = log.Files.List(log.Directory);
        int count = 0;
        int greatest = 0;
        string? foreign = null;
        foreach (string name in names)
        {
            int number = SegmentNames.NumberOfLog(name);
            count += number > 0 ? 1 : 0;
            greatest = Math.Max(greatest, number);
            foreign = SegmentNames.IsOurs(name) ? foreign : name;
        }

        if (count == 0 && foreign is not null)
        {
            throw new StoreFormatException($"The directory '{log.Directory}' holds '{foreign}' and no store; choose an empty one.");
        }

        return count == greatest
            ? count
            : throw new StoreFormatException($"The store in '{log.Directory}' has {count} segments, but one is numbered {greatest}; restore the missing ones from a copy.");
    }

    private static IDisposable Lock(SegmentLog log)
    {
        try
        {
            return log.Files.Lock(Path.Combine(log.Directory, SegmentNames.LockFile));
        }
        catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException) && !DiskErrors.IsReadOnly(exception) && !DiskErrors.IsFull(exception))
        {
            throw new StoreLockedException($"Another writer has the store in '{log.Directory}' open; close it, or open with ReadOnly.", exception);
        }
    }

    private static StoreReadOnlyException ReadOnly(SegmentLog log, Exception exception) =>
        new($"The directory '{log.Directory}' cannot be written to: {exception.Message} Give this user write access, or open with ReadOnly.", exception);
}
