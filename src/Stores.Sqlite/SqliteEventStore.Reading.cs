namespace Daybook.Stores.Sqlite;

public sealed partial class SqliteEventStore
{
    /// <inheritdoc/>
    protected override ValueTask<EventPage> ReadStreamCoreAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken) =>
        ReadAsync(
            (_reader, streamId, fromSequence, maxCount),
            static (connection, ask) => ask._reader.ReadStream(connection, ask.streamId, ask.fromSequence, ask.maxCount));

    /// <inheritdoc/>
    protected override ValueTask<EventPage> ReadFeedCoreAsync(long fromOffset, int maxCount, CancellationToken cancellationToken) =>
        ReadAsync((_reader, fromOffset, maxCount), static (connection, ask) => ask._reader.ReadFeed(connection, ask.fromOffset, ask.maxCount));

    /// <inheritdoc/>
    protected override ValueTask<long> GetFeedEndCoreAsync(CancellationToken cancellationToken) =>
        ReadAsync(0, static (connection, _) => EventReader.FeedEnd(connection));

    /// <inheritdoc/>
    protected override async ValueTask WaitForFeedCoreAsync(long offset, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task committed = _committed.NextAsync();
            if (await GetFeedEndAsync(cancellationToken).ConfigureAwait(false) > offset)
            {
                return;
            }

            // Other processes do not tell: whatever they commit is seen by looking.
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task ended = await Task.WhenAny(committed, Task.Delay(_options.PollInterval, _options.TimeProvider, stop.Token)).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (ended == committed)
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<EventPage> ReadQueryCoreAsync(EventQuery query, long fromOffset, int maxCount, CancellationToken cancellationToken) =>
        ReadAsync(
            (_reader, query, fromOffset, maxCount, cancellationToken),
            static (connection, ask) => QueryReader.Read(ask._reader, connection, ask.query, ask.fromOffset, ask.maxCount, ask.cancellationToken));

    /// <inheritdoc/>
    protected override ValueTask<StreamInfo?> GetStreamInfoCoreAsync(string streamId, CancellationToken cancellationToken) =>
        ReadAsync((_catalog, streamId), static (connection, ask) => ask._catalog.Read(connection, ask.streamId));

    /// <inheritdoc/>
    protected override ValueTask<StreamListing> ListStreamsCoreAsync(string prefix, string? continuation, int maxCount, CancellationToken cancellationToken) =>
        ReadAsync(
            (_catalog, prefix, continuation, maxCount),
            static (connection, ask) => ask._catalog.ReadPage(connection, ask.prefix, ask.continuation, ask.maxCount));

    // A thread with a context of its own, such as a window's, must not wait for a disk.
    private ValueTask<TResult> ReadAsync<TArgument, TResult>(TArgument argument, Func<Connection, TArgument, TResult> read) =>
        SynchronizationContext.Current is null ? new(_connections.Read(argument, read)) : ReadElsewhereAsync(argument, read);

    private ValueTask<TResult> ReadElsewhereAsync<TArgument, TResult>(TArgument argument, Func<Connection, TArgument, TResult> read) =>
        new(Task.Run(() => _connections.Read(argument, read)));
}
