using System.Runtime.CompilerServices;
using Daybook.Stores;

namespace Daybook;

public abstract partial class BaseView
{
    /// <summary>Forgets what was folded and folds all events anew: after a change of what the fold depends on, or a deletion of events.</summary>
    /// <param name="cancellationToken">Ends the work; the next use goes on with it.</param>
    /// <returns>Done when the view is up to date.</returns>
    public async ValueTask RebuildAsync(CancellationToken cancellationToken = default)
    {
        _ = await InTurnAsync(
            async () =>
            {
                // Whatever else was written: the newest record is a view without events.
                do
                {
                    _ = await _head.FindAsync(static _ => true, cancellationToken).ConfigureAwait(false);
                }
                while (!await BeginAsync(cancellationToken).ConfigureAwait(false));
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        await CatchUpAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Saves the view now, so that a later start goes on from here. Does nothing when there is nothing new.</summary>
    /// <param name="cancellationToken">Ends the work before anything is written.</param>
    /// <returns>Done when the view is as durable as an event.</returns>
    public async ValueTask SaveAsync(CancellationToken cancellationToken = default) =>
        _ = await InTurnAsync(() => SaveLoadedAsync(cancellationToken), cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Deletes what earlier builds of the view have left: of other versions of the state, of other queries, and from before
    /// <see cref="RebuildAsync"/>. Call it when no program uses them any more.
    /// </summary>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many streams were deleted.</returns>
    public async ValueTask<int> PruneAsync(CancellationToken cancellationToken = default)
    {
        string own = KeyPrefix(await InTurnAsync(
            async () =>
            {
                await LoadAsync(cancellationToken).ConfigureAwait(false);
                return Build;
            },
            cancellationToken).ConfigureAwait(false));
        List<string> streams = [];
        await foreach (string streamId in ListAsync(SystemStreams.ViewOf(Name) + "/", cancellationToken).ConfigureAwait(false))
        {
            if (!streamId.StartsWith(own, StringComparison.Ordinal))
            {
                streams.Add(streamId);
            }
        }

        foreach (string streamId in streams)
        {
            _ = await Snapshots.DeleteStreamAsync(streamId, ExpectedVersion.Any, cancellationToken).ConfigureAwait(false);
        }

        return streams.Count;
    }

    /// <summary>Loads what was saved, once.</summary>
    private protected async ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        while (!_isLoaded)
        {
            (bool isFound, ViewRecord record) = await _head.FindAsync(Matches, cancellationToken).ConfigureAwait(false);
            if (isFound)
            {
                Restore(record);
                Start(record.Build, record.Offset);
                _isLoaded = true;
            }
            else
            {
                _ = await BeginAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private protected async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? continuation = null;
        do
        {
            StreamListing listing = await Snapshots.ListStreamsAsync(prefix, continuation, 1000, cancellationToken).ConfigureAwait(false);
            foreach (StreamInfo stream in listing.Streams)
            {
                yield return stream.StreamId;
            }

            continuation = listing.Continuation;
        }
        while (continuation is not null);
    }

    // A view without events, of a build of its own. False when somebody else was faster.
    private async ValueTask<bool> BeginAsync(CancellationToken cancellationToken)
    {
        _isLoaded = false;
        Restore(null);
        Start(Guid.NewGuid().ToString("N")[..12], 0);
        _isLoaded = !CanSave || await _head.TryAppendAsync(ToRecord(0), cancellationToken).ConfigureAwait(false);
        return _isLoaded;
    }

    private void Start(string build, long offset)
    {
        Build = build;
        Volatile.Write(ref _position, offset);
        _unsaved = 0;
        _unsavedBytes = 0;
        _savedBytes = 0;
    }

    private async ValueTask TrySaveAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(_options.MaxRetryDelay, _options.TimeProvider);
            await SaveAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DaybookException or OperationCanceledException or ObjectDisposedException)
        {
            // What is not saved is folded again.
        }
    }

    private async ValueTask<bool> SaveLoadedAsync(CancellationToken cancellationToken)
    {
        if (!_isLoaded || _unsaved == 0 || !CanSave)
        {
            return false;
        }

        await SavePartsAsync(cancellationToken).ConfigureAwait(false);
        ViewRecord record = ToRecord(_position);
        while (!await _head.TryAppendAsync(record, cancellationToken).ConfigureAwait(false))
        {
            (bool isFound, ViewRecord newest) = await _head.FindAsync(Matches, cancellationToken).ConfigureAwait(false);
            if (!isFound || !string.Equals(newest.Build, Build, StringComparison.Ordinal))
            {
                // It was rebuilt or deleted elsewhere: what stands there now is what counts.
                _isLoaded = false;
                return false;
            }

            if (newest.Offset >= record.Offset)
            {
                break;
            }
        }

        _savedBytes = record.Body.Length;
        _unsaved = 0;
        _unsavedBytes = 0;
        return true;
    }
}
