namespace Daybook.Testing;

/// <summary>The part of this process.</summary>
/// <param name="stores">The store, perhaps opened several times: clients are spread over them. One that only reads gets a client that only reads.</param>
/// <param name="options">How.</param>
/// <param name="firstClient">The number of its first client among those of all parts.</param>
internal sealed class LinearizabilityPart(IReadOnlyList<IEventStore> stores, LinearizabilityOptions options, int firstClient = 0) : ILinearizabilityPart, IDisposable
{
    private readonly IEventStore[] _readers = [.. stores.Where(store => store.Capabilities.IsReadOnly)];
    private readonly FaultInjectingStore[] _writers =
        [.. stores.Where(store => !store.Capabilities.IsReadOnly).Select((store, i) => Breaking(store, options.Seed + firstClient + i, options.Faults))];

    private CancellationTokenSource _done = new();
    private Task<List<FeedSighting>> _follower = Task.FromResult<List<FeedSighting>>([]);

    public async Task<IReadOnlyList<StreamCall>> WorkAsync(int round, string[] streams, long start, CancellationToken token)
    {
        _done.Dispose();
        _done = CancellationTokenSource.CreateLinkedTokenSource(token);
        CancellationToken done = _done.Token;
        _follower = Task.Run(() => FeedSightings.FollowAsync(stores[0], start, done, token), token);
        var work = new LinearizabilityWork(streams);
        IEnumerable<IEventStore> lines = Enumerable.Range(0, options.Clients).Select(IEventStore (i) => _writers[i % _writers.Length]).Concat(_readers);
        LinearizabilityClient[] clients =
            [.. lines.Select((line, i) => new LinearizabilityClient(line, work, firstClient + i, HashCode.Combine(options.Seed, round, firstClient + i)))];
        await Task.WhenAll(clients.Select(client => Task.Run(() => client.WorkAsync(options.CallsPerRound, token), token)));
        return [.. clients.SelectMany(client => client.History)];
    }

    public async Task<IReadOnlyList<FeedSighting>> EndAsync(CancellationToken token)
    {
        await _done.CancelAsync();
        return await _follower;
    }

    public void Dispose() => _done.Dispose();

    private static FaultInjectingStore Breaking(IEventStore store, int seed, double faults)
    {
        var breaking = new FaultInjectingStore(store, seed);
        breaking.Add(new() { Operations = StoreOperations.Writes, Times = int.MaxValue, Probability = faults });
        breaking.Add(new() { Operations = StoreOperations.Writes, Times = int.MaxValue, Probability = faults, Moment = FaultMoment.After });
        return breaking;
    }
}
