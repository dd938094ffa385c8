using System.Collections.Concurrent;
using Daybook.Schema;

namespace Daybook.Stores.Sqlite;

/// <summary>
/// A store in an SQLite database, which any number of processes may have open, all of them writing. docs/sqlite.md specifies the tables.
/// </summary>
public sealed partial class SqliteEventStore : BaseEventStore
{
    private static readonly TimeSpan EmptyingDelay = TimeSpan.FromMilliseconds(2);
    private readonly SqliteStoreOptions _options;
    private readonly DatabaseFile _file;
    private readonly EventReader _reader;
    private readonly StreamCatalog _catalog;
    private readonly ReadConnections _connections;
    private readonly FeedSignal _committed = new();

    // By the stream whose deletion ends each replacement.
    private readonly ConcurrentDictionary<string, bool> _replaced = new(StringComparer.Ordinal);
    private readonly StoreWriter? _writer;
    private readonly GroupCommit? _commit;

    private SqliteEventStore(DatabaseFile file, SqliteStoreOptions options, Connection? writing)
    {
        _file = file;
        _options = options;
        _reader = new(file.Path);
        _catalog = new(file.Path);
        _connections = new(file, leavesNoTrace: options.ReadOnly);
        if (writing is not null)
        {
            _writer = new(writing);
            _commit = new(new(_writer, _committed, file.Path), options);
        }

        Capabilities = new() { IsDurable = true, IsReadOnly = options.ReadOnly, CanTruncate = true, CanReplace = true, IsChained = options.Chained };
    }

    /// <inheritdoc/>
    public override StoreCapabilities Capabilities { get; }

    /// <inheritdoc/>
    protected override TimeProvider Clock => _options.TimeProvider;

    internal static SqliteEventStore Open(string path, SqliteStoreOptions options, IReadOnlyList<string> schemaSteps)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BusyTimeout, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.PollInterval, TimeSpan.Zero, nameof(options));
        SQLitePCL.Batteries_V2.Init();
        var file = new DatabaseFile(Path.GetFullPath(path), options.BusyTimeout, schemaSteps);
        try
        {
            if (options.ReadOnly)
            {
                var store = new SqliteEventStore(file, options, writing: null);
                _ = store._connections.Read(0, static (connection, _) => EventReader.FeedEnd(connection));
                return store;
            }

            return new(file, options, file.OpenForWriting());
        }
        catch (SqliteFailure failure)
        {
            throw StoreErrors.Translate(failure, file.Path);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StoreReadOnlyException($"'{file.Path}' cannot be written to: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<AppendResult> AppendCoreAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Durability durability = batch.Durability == Durability.StoreDefault ? _options.Durability : batch.Durability;
        var request = new AppendRequest(batch, durability, _options.Chained);
        ValueTask done = _commit!.RunAsync(request, cancellationToken);
        return done.IsCompletedSuccessfully ? new(request.Result) : FinishAsync(done, request);

        static async ValueTask<AppendResult> FinishAsync(ValueTask done, AppendRequest request)
        {
            await done.ConfigureAwait(false);
            return request.Result;
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> DeleteStreamCoreAsync(string streamId, ExpectedVersion expectedVersion, CancellationToken cancellationToken)
    {
        var request = new DeleteRequest(streamId, expectedVersion, NeedsFlush);
        await _commit!.RunAsync(request, cancellationToken).ConfigureAwait(false);
        await EmptyLogIfReplacedAsync(streamId).ConfigureAwait(false);
        return request.Result;
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> TruncateStreamCoreAsync(string streamId, long firstSequence, CancellationToken cancellationToken)
    {
        var request = new TruncateRequest(streamId, firstSequence, NeedsFlush);
        await _commit!.RunAsync(request, cancellationToken).ConfigureAwait(false);
        return request.Result;
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> ReplaceEventCoreAsync(string streamId, long sequence, RecordSchema schema, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var request = new ReplaceRequest(streamId, sequence, schema, payload, NeedsFlush);
        await _commit!.RunAsync(request, cancellationToken).ConfigureAwait(false);
        if (request.Result)
        {
            // The deletion of the stream's snapshots, which follows, is the last step; Daybook's own streams have none.
            string last = StreamId.IsSystem(streamId) ? streamId : SystemStreams.SnapshotsOf(streamId);
            _ = _replaced.TryAdd(last, true);
            if (StreamId.IsSystem(streamId))
            {
                await EmptyLogIfReplacedAsync(last).ConfigureAwait(false);
            }
        }

        return request.Result;
    }

    /// <inheritdoc/>
    protected override async ValueTask DisposeCoreAsync()
    {
        if (_commit is not null)
        {
            await _commit.CloseAsync().ConfigureAwait(false);
        }

        // Whoever waits finds the store closed.
        _committed.Set();
        _connections.Dispose();
        if (_writer is not null)
        {
            // The last to close brings all that is in the write-ahead log into the database.
            await Task.Run(_writer.Dispose).ConfigureAwait(false);
        }

        await base.DisposeCoreAsync().ConfigureAwait(false);
    }

    private bool NeedsFlush => _options.Durability != Durability.Written;

    // The write-ahead log still holds what was replaced, and the database what its snapshots held.
    private async ValueTask EmptyLogIfReplacedAsync(string streamId)
    {
        if (_replaced.TryRemove(streamId, out _))
        {
            try
            {
                await Task.Run(EmptyLogAsync, CancellationToken.None).ConfigureAwait(false);
            }
            catch
            {
                _ = _replaced.TryAdd(streamId, true);
                throw;
            }
        }
    }

    private async Task EmptyLogAsync()
    {
        long start = _options.TimeProvider.GetTimestamp();
        try
        {
            // SQLite itself never waits for others that empty the log, and for readers by whole seconds.
            using Connection connection = Connection.Open(_file.Path, Access.Write, TimeSpan.Zero);
            while (!connection.TryTruncateLog())
            {
                if (_options.TimeProvider.GetElapsedTime(start) >= _options.BusyTimeout)
                {
                    throw new StoreUnavailableException(
                        $"The event was replaced, but somebody reads '{_file.Path}' and keeps its write-ahead log from being emptied, where the old payload still stands until the last reader is gone and the store is closed, or until the event is replaced again.");
                }

                await Task.Delay(EmptyingDelay, _options.TimeProvider).ConfigureAwait(false);
            }
        }
        catch (SqliteFailure failure)
        {
            throw StoreErrors.Translate(failure, _file.Path);
        }
    }
}
