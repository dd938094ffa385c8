using Daybook.Stores;

namespace Daybook;

public sealed partial class Subscription
{
    // Saving a checkpoint moves the feed, too: where nothing is handled, it is saved now and then only.
    private const long FarBehind = 10_000;

    private readonly Lock _lock = new();
    private CancellationTokenSource? _stop;
    private Task _run = Task.CompletedTask;
    private Checkpoint? _checkpoint;
    private long _position;
    private long _saved;
    private int _unsaved;
    private bool _hasPassed;
    private long _savedAt;

    /// <summary>
    /// Handles the events behind the checkpoint and then every new one, until it is stopped. A store that cannot be reached is tried again.
    /// </summary>
    /// <param name="cancellationToken">Stops the run: the handler at work ends, and the checkpoint is saved.</param>
    /// <returns>Done when <see cref="StopAsync"/> was called.</returns>
    /// <exception cref="SubscriptionException">A handler has failed.</exception>
    /// <exception cref="CheckpointConflictException">Another consumer runs under this name.</exception>
    /// <exception cref="InvalidOperationException">It runs already, or has no handler.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task RunAsync(CancellationToken cancellationToken = default) => StartAsync(follows: true, cancellationToken);

    /// <summary>Handles the events behind the checkpoint up to the end that the feed has now.</summary>
    /// <param name="cancellationToken">Stops the run as in <see cref="RunAsync"/>.</param>
    /// <returns>Done when the events are handled and the checkpoint is saved.</returns>
    /// <inheritdoc cref="RunAsync" path="/exception"/>
    public Task CatchUpAsync(CancellationToken cancellationToken = default) => StartAsync(follows: false, cancellationToken);

    /// <summary>Stops a run: the handler at work ends, and the checkpoint is saved.</summary>
    /// <returns>Done when the run has ended, whether well or not; at once when there is none.</returns>
    public async ValueTask StopAsync()
    {
        Task run;
        CancellationTokenSource? stop;
        lock (_lock)
        {
            run = _run;
            stop = _stop;
        }

        if (stop is not null)
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }

        await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Same as <see cref="StopAsync"/>.</summary>
    /// <returns>Done when no handler is at work any more.</returns>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        lock (_lock)
        {
            _stop?.Dispose();
            _stop = null;
        }
    }

    private Task StartAsync(bool follows, CancellationToken cancellationToken)
    {
        if (_handlers.IsEmpty && _batchHandlers.Count == 0)
        {
            throw new InvalidOperationException($"The subscription '{Name}' has no handler; add one with On, OnAny or OnBatch.");
        }

        lock (_lock)
        {
            if (!_run.IsCompleted)
            {
                throw new InvalidOperationException($"The subscription '{Name}' runs already.");
            }

            _stop = new();
            _run = RunToEndAsync(follows, _stop.Token, cancellationToken);
            return _run;
        }
    }

    private async Task RunToEndAsync(bool follows, CancellationToken stopped, CancellationToken cancelled)
    {
        // The caller gets the task at once, and no handler runs under the lock.
        await Task.Yield();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopped, cancelled);
        try
        {
            await BeginAsync(stop.Token).ConfigureAwait(false);
            await GoOnAsync(follows, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was handled is saved below.
        }
        catch (SubscriptionException)
        {
            await TrySaveAsync().ConfigureAwait(false);
            throw;
        }

        if (_hasPassed && stop.IsCancellationRequested)
        {
            await TrySaveAsync().ConfigureAwait(false);
        }

        cancelled.ThrowIfCancellationRequested();
    }

    private async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        _checkpoint = new(_options.CheckpointStore ?? _store, Name, _options.Partition, _options);
        long? found = await _checkpoint.FindAsync(cancellationToken).ConfigureAwait(false);
        _unsaved = 0;
        _hasPassed = false;
        _position = found
            ?? await new StoreRetry(_options).RunAsync(token => _options.From.ResolveAsync(_store, token), cancellationToken).ConfigureAwait(false);
        _saved = _position;
        _savedAt = _options.TimeProvider.GetTimestamp();
        if (found is null && _options.From.IsEnd)
        {
            // What comes before the first checkpoint would be missed after a crash.
            await SaveAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask GoOnAsync(bool follows, CancellationToken stop)
    {
        EventQuery query = _handlesAny || !_options.Query.Types.IsEmpty ? _options.Query : _options.Query with { Types = [.. _handledTypes] };
        var reader = new FeedReader(_store, query, _options);
        long end = follows ? long.MaxValue : await reader.GetEndAsync(stop).ConfigureAwait(false);
        while (_position < end)
        {
            (EventPage lent, long next) = await reader.ReadAsync(_position, stop).ConfigureAwait(false);
            EnvelopePage page;
            using (lent)
            {
                page = new(lent, _options.Catalog.Events);
            }

            await HandleAsync(page, stop).ConfigureAwait(false);
            stop.ThrowIfCancellationRequested();
            Volatile.Write(ref _position, next);
            bool isDue = _unsaved > 0 && (_batchHandlers.Count > 0 || TimeToSave() <= TimeSpan.Zero);
            if (isDue || _position - _saved >= FarBehind)
            {
                await SaveAsync(stop).ConfigureAwait(false);
            }

            if (page.Events.Count == 0 && follows)
            {
                await WaitAsync(reader, stop).ConfigureAwait(false);
            }
        }

        if (_hasPassed)
        {
            await SaveAsync(stop).ConfigureAwait(false);
        }
    }

    private async ValueTask WaitAsync(FeedReader reader, CancellationToken stop)
    {
        if (_unsaved == 0)
        {
            await reader.WaitAsync(_position, stop).ConfigureAwait(false);
            return;
        }

        using var due = new CancellationTokenSource(TimeToSave(), _options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, due.Token);
        try
        {
            await reader.WaitAsync(_position, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            await SaveAsync(stop).ConfigureAwait(false);
        }
    }

    private TimeSpan TimeToSave()
    {
        TimeSpan left = _options.CheckpointInterval - _options.TimeProvider.GetElapsedTime(_savedAt);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private async ValueTask SaveAsync(CancellationToken cancellationToken)
    {
        await _checkpoint!.SaveAsync(_position, cancellationToken).ConfigureAwait(false);
        _saved = _position;
        _unsaved = 0;
        _hasPassed = false;
        _savedAt = _options.TimeProvider.GetTimestamp();
    }

    // At the end of a run: whatever keeps the checkpoint where it was lets events be handled again, and loses none.
    private async ValueTask TrySaveAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(_options.MaxRetryDelay, _options.TimeProvider);
            await SaveAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DaybookException or OperationCanceledException or ObjectDisposedException)
        {
            // The reason for the end is what the caller has to hear.
        }
    }
}
