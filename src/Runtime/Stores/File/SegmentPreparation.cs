namespace Daybook.Stores;

/// <summary>Makes the next segment's file before it is needed.</summary>
internal sealed class SegmentPreparation(SegmentLog log)
{
    private readonly Lock _gate = new();
    private IStoreFile? _prepared;
    private int _number;
    private string _path = "";
    private Task? _running;
    private bool _isClosed;

    // The names of files that are segments already, but not yet by name.
    private Dictionary<int, string> Taken { get; } = [];

    /// <summary>The temporary name of the file that became a segment.</summary>
    internal string PathOf(int segment)
    {
        lock (_gate)
        {
            _ = Taken.Remove(segment, out string? path);
            return path!;
        }
    }

    /// <summary>Takes the file for the segment behind the last one, if there is one and it is large enough.</summary>
    internal bool TryTake(long needed, out IStoreFile? file)
    {
        lock (_gate)
        {
            file = _prepared;
            if (file is null || file.Length < needed)
            {
                file = null;
                return false;
            }

            Taken[log.Last.Number + 1] = _path;
            _prepared = null;
            return true;
        }
    }

    /// <summary>Begins to prepare in the background, unless that is done or under way.</summary>
    internal void Start()
    {
        lock (_gate)
        {
            if (!_isClosed && _prepared is null && _running is null)
            {
                _running = Task.Run(() => Create(log.Options.SegmentSize));
                // Without room now, the append that needs the file tries again and reports.
                _ = _running.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Prepares a file of at least a size.</summary>
    internal async Task PrepareAsync(long size)
    {
        Task? running;
        lock (_gate)
        {
            running = _running;
        }

        if (running is null)
        {
            lock (_gate)
            {
                if (_prepared is not null && _prepared.Length < size)
                {
                    _prepared.Dispose();
                    _prepared = null;
                    log.Files.TryDelete(_path);
                }

                running = _running ??= _prepared is null ? Task.Run(() => Create(size)) : Task.CompletedTask;
                if (running.IsCompleted && _prepared is not null)
                {
                    _running = null;
                }
            }
        }

        try
        {
            await running.ConfigureAwait(false);
        }
        catch (IOException exception) when (DiskErrors.IsFull(exception))
        {
            throw new StoreFullException($"There is no room in '{log.Directory}' for the next segment of {size} bytes; free some and append again.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The next segment could not be made in '{log.Directory}': {exception.Message}", exception);
        }
    }

    internal async Task DiscardAsync()
    {
        Task? running;
        lock (_gate)
        {
            _isClosed = true;
            running = _running;
        }

        if (running is not null)
        {
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        lock (_gate)
        {
            if (_prepared is { } file)
            {
                file.Dispose();
                _prepared = null;
                log.Files.TryDelete(_path);
            }
        }
    }

    private void Create(long size)
    {
        string path;
        lock (_gate)
        {
            path = Path.Combine(log.Directory, $"next-{++_number}{SegmentNames.Temporary}");
        }

        try
        {
            IStoreFile file = SegmentFile.Create(log.Files, path, size);
            lock (_gate)
            {
                _prepared = file;
                _path = path;
            }
        }
        finally
        {
            lock (_gate)
            {
                _running = null;
            }
        }
    }
}
