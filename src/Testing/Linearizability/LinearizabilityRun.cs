using System.Diagnostics;

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
        ArgumentOutOfRangeException.ThrowIfZero(stores.Count(store => !store.Capabilities.IsReadOnly), nameof(stores));
        using var part = new LinearizabilityPart(stores, options);
        return await RunAsync(stores[0], [part], options, cancellationToken);
    }

    /// <summary>Runs rounds in which parts, in this or other processes, work on one store.</summary>
    internal static async Task<LinearizabilityReport> RunAsync(
        IEventStore store, IReadOnlyList<ILinearizabilityPart> parts, LinearizabilityOptions options, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<StreamAnswer, int>();
        var watch = Stopwatch.StartNew();
        int round = 0;
        int calls = 0;
        int events = 0;
        int undecided = 0;
        for (; round < options.Rounds || watch.Elapsed < options.Duration; round++)
        {
            // Streams of a round before would only make the feed longer.
            string[] streams = [.. Enumerable.Range(0, options.Streams).Select(i => $"linear-{round}-{i}-{Guid.NewGuid():N}")];
            var (history, seen, open) = await RoundAsync(store, parts, round, streams, cancellationToken);
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

    private static async Task<(List<StreamCall> History, int Seen, int Undecided)> RoundAsync(
        IEventStore store, IReadOnlyList<ILinearizabilityPart> parts, int round, string[] streams, CancellationToken token)
    {
        long start = await store.GetFeedEndAsync(token);
        IReadOnlyList<StreamCall>[] histories = await Task.WhenAll(parts.Select(part => part.WorkAsync(round, streams, start, token)));
        List<StreamCall> history = [.. histories.SelectMany(calls => calls)];
        var last = new LinearizabilityClient(store, new(streams), -1, 0);
        foreach (string stream in streams)
        {
            for (long? from = 0; from is not null;)
            {
                from = await last.ReadAsync(stream, from.Value, PageSize, token);
            }
        }

        history.AddRange(last.History);
        await CatchUpAsync(store, history, token);
        IReadOnlyList<FeedSighting>[] followers = await Task.WhenAll(parts.Select(part => part.EndAsync(token)));
        List<FeedSighting> remaining = await FeedSightings.ReadAsync(store, start, token);
        int undecided = LinearizabilityChecker.CheckStreams(history);
        LinearizabilityChecker.CheckOffsets(history);
        foreach (IReadOnlyList<FeedSighting> seen in followers)
        {
            LinearizabilityChecker.CheckFeed(seen, remaining, history);
        }

        LinearizabilityChecker.CheckEnd(remaining, last.History);
        return (history, followers.Sum(seen => seen.Count), undecided);
    }

    private static async Task CatchUpAsync(IEventStore store, List<StreamCall> history, CancellationToken token)
    {
        long offset = history.Where(call => !call.Offsets.IsEmpty).Select(call => call.Offsets[^1]).DefaultIfEmpty(-1).Max();
        for (long end = await store.GetFeedEndAsync(token); end <= offset; end = await store.GetFeedEndAsync(token))
        {
            await store.WaitForFeedAsync(end, token);
        }
    }
}
