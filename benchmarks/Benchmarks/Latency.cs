using System.Diagnostics;
using System.Globalization;
using Daybook.Stores;

namespace Daybook.Benchmarks;

/// <summary>
/// How long durable appends take beside compaction and beside a purge, against a quiet store. Quiet and busy windows take turns, so that
/// what else the machine does falls on both; each figure is the median of the windows' own.
/// </summary>
internal static class Latency
{
    private const int Rounds = 9;
    private const int StreamsOfACaller = 8;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(0.9);

    internal static async Task PrintAsync()
    {
        foreach (int callers in (int[])[1, 8])
        {
            await BesideCompactionAsync(callers);
            await BesidePurgeAsync("file", OpenFile, callers, streams: 120_000);
            await BesidePurgeAsync("SQLite", static directory => SqliteEventStores.Open(Path.Combine(directory, "store.db")), callers, streams: 40_000);
        }
    }

    // Every run deletes one stream of those that stand interleaved in all segments, and so rewrites every full one: more work than
    // any share of dead bytes would ask for, and never an end of it.
    private static async Task BesideCompactionAsync(int callers)
    {
        const int Streams = 128;
        string directory = Directory.CreateTempSubdirectory("daybook-latency-").FullName;
        try
        {
            await using var store = (FileEventStore)OpenFile(directory);
            await FillAsync(store, Streams, rounds: 200, eventsOfABatch: 50);
            int deleted = 0;
            long freed = 0;
            (List<Samples> quiet, List<Samples> busy) = await MeasureAsync(store, callers, async cancellationToken =>
            {
                _ = await store.DeleteStreamAsync(Filler(deleted++), cancellationToken: CancellationToken.None);
                freed += (await store.CompactAsync(leastDeadShare: 0, cancellationToken)).FreedBytes;
            });
            Print($"file, {Callers(callers)}, beside compaction ({deleted} runs, {freed >> 20} MiB freed)", quiet, busy);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    // The clock of a fill stands a day back, so that all it wrote is expired.
    private static async Task BesidePurgeAsync(string name, Func<string, IEventStore> open, int callers, int streams)
    {
        string directory = Directory.CreateTempSubdirectory("daybook-latency-").FullName;
        try
        {
            IEventStore inner = open(directory);
            await using TtlEventStore store = inner.WithTtl(TimeSpan.FromHours(1));
            await FillAsync(store, streams, rounds: 1, eventsOfABatch: 1);
            (List<Samples> quiet, List<Samples> busy) = await MeasureAsync(store, callers, async cancellationToken =>
            {
                if (await store.PurgeExpiredAsync(cancellationToken) < streams)
                {
                    throw new InvalidOperationException("The purge came to its end; fill the store with more.");
                }
            });
            int purged = streams + (callers * StreamsOfACaller) - await CountAsync(inner);
            Print($"{name}, {Callers(callers)}, beside a purge of {purged} streams", quiet, busy);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task FillAsync(IEventStore store, int streams, int rounds, int eventsOfABatch)
    {
        var options = new AppendOptions { Durability = Durability.Written, Timestamp = DateTimeOffset.UtcNow.AddDays(-1) };
        for (int i = 0; i < rounds * streams; i++)
        {
            await using Text.Batch batch = new Text.Recorder(store, Filler(i % streams)).Batch(options);
            for (int j = 0; j < eventsOfABatch; j++)
            {
                batch.RecordToken(" word", j);
            }

            _ = await batch.CommitAsync();
        }
    }

    private static async Task<(List<Samples> Quiet, List<Samples> Busy)> MeasureAsync(IEventStore store, int callers, Func<CancellationToken, Task> work)
    {
        Text.Recorder[][] recorders = [.. Enumerable.Range(0, callers).Select(caller =>
            (Text.Recorder[])[.. Enumerable.Range(0, StreamsOfACaller).Select(i => new Text.Recorder(store, $"live-{caller}-{i}"))])];
        var quiet = new List<Samples>();
        var busy = new List<Samples>();
        _ = await RunAsync(recorders);
        for (int i = 0; i < Rounds; i++)
        {
            quiet.Add(await RunAsync(recorders));
            using var end = new CancellationTokenSource();
            Task working = Task.Run(() => RepeatAsync(work, end.Token));
            busy.Add(await RunAsync(recorders));
            await end.CancelAsync();
            await working;
        }

        return (quiet, busy);
    }

    private static async Task RepeatAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await work(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The window is over.
        }
    }

    private static async Task<Samples> RunAsync(Text.Recorder[][] recorders)
    {
        var all = new Samples();
        foreach (Samples samples in await Task.WhenAll(recorders.Select(own => Task.Run(() => CallAsync(own)))))
        {
            all.AddRange(samples);
        }

        all.Sort();
        return all;
    }

    private static async Task<Samples> CallAsync(Text.Recorder[] recorders)
    {
        var samples = new Samples();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; Stopwatch.GetElapsedTime(start) < Window; i++)
        {
            long before = Stopwatch.GetTimestamp();
            _ = await recorders[i % recorders.Length].RecordTokenAsync(" word", i);
            samples.Add(Stopwatch.GetElapsedTime(before).TotalMicroseconds);
        }

        return samples;
    }

    private static async Task<int> CountAsync(IEventStore store)
    {
        int count = 0;
        string? continuation = null;
        do
        {
            StreamListing listing = await store.ListStreamsAsync("", continuation);
            count += listing.Streams.Length;
            continuation = listing.Continuation;
        }
        while (continuation is not null);
        return count;
    }

    private static string Callers(int count) => count == 1 ? "one caller" : FormattableString.Invariant($"{count} callers");

    private static IEventStore OpenFile(string directory) => EventStores.File(Path.Combine(directory, "store"));

    private static string Filler(int number) => string.Create(CultureInfo.InvariantCulture, $"filler-{number}");

    private static void Print(FormattableString what, List<Samples> quiet, List<Samples> busy)
    {
        double ratio = Median(quiet.Zip(busy, static (before, beside) => beside.At(0.99) / before.At(0.99)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{FormattableString.Invariant(what)}: {Figures(quiet)} quiet, {Figures(busy)} beside it; p99 {ratio:F2} ×"));
    }

    private static string Figures(List<Samples> windows) => string.Create(
        CultureInfo.InvariantCulture,
        $"p50 {Median(windows.Select(static window => window.At(0.5))):F0}, p99 {Median(windows.Select(static window => window.At(0.99))):F0}, max {windows.Max(static window => window.At(1)):F0} µs");

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>Microseconds, in order once a window is over.</summary>
    private sealed class Samples : List<double>
    {
        internal double At(double share) => this[(int)(share * (Count - 1))];
    }
}
