using System.Collections.Immutable;
using Daybook.Stores;
using Daybook.Stores.Copying;

namespace Daybook;

/// <summary>
/// A log of what happened in runs, over any store: a run is a stream named <c>run/</c> and its id. It keeps nothing in memory, so what
/// other writers append is there, and a ledger opens at once whatever its length. What is redacted, and what is no ledger event at all, is
/// left out when it is read. Safe for concurrent use.
/// </summary>
/// <param name="store">The store; disposed with the ledger.</param>
/// <param name="timeProvider">Stamps events that do not say when they happened.</param>
public sealed class Ledger(IEventStore store, TimeProvider? timeProvider = null) : IAsyncDisposable
{
    private const string StreamPrefix = "run/";
    private const string Category = "ledger";
    private const int PageSize = 1024;

    private readonly LedgerFormat _format = new(timeProvider ?? TimeProvider.System);
    private readonly LedgerReader _reader = new(store ?? throw new ArgumentNullException(nameof(store)), StreamPrefix, Category);

    /// <summary>The store.</summary>
    public IEventStore Store { get; } = store;

    /// <summary>Opens the ledger that a connection string means; what was snapshot with <see cref="SnapshotToAsync"/> is opened like any other.</summary>
    /// <param name="connectionString">The connection string: see <see cref="ConnectionString"/>.</param>
    /// <param name="fallback">What to do when it is null or empty, as that of an environment variable that is not set.</param>
    /// <param name="registry">Says which scheme means which store; one that knows <c>memory</c> and <c>file</c> when null.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="InvalidConnectionStringException">There is none, or it cannot be used.</exception>
    public static async ValueTask<Ledger> OpenAsync(
        string? connectionString, LedgerFallback fallback = LedgerFallback.None, EventStoreRegistry? registry = null, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(connectionString))
        {
            return fallback == LedgerFallback.Memory
                ? new(EventStores.Memory())
                : throw new InvalidConnectionStringException("A ledger needs a connection string, such as file:./ledger; set the variable that it comes from, or allow LedgerFallback.Memory.");
        }

