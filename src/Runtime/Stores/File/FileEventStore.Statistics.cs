namespace Daybook.Stores;

public sealed partial class FileEventStore
{
    /// <summary>Counts what the store holds. It reads the full segments that may hold something dead; appends and reads go on.</summary>
    /// <param name="cancellationToken">Ends the count.</param>
    /// <returns>The figures.</returns>
    public async Task<FileStoreStatistics> GetStatisticsAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isClosing, this);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        await _compacting.WaitAsync(either.Token).ConfigureAwait(false);
        try
        {
            return await RunAsideAsync(() => Count(either.Token), either.Token).ConfigureAwait(false);
        }
        finally
        {
            _ = _compacting.Release();
        }
    }

    private FileStoreStatistics Count(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                lock (_log.Gate)
                {
                    _follower?.Refresh();
                }

                long dead = LogCompactor.CountDead(_log, cancellationToken);
                lock (_log.Gate)
                {
                    return new()
                    {
                        Segments = _log.Segments.Count,
                        UsedBytes = _log.Segments.Sum(static segment => (long)segment.CommittedEnd),
                        DeadBytes = dead,
                        Streams = _log.Streams.Count,
                        ReplacedEvents = _log.Replaced.Count,
                        CachedIndexes = _log.Segments.Count(static segment => segment.Index is not null),
                        CachedIndexBytes = _log.Indexes.CachedBytes,
                        RebuiltIndexes = _log.Indexes.Rebuilt,
                    };
                }
            }
            catch (SegmentReplacedException)
            {
                LookAgain();
            }
        }
    }
}
