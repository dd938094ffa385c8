namespace Daybook.Stores;

public sealed partial class FileEventStore
{
    /// <inheritdoc/>
    protected override ValueTask<long> GetFeedEndCoreAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                lock (_log.Gate)
                {
                    _follower?.Refresh();
                    return new(_log.FeedEnd);
                }
            }
            catch (SegmentReplacedException)
            {
                LookAgain();
            }
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask WaitForFeedCoreAsync(long offset, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Asked for before the look, so that nothing comes in between.
            Task advanced = _log.Advanced.NextAsync();
            if (_isClosing || await GetFeedEndCoreAsync(cancellationToken).ConfigureAwait(false) > offset)
            {
                return;
            }

            if (_follower is null)
            {
                await advanced.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                // The writer may be another process, which has no way to say so.
                Task pause = Task.Delay(_log.Options.FollowInterval, _log.Options.TimeProvider, cancellationToken);
                _ = await Task.WhenAny(advanced, pause).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }
}
