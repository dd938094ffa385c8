using Daybook.Schema;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>
/// A real store behind a line that breaks as told: calls fail before they reach it, their answers get lost, or they take
/// longer. With the same seed and the same calls in the same order the same ones are struck. Safe for concurrent use.
/// </summary>
/// <param name="inner">The store behind it; disposed with this one.</param>
/// <param name="seed">What faults with a <see cref="Fault.Probability"/> go by.</param>
public sealed class FaultInjectingStore(IEventStore inner, int seed = 0) : DelegatingEventStore(inner)
{
    private readonly Lock _lock = new();
    private readonly List<ArmedFault> _faults = [];
    private readonly Dictionary<StoreOperations, int> _calls = [];
    private readonly Random _random = new(seed);

    /// <summary>Arms a fault. Of several that could strike a call, the one armed first does.</summary>
    /// <param name="fault">The fault.</param>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_lock)
        {
            _faults.Add(new(fault));
        }
    }

    /// <summary>Repairs the line: no fault strikes any more.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _faults.Clear();
        }
    }

    /// <summary>How many calls there were, struck ones included.</summary>
    /// <param name="operations">Which ones to count.</param>
    /// <returns>The number.</returns>
    public int CallsOf(StoreOperations operations)
    {
        lock (_lock)
        {
            return _calls.Where(entry => operations.HasFlag(entry.Key)).Sum(entry => entry.Value);
        }
    }

    /// <inheritdoc/>
    public override ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default) =>
        CallAsync(StoreOperations.Append, token => Inner.AppendAsync(batch, token), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default) =>
        CallAsync(StoreOperations.ReadStream, token => Inner.ReadStreamAsync(streamId, fromSequence, maxCount, token), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<EventPage> ReadFeedAsync(long fromOffset, int maxCount, CancellationToken cancellationToken = default) =>
        CallAsync(StoreOperations.ReadFeed, token => Inner.ReadFeedAsync(fromOffset, maxCount, token), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<long> GetFeedEndAsync(CancellationToken cancellationToken = default) =>
        CallAsync(StoreOperations.GetFeedEnd, Inner.GetFeedEndAsync, cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask WaitForFeedAsync(long offset, CancellationToken cancellationToken = default) => _ = await CallAsync(
        StoreOperations.WaitForFeed,
        async token =>
        {
            await Inner.WaitForFeedAsync(offset, token);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<EventPage> ReadQueryAsync(EventQuery query, long fromOffset, int maxCount, CancellationToken cancellationToken = default) =>
        CallAsync(StoreOperations.ReadQuery, token => Inner.ReadQueryAsync(query, fromOffset, maxCount, token), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<StreamInfo?> GetStreamInfoAsync(string streamId, CancellationToken cancellationToken = default) =>
        CallAsync(StoreOperations.GetStreamInfo, token => Inner.GetStreamInfoAsync(streamId, token), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<StreamListing> ListStreamsAsync(string prefix = "", string? continuation = null, int maxCount = 1000, CancellationToken cancellationToken = default) =>
        CallAsync(StoreOperations.ListStreams, token => Inner.ListStreamsAsync(prefix, continuation, maxCount, token), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<bool> DeleteStreamAsync(string streamId, ExpectedVersion expectedVersion = default, CancellationToken cancellationToken = default) =>
        CallAsync(StoreOperations.DeleteStream, token => Inner.DeleteStreamAsync(streamId, expectedVersion, token), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<bool> TruncateStreamAsync(string streamId, long firstSequence, CancellationToken cancellationToken = default) =>
        CallAsync(StoreOperations.TruncateStream, token => Inner.TruncateStreamAsync(streamId, firstSequence, token), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<bool> ReplaceEventAsync(
        string streamId, long sequence, RecordSchema schema, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default) =>
        CallAsync(StoreOperations.ReplaceEvent, token => Inner.ReplaceEventAsync(streamId, sequence, schema, payload, token), cancellationToken);

    private ValueTask<T> CallAsync<T>(StoreOperations operation, Func<CancellationToken, ValueTask<T>> call, CancellationToken token)
    {
        Fault? fault = Next(operation);
        if (fault is null)
        {
            return call(token);
        }

        return fault is { ThrowsAtOnce: true, Throws: { } throws } ? throw throws() : StrikeAsync(fault, call, token);
    }

    private static async ValueTask<T> StrikeAsync<T>(Fault fault, Func<CancellationToken, ValueTask<T>> call, CancellationToken token)
    {
        if (fault.Moment == FaultMoment.Before)
        {
            await RunAsync(fault, token);
            return await call(token);
        }

        T answer = await call(token);
        try
        {
            await RunAsync(fault, token);
        }
        catch
        {
            // Nobody gets it.
            (answer as IDisposable)?.Dispose();
            throw;
        }

        return answer;
    }

    private static async ValueTask RunAsync(Fault fault, CancellationToken token)
    {
        if (fault.Run is { } run)
        {
            await run(token);
        }

        if (fault.Throws is { } throws)
        {
            throw throws();
        }
    }

    private Fault? Next(StoreOperations operation)
    {
        lock (_lock)
        {
            _calls[operation] = _calls.GetValueOrDefault(operation) + 1;
            return _faults.Find(armed => armed.Strikes(operation, _random))?.Fault;
        }
    }

    private sealed class ArmedFault(Fault fault)
    {
        private int _skip = fault.Skip;
        private int _times = fault.Times;

        internal Fault Fault => fault;

        internal bool Strikes(StoreOperations operation, Random random)
        {
            if (!fault.Operations.HasFlag(operation) || _times == 0)
            {
                return false;
            }

            if (_skip > 0)
            {
                _skip--;
                return false;
            }

            if (fault.Probability < 1 && random.NextDouble() >= fault.Probability)
            {
                return false;
            }

            _times -= _times == int.MaxValue ? 0 : 1;
            return true;
        }
    }
}
