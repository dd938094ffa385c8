using System.Runtime.ExceptionServices;
using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>
/// A store in a directory of files: an append-only log in segments, written by one process at a time and read by any
/// number. docs/format.md specifies the files.
/// </summary>
public sealed partial class FileEventStore : BaseEventStore
{
    private readonly SegmentLog _log;
    private readonly MetadataCache _metadata = new();
    private readonly SegmentHandles _handles;
    private readonly LogWriter? _writer;
    private readonly GroupCommit? _commit;
    private readonly LogFollower? _follower;
    private readonly IDurableEnd? _durableEnd;
    private readonly IDisposable? _lock;

    private volatile bool _isClosing;

    private FileEventStore(SegmentLog log, IDurableEnd? durableEnd, IDisposable? directoryLock, FileStoreOpenReport report)
    {
        _log = log;
        _handles = new(log.Files);
        _durableEnd = durableEnd;
        _lock = directoryLock;
        OpenReport = report;
        Capabilities = new()
        {
            IsDurable = true,
            IsReadOnly = log.Options.ReadOnly,
            CanTruncate = true,
            CanReplace = true,
            IsChained = log.Options.Chained,
        };
        if (log.Options.ReadOnly)
        {
            _follower = new(log);
        }
        else
        {
            _commit = new(log, durableEnd!);
            _writer = new(log, _commit);
        }
    }

    /// <inheritdoc/>
    public override StoreCapabilities Capabilities { get; }

    /// <summary>What was found when the store was opened.</summary>
    public FileStoreOpenReport OpenReport { get; }

    /// <summary>Opens the store in a directory; for writing, makes the directory if need be.</summary>
    /// <param name="directory">The directory; it holds the store and nothing else.</param>
    /// <param name="options">How to open it.</param>
    /// <returns>The store; dispose it to close it.</returns>
    /// <exception cref="StoreLockedException">Another writer has the store open.</exception>
    /// <exception cref="StoreFormatException">The directory holds something else, or a store of a newer format.</exception>
    /// <exception cref="StoreReadOnlyException">The directory cannot be written to.</exception>
    /// <exception cref="CorruptEventException">What was acknowledged is damaged.</exception>
    public static FileEventStore Open(string directory, FileStoreOptions? options = null) =>
        Open(directory, options ?? new(), new OperatingSystemFiles());

    internal static FileEventStore Open(string directory, FileStoreOptions options, IFileSystem files)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SegmentSize, 64 * 1024, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.SegmentSize, 1024 * 1024 * 1024, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.IndexCacheBytes, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.FollowInterval, TimeSpan.Zero, nameof(options));
        return StoreDirectory.Open(new(files, Path.GetFullPath(directory), options), static (log, end, hold, report) => new(log, end, hold, report));
    }

    /// <inheritdoc/>
    protected override ValueTask<AppendResult> AppendCoreAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        AppendTicket ticket;
        lock (_log.Gate)
        {
            ticket = Take(batch);
        }

        if (ticket.Leads is not null && SynchronizationContext.Current is null)
        {
            _commit!.Lead(ticket.Leads);
            _commit.ThrowIfFaulted();
            return new(ticket.Result);
        }

        return ticket.Leads is null && ticket.Wait is null && ticket.NeedsSegment == 0
            ? new(ticket.Result)
            : FinishAppendAsync(batch, ticket, cancellationToken);
    }

    /// <inheritdoc/>
    protected override ValueTask<bool> DeleteStreamCoreAsync(string streamId, ExpectedVersion expectedVersion, CancellationToken cancellationToken) =>
        ChangeAsync(writer => writer.Delete(streamId, expectedVersion), cancellationToken);

    /// <inheritdoc/>
    protected override ValueTask<bool> TruncateStreamCoreAsync(string streamId, long firstSequence, CancellationToken cancellationToken) =>
        ChangeAsync(writer => writer.Truncate(streamId, firstSequence), cancellationToken);

    /// <inheritdoc/>
    protected override ValueTask<bool> ReplaceEventCoreAsync(string streamId, long sequence, RecordSchema schema, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        ChangeAsync(writer => writer.Replace(streamId, sequence, schema, payload), cancellationToken);

    /// <inheritdoc/>
    protected override async ValueTask DisposeCoreAsync()
    {
        _isClosing = true;
        // Whoever waits for the feed finds the store closed.
        _log.Advanced.Set();
        await EndCompactionAsync().ConfigureAwait(false);
        try
        {
            if (_commit is not null)
            {
                try
                {
                    await _commit.FinishAsync().ConfigureAwait(false);
                }
                catch (StoreFaultedException)
                {
                    // Those whose append it was have been told.
                }
                finally
                {
                    _commit.Dispose();
                    _writer!.Dispose();
                }
            }
        }
        finally
        {
            _handles.Dispose();
            _follower?.Dispose();
            _durableEnd?.Dispose();
            _lock?.Dispose();
            _compacting.Dispose();
            _closing.Dispose();
            await base.DisposeCoreAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> ChangeAsync(Func<LogWriter, AppendTicket> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            AppendTicket ticket;
            lock (_log.Gate)
            {
                ticket = Take(change);
            }

            await SettleAsync(ticket).ConfigureAwait(false);
            if (ticket.NeedsSegment == 0)
            {
                return ticket.IsPlaced;
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async ValueTask<AppendResult> FinishAppendAsync(AppendBatch batch, AppendTicket ticket, CancellationToken cancellationToken)
    {
        while (true)
        {
            await SettleAsync(ticket).ConfigureAwait(false);
            if (ticket.NeedsSegment == 0)
            {
                return ticket.Result;
            }

            cancellationToken.ThrowIfCancellationRequested();
            lock (_log.Gate)
            {
                ticket = Take(batch);
            }
        }
    }

    /// <summary>Takes an append in, under the lock.</summary>
    private AppendTicket Take(AppendBatch batch)
    {
        try
        {
            return _writer!.Append(batch);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            return Refuse(exception);
        }
    }

    /// <summary>Takes another change in, under the lock.</summary>
    private AppendTicket Take(Func<LogWriter, AppendTicket> change)
    {
        try
        {
            return change(_writer!);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            return Refuse(exception);
        }
    }

    private static bool IsRefusal(Exception exception) =>
        exception is ConcurrencyException or DuplicateEventException or StreamNotFoundException or ArgumentOutOfRangeException;

    // What refuses it may itself not be durable yet. Nobody hears of it before, lest a caller who then reads finds an older
    // stream, decides as before, and is refused again.
    private AppendTicket Refuse(Exception exception) => new() { Refusal = exception, Wait = _commit!.WaitForAll() };

    private async Task SettleAsync(AppendTicket ticket)
    {
        if (ticket.NeedsSegment != 0)
        {
            await _commit!.PrepareAsync(ticket.NeedsSegment).ConfigureAwait(false);
        }
        else if (ticket.Leads is { } batch)
        {
            // A thread with a context of its own, such as a window's, must not wait for a disk.
            if (SynchronizationContext.Current is null)
            {
                _commit!.Lead(batch);
            }
            else
            {
                await Task.Run(() => _commit!.Lead(batch)).ConfigureAwait(false);
            }

            _commit!.ThrowIfFaulted();
        }
        else if (ticket.Wait is { } wait)
        {
            await wait.ConfigureAwait(false);
        }

        if (ticket.Refusal is { } refusal)
        {
            ExceptionDispatchInfo.Throw(refusal);
        }
    }
}
