namespace Daybook.Stores.Sqlite;

/// <summary>
/// Brings changes into the database, one transaction at a time: the first caller runs its own, what queues up meanwhile goes with one
/// next transaction, and one flush, on the thread pool.
/// </summary>
internal sealed class GroupCommit(GroupTransaction transaction, SqliteStoreOptions options)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(16);
    private readonly Lock _lock = new();

    // Belongs to whoever leads.
    private readonly List<WriteRequest> _group = [];
    private List<WriteRequest> _waiting = [];
    private bool _isLed;
    private TaskCompletionSource? _closing;

    /// <summary>Runs a change, alone or with others.</summary>
    /// <param name="request">The change.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    /// <returns>Done when it is as durable as it asked for.</returns>
    internal ValueTask RunAsync(WriteRequest request, CancellationToken cancellationToken)
    {
        // A thread with a context of its own, such as a window's, must not wait for a disk.
        bool mayLead = SynchronizationContext.Current is null;
        bool starts;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closing is not null, typeof(SqliteEventStore));
            starts = !_isLed;
            _isLed = true;
            if (!starts || !mayLead)
            {
                request.Queue();
                _waiting.Add(request);
            }
        }

        if (starts && mayLead)
        {
            return RunFirst(request, cancellationToken);
        }

        if (starts)
        {
            _ = Task.Run(LeadAsync, CancellationToken.None);
        }

        return request.WaitAsync(cancellationToken);
    }

    /// <summary>Ends when all is done that was asked for; nobody may ask for more.</summary>
    internal Task CloseAsync()
    {
        lock (_lock)
        {
            _closing ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_isLed)
            {
                _ = _closing.TrySetResult();
            }

            return _closing.Task;
        }
    }

    private ValueTask RunFirst(WriteRequest request, CancellationToken cancellationToken)
    {
        _group.Add(request);
        bool isDone = transaction.TryRun(_group);
        _group.Clear();
        if (!isDone)
        {
            request.Queue();
        }

        bool goesOn;
        lock (_lock)
        {
            if (!isDone)
            {
                _waiting.Insert(0, request);
            }

            goesOn = GoesOn();
        }

        if (goesOn)
        {
            _ = Task.Run(LeadAsync, CancellationToken.None);
        }

        if (!isDone)
        {
            return request.WaitAsync(cancellationToken);
        }

        request.ThrowIfFailed();
        return ValueTask.CompletedTask;
    }

    private async Task LeadAsync()
    {
        while (Take())
        {
            long start = options.TimeProvider.GetTimestamp();
            TimeSpan delay = FirstDelay;
            while (!transaction.TryRun(_group))
            {
                if (options.TimeProvider.GetElapsedTime(start) >= options.BusyTimeout)
                {
                    transaction.Refuse(_group, StoreErrors.Busy, null);
                    break;
                }

                // SQLite has no queue of writers: whoever looks at the right moment is next.
                await Task.Delay(delay, options.TimeProvider).ConfigureAwait(false);
                delay = delay < LongestDelay ? delay * 2 : LongestDelay;
            }

            _group.Clear();
        }
    }

    private bool Take()
    {
        lock (_lock)
        {
            if (!GoesOn())
            {
                return false;
            }

            List<WriteRequest> taken = _waiting;
            _waiting = [];
            _group.AddRange(taken);
            return true;
        }
    }

    // Under the lock.
    private bool GoesOn()
    {
        _isLed = _waiting.Count > 0;
        if (!_isLed)
        {
            _ = _closing?.TrySetResult();
        }

        return _isLed;
    }
}