        return new(await EventStores.OpenAsync(connectionString, registry, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Appends an event to its run. One that is there already, with the same id, kind and payload, changes nothing.</summary>
    /// <param name="value">The event.</param>
    /// <param name="expectedVersion">What is expected of the number of the run's events.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    /// <returns>Where it stands; <see cref="AppendResult.WasRepeated"/> says whether it was there.</returns>
    /// <exception cref="DuplicateEventException">The run has another event with this id.</exception>
    /// <exception cref="ConcurrencyException">The run is not at the expected version.</exception>
    public async ValueTask<AppendResult> AppendAsync(LedgerEvent value, ExpectedVersion expectedVersion = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var batch = new AppendBatch();
        batch.Start(StreamOf(value.RunId), Category);
        batch.ExpectedVersion = expectedVersion;
        _format.Add(batch, value);
        return await Store.AppendAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Appends events in order. Those of one run that follow each other go together, all or nothing.</summary>
    /// <param name="values">The events.</param>
    /// <param name="cancellationToken">Ends the work between two appends.</param>
    /// <returns>Done when all are stored.</returns>
    /// <exception cref="DuplicateEventException">A run has some of the events, but not as they are here.</exception>
    public async ValueTask ExtendAsync(IEnumerable<LedgerEvent> values, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        using var batch = new AppendBatch();
        foreach (LedgerEvent value in values)
        {
            ArgumentNullException.ThrowIfNull(value, nameof(values));
            string stream = StreamOf(value.RunId);
            bool isFull = batch.Count >= Math.Min(PageSize, Store.Limits.MaxAppendEvents) || batch.Buffer.Length > Store.Limits.MaxAppendBytes / 4;
            if (batch.Count > 0 && (isFull || !string.Equals(batch.StreamId, stream, StringComparison.Ordinal)))
            {
                _ = await Store.AppendAsync(batch, cancellationToken).ConfigureAwait(false);
                batch.Start(stream, Category);
            }
            else if (batch.Count == 0)
            {
                batch.Start(stream, Category);
            }

            _format.Add(batch, value);
        }

        if (batch.Count > 0)
        {
            _ = await Store.AppendAsync(batch, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads what stands from an offset on, from whatever writer. Ask again with <see cref="LedgerPage.Next"/>, and nothing is missed.</summary>
    /// <param name="fromOffset">The first offset to read.</param>
    /// <param name="maxCount">The greatest number of entries.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The entries.</returns>
    public ValueTask<LedgerPage> TailAsync(long fromOffset = 0, int maxCount = 1000, CancellationToken cancellationToken = default) =>
        _reader.TailAsync(fromOffset, maxCount, cancellationToken);

    /// <summary>The offset behind everything that stands in the ledger now; start a tail there to see only what comes later.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The offset; it never falls, not even by a reset.</returns>
    public ValueTask<long> GetEndAsync(CancellationToken cancellationToken = default) => Store.GetFeedEndAsync(cancellationToken);

    /// <summary>All events of all runs, oldest first, read page by page.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The entries up to the end of the ledger.</returns>
    public IAsyncEnumerable<LedgerEntry> ReadAsync(CancellationToken cancellationToken = default) => _reader.ReadAsync(PageSize, cancellationToken);

    /// <summary>The events of a run in order, read page by page; none when there is no such run.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The entries.</returns>
    public IAsyncEnumerable<LedgerEntry> ReadRunAsync(string runId, CancellationToken cancellationToken = default) => _reader.ReadRunAsync(StreamOf(runId), PageSize, cancellationToken);

    /// <summary>The last event of the ledger: where a program that was killed goes on.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The entry; null when the ledger is empty.</returns>
    public ValueTask<LedgerEntry?> GetLastAsync(CancellationToken cancellationToken = default) => _reader.GetLastAsync(cancellationToken);

    /// <summary>The runs, in the order of their first events.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The runs.</returns>
    public ValueTask<ImmutableArray<LedgerRun>> GetRunsAsync(CancellationToken cancellationToken = default) => _reader.GetRunsAsync(cancellationToken);

    /// <summary>Forgets one run; the same ids may be appended to it again.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Ends the wait before anything is removed.</param>
    /// <returns>False when there was no such run.</returns>
    public ValueTask<bool> ResetAsync(string runId, CancellationToken cancellationToken = default) =>
        Store.DeleteStreamAsync(StreamOf(runId), ExpectedVersion.Any, cancellationToken);

    /// <summary>Forgets all runs, and nothing else that the store holds.</summary>
    /// <param name="cancellationToken">Ends the work between two runs.</param>
    /// <returns>Done when they are gone.</returns>
    public async ValueTask ResetAllAsync(CancellationToken cancellationToken = default)
    {
        foreach (LedgerRun run in await GetRunsAsync(cancellationToken).ConfigureAwait(false))
        {
            _ = await ResetAsync(run.RunId, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Makes the ledger at a place the same as this one, event by event compared: a snapshot, opened again with <see cref="OpenAsync"/>. Only
    /// what has changed since the last snapshot there is written.
    /// </summary>
    /// <param name="connectionString">The place: nothing, or a ledger that it is to replace.</param>
    /// <param name="registry">Says which scheme means which store; one that knows <c>memory</c> and <c>file</c> when null.</param>
    /// <param name="cancellationToken">Ends the work between two appends; call again to finish it.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="StoreCopyException">The place holds something else than a ledger.</exception>
    public async ValueTask<CopyReport> SnapshotToAsync(string connectionString, EventStoreRegistry? registry = null, CancellationToken cancellationToken = default)
    {
        IEventStore target = await EventStores.OpenAsync(connectionString, registry, cancellationToken).ConfigureAwait(false);
        await using (target.ConfigureAwait(false))
        {
            await foreach (string streamId in StreamNames.OfAsync(target, "", cancellationToken).ConfigureAwait(false))
            {
                if (!streamId.StartsWith(StreamPrefix, StringComparison.Ordinal) && await Store.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false) is null)
                {
                    throw new StoreCopyException(streamId, -1, $"The place of the snapshot holds the stream '{streamId}', which is no run; a snapshot replaces only ledgers.");
                }
            }

            return await Store.CopyToAsync(target, new() { Mirror = true }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the store.</summary>
    /// <returns>Done when it is closed.</returns>
    public ValueTask DisposeAsync() => Store.DisposeAsync();

    /// <summary>The stream of a run, for folds, views and redactions.</summary>
    /// <param name="runId">The run.</param>
    /// <returns>The stream's id.</returns>
    public static string StreamOf(string runId)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        return StreamPrefix + runId;
    }

    internal static string RunOf(string streamId) => streamId[StreamPrefix.Length..];
}
