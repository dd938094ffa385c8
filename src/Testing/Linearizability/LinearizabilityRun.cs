using System.Diagnostics;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>
/// Lets clients work on a store all at once, at random, over a line that breaks now and then, writes down what each asked and
/// was told, and has <see cref="LinearizabilityChecker"/> decide whether that can be.
/// </summary>
public static class LinearizabilityRun
{
    private const int PageSize = 100_000;

    /// <summary>Runs rounds until both their number and the time are reached.</summary>
    /// <param name="stores">
    /// One store, or the same one opened several times: clients are spread over them. One that only reads gets a client that only reads.
    /// </param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>What was tried.</returns>
    /// <exception cref="ComplianceException">What the clients saw cannot be explained.</exception>
    public static async Task<LinearizabilityReport> RunAsync(IReadOnlyList<IEventStore> stores, LinearizabilityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stores);
        options ??= new();
        IEventStore[] readers = [.. stores.Where(store => store.Capabilities.IsReadOnly)];
        FaultInjectingStore[] writers = [.. stores.Where(store => !store.Capabilities.IsReadOnly).Select((store, i) => Breaking(store, options.Seed + i, options.Faults))];
        ArgumentOutOfRangeException.ThrowIfZero(writers.Length, nameof(stores));
        var answers = new Dictionary<StreamAnswer, int>();
        var watch = Stopwatch.StartNew();
        int round = 0;
        int calls = 0;
        int events = 0;
        int undecided = 0;
        for (; round < options.Rounds || watch.Elapsed < options.Duration; round++)
        {
            var (history, seen, open) = await RoundAsync(stores[0], writers, readers, options, round, cancellationToken);
            calls += history.Count;
            events += seen;
            undecided += open;
            foreach (StreamCall call in history)
            {
                answers[call.Answer] = answers.GetValueOrDefault(call.Answer) + 1;
            }
        }

        return new(round, calls, events, undecided, answers);
    }

    private static FaultInjectingStore Breaking(IEventStore store, int seed, double faults)
    {
        var breaking = new FaultInjectingStore(store, seed);
        breaking.Add(new() { Operations = StoreOperations.Writes, Times = int.MaxValue, Probability = faults });
        breaking.Add(new() { Operations = StoreOperations.Writes, Times = int.MaxValue, Probability = faults, Moment = FaultMoment.After });
        return breaking;
    }

    private static async Task<(List<StreamCall> History, int Seen, int Undecided)> RoundAsync(
        IEventStore store, FaultInjectingStore[] writers, IEventStore[] readers, LinearizabilityOptions options, int round, CancellationToken token)
    {
        // Streams of a round before would only make the feed longer.
        string[] streams = [.. Enumerable.Range(0, options.Streams).Select(i => $"linear-{round}-{i}-{Guid.NewGuid():N}")];
        long start = await store.GetFeedEndAsync(token);
        var work = new LinearizabilityWork(streams);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(token);
        Task<List<FeedSighting>> follower = Task.Run(() => FollowAsync(store, start, done.Token, token), token);
        LinearizabilityClient[] clients =
        [
            .. Enumerable.Range(0, options.Clients).Select(i => new LinearizabilityClient(writers[i % writers.Length], work, i, HashCode.Combine(options.Seed, round, i))),
            .. readers.Select((reader, i) => new LinearizabilityClient(reader, work, options.Clients + i, HashCode.Combine(options.Seed, round, i))),
        ];
        await Task.WhenAll(clients.Select(client => Task.Run(() => client.WorkAsync(options.CallsPerRound, token), token)));
        List<StreamCall> history = [.. clients.SelectMany(client => client.History)];
        var last = new LinearizabilityClient(store, work, -1, 0);
        foreach (string stream in streams)
        {
            for (long? from = 0; from is not null;)
            {
                from = await last.ReadAsync(stream, from.Value, PageSize, token);
            }
        }

        history.AddRange(last.History);
        await CatchUpAsync(store, history, token);
        await done.CancelAsync();
        List<FeedSighting> seen = await follower;
        List<FeedSighting> remaining = await ReadFeedAsync(store, start, token);
        int undecided = LinearizabilityChecker.CheckStreams(history);
        LinearizabilityChecker.CheckOffsets(history);
        LinearizabilityChecker.CheckFeed(seen, remaining, history);
        LinearizabilityChecker.CheckEnd(remaining, last.History);
        return (history, seen.Count, undecided);
    }

    private static async Task CatchUpAsync(IEventStore store, List<StreamCall> history, CancellationToken token)
    {
        long offset = history.Where(call => !call.Offsets.IsEmpty).Select(call => call.Offsets[^1]).DefaultIfEmpty(-1).Max();
        for (long end = await store.GetFeedEndAsync(token); end <= offset; end = await store.GetFeedEndAsync(token))
        {
            await store.WaitForFeedAsync(end, token);
        }
    }

    /// <summary>Follows the feed until it is told that there is no more, then to the end.</summary>
    private static async Task<List<FeedSighting>> FollowAsync(IEventStore store, long from, CancellationToken done, CancellationToken token)
    {
        var seen = new List<FeedSighting>();
        while (true)
        {
            bool isLast = done.IsCancellationRequested;
            using EventPage page = await store.ReadFeedAsync(from, 100, token);
            Add(page, seen);
            from = page.Next;
            if (page.Count > 0)
            {
                continue;
            }

            if (isLast)
            {
                return seen;
            }

            try
            {
                await store.WaitForFeedAsync(from, done);
            }
            catch (OperationCanceledException) when (!token.IsCancellationRequested)
            {
                // One more look.
            }
        }
    }

    private static async Task<List<FeedSighting>> ReadFeedAsync(IEventStore store, long from, CancellationToken token)
    {
        var sightings = new List<FeedSighting>();
        while (true)
        {
            using EventPage page = await store.ReadFeedAsync(from, PageSize, token);
            if (page.Count == 0)
            {
                return sightings;
            }

            Add(page, sightings);
            from = page.Next;
        }
    }

    private static void Add(EventPage page, List<FeedSighting> sightings)
    {
        foreach (ref readonly RecordedEvent recorded in page.Events)
        {
            sightings.Add(new(recorded.Offset, recorded.StreamId, recorded.Sequence, recorded.Id));
        }
    }
}
