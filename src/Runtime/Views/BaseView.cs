using Daybook.Stores;

namespace Daybook;

/// <summary>What views with one state and views with a state for each key have in common: they follow the feed and are saved.</summary>
public abstract partial class BaseView : IAsyncDisposable
{
    // Programs of several versions may run over one store; each finds its own among the newest.
    private const int KeptRecords = 4;

    private readonly FeedReader _reader;
    private readonly ViewOptions _options;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly NewestRecord<ViewRecord> _head;
    private bool _isLoaded;
    private bool _isDisposed;
    private int _unsaved;
    private long _unsavedBytes;
    private long _savedBytes;
    private long _position;

    private protected BaseView(IEventStore store, EventQuery query, string name, ViewOptions options)
    {
        Name = name;
        _options = options;
        _reader = new(store, query, options);
        Snapshots = options.SnapshotStore ?? store;
        CanSave = !Snapshots.Capabilities.IsReadOnly;
        _head = new(Snapshots, SystemStreams.ViewOf(name), KeptRecords, options);
    }

    /// <summary>The name that the view is saved under.</summary>
    public string Name { get; }

    /// <summary>The offset to go on with: every event below it is in the view. 0 before the view is first used.</summary>
    public long Offset => Volatile.Read(ref _position);

    private protected IEventStore Snapshots { get; }

    private protected bool CanSave { get; }

    /// <summary>Which rebuilding of the view this is.</summary>
    private protected string Build { get; private set; } = "";

    /// <summary>Folds the events up to the end that the feed has now.</summary>
    /// <param name="cancellationToken">Ends the work; what was folded stays.</param>
    /// <returns>Done when the view is up to date.</returns>
    public async ValueTask CatchUpAsync(CancellationToken cancellationToken = default)
    {
        long end = await _reader.GetEndAsync(cancellationToken).ConfigureAwait(false);
        do
        {
            _ = await FoldPageAsync(cancellationToken).ConfigureAwait(false);
        }
        while (!_isLoaded || Offset < end);
    }

    /// <summary>Folds the events that there are and then every new one, until it is cancelled. A store that cannot be reached is tried again.</summary>
    /// <param name="cancellationToken">Ends the following; the view is saved.</param>
    /// <returns>Ends by an exception only.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task FollowAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            while (true)
            {
                if (!await FoldPageAsync(cancellationToken).ConfigureAwait(false))
                {
                    await _reader.WaitAsync(Offset, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await TrySaveAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Saves what is not saved yet, if the store can be reached: otherwise it is folded again after the next start.</summary>
    /// <returns>Done when nothing is at work any more.</returns>
    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            await TrySaveAsync().ConfigureAwait(false);
            _isDisposed = true;
            _gate.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Starts with no event, or with what was saved.</summary>
    private protected abstract void Restore(in ViewRecord? record);

    /// <summary>Folds a page.</summary>
    /// <param name="page">The events.</param>
    /// <param name="cancellationToken">Ends the work before the state changes.</param>
    private protected abstract ValueTask FoldAsync(EventPage page, CancellationToken cancellationToken);

    /// <summary>Saves whatever the head does not hold; the head is saved behind it.</summary>
    private protected abstract ValueTask SavePartsAsync(CancellationToken cancellationToken);

    /// <summary>What is saved in the head.</summary>
    private protected abstract ViewRecord ToRecord(long offset);

    private protected abstract bool Matches(ViewRecord record);

    private protected string KeyPrefix(string build) => $"{SystemStreams.ViewOf(Name)}/{build}/";

    /// <summary>Does something while nothing is folded, with the view loaded or about to be.</summary>
    private protected async ValueTask<T> InTurnAsync<T>(Func<ValueTask<T>> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            _ = _gate.Release();
        }
    }

    private async ValueTask<bool> FoldPageAsync(CancellationToken cancellationToken) => await InTurnAsync(
        async () =>
        {
            await LoadAsync(cancellationToken).ConfigureAwait(false);
            (EventPage page, long next) = await _reader.ReadAsync(_position, cancellationToken).ConfigureAwait(false);
            using (page)
            {
                await FoldAsync(page, cancellationToken).ConfigureAwait(false);
                Volatile.Write(ref _position, next);
                _unsaved += page.Count;
                foreach (ref readonly RecordedEvent recorded in page.Events)
                {
                    _unsavedBytes += recorded.PayloadLength;
                }

                if (_unsaved >= _options.SaveEvery && _unsavedBytes >= _savedBytes)
                {
                    _ = await SaveLoadedAsync(cancellationToken).ConfigureAwait(false);
                }

                return page.Count > 0;
            }
        },
        cancellationToken).ConfigureAwait(false);
}
