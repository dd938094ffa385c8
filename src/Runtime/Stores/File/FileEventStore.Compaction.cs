namespace Daybook.Stores;

public sealed partial class FileEventStore
{
    private readonly SemaphoreSlim _compacting = new(1, 1);
    private readonly CancellationTokenSource _closing = new();

    /// <summary>
    /// Gives back the room of what is gone: rewrites segments without deleted streams, truncated events and replaced payloads, while appends and
    /// reads go on. Afterwards no file holds a payload that was replaced before the call, whatever the share.
    /// </summary>
    /// <param name="leastDeadShare">The share of a segment's bytes, from 0 to 1, that must be dead for it to be rewritten; 0 removes all that is dead.</param>
    /// <param name="cancellationToken">Ends the work; what is done stays done.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="StoreFullException">There is no room for the next rewritten segment; nothing is lost.</exception>
    /// <exception cref="StoreUnavailableException">The disk refuses; nothing is lost.</exception>
    /// <exception cref="CorruptEventException">A segment is damaged; it stays as it is.</exception>
    public async Task<FileCompactionReport> CompactAsync(double leastDeadShare = 0.25, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(leastDeadShare, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(leastDeadShare, 1);
        ObjectDisposedException.ThrowIf(_isClosing, this);
        if (_commit is null)
        {
            throw new StoreReadOnlyException("This store was opened for reading only; open it for writing to compact it.");
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        await _compacting.WaitAsync(either.Token).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => CompactCoreAsync(leastDeadShare, either.Token), either.Token).ConfigureAwait(false);
        }
        catch (IOException exception) when (DiskErrors.IsFull(exception))
        {
            throw new StoreFullException($"There is no room in '{_log.Directory}' to rewrite a segment; free some and compact again.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The store in '{_log.Directory}' could not be compacted: {exception.Message}", exception);
        }
        finally
        {
            _ = _compacting.Release();
        }
    }

    private async Task<FileCompactionReport> CompactCoreAsync(double leastDeadShare, CancellationToken cancellationToken)
    {
        var compactor = new LogCompactor(_log, _handles, _durableEnd!);
        if (compactor.ShouldEndLast(leastDeadShare))
        {
            _ = await ChangeAsync(static writer => writer.EndSegment(), cancellationToken).ConfigureAwait(false);
        }

        // An index that is still on its way would take the new one's place.
        await _commit!.FinishIndexesAsync().ConfigureAwait(false);
        return await RunAsideAsync(() => compactor.Run(leastDeadShare, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    // Long work gets a thread of its own: the pool's few are for those who append.
    private static Task<T> RunAsideAsync<T>(Func<T> work, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private async Task EndCompactionAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await _compacting.WaitAsync().ConfigureAwait(false);
    }
}
