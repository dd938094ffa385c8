using System.Diagnostics;
using System.Globalization;
using Daybook.Stores;

namespace Daybook.Benchmarks;

/// <summary>What is a size rather than a time: bytes on disk (B6) and in memory (B8), generated lines (B12).</summary>
internal static class Facts
{
    internal static async Task PrintAsync()
    {
        Print($"B12 generated lines per event, of 1,000 events in 100 states: {B12Generator.LinesPerEvent():F1}");
        string directory = Directory.CreateTempSubdirectory("daybook-facts-").FullName;
        try
        {
            await PrintBytesOnDiskAsync(Path.Combine(directory, "tokens"));
            await PrintSqliteBytesAsync(Path.Combine(directory, "tokens.db"));
            await PrintOpenAsync(Path.Combine(directory, "open"));
            await PrintMemoryAsync(directory);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>Fills a store with streams whose events stand interleaved.</summary>
    internal static async Task FillAsync(string directory, int streams, int eventsOfAStream)
    {
        await using IEventStore store = EventStores.File(directory);
        var recorders = Enumerable.Range(0, streams).Select(i => new Counter.Recorder(store, $"stream-{i:D7}")).ToList();
        for (int round = 0; round < eventsOfAStream; round++)
        {
            foreach (Counter.Recorder recorder in recorders)
            {
                _ = await recorder.RecordCountedAsync(round, new() { Durability = Durability.Written });
            }
        }
    }

    private static async Task PrintBytesOnDiskAsync(string directory)
    {
        const int Events = 200_000;
        await using (IEventStore store = EventStores.File(directory))
        {
            var recorder = new Text.Recorder(store, $"chat-{Guid.CreateVersion7()}");
            for (int i = 0; i < Events; i++)
            {
                _ = await recorder.RecordTokenAsync(" word", i, new() { Durability = Durability.Written });
            }
        }

        // What is left of a segment's full size is zeros: it does not belong to any event.
        long bytes = 0;
        foreach (string file in Directory.GetFiles(directory))
        {
            byte[] content = await File.ReadAllBytesAsync(file);
            bytes += content.AsSpan().LastIndexOfAnyExcept((byte)0) + 1;
        }

        Print($"B6 bytes on disk per token event, index included: {(double)bytes / Events:F1}");
    }

    private static async Task PrintSqliteBytesAsync(string path)
    {
        const int Events = 50_000;
        await using (IEventStore store = SqliteEventStores.Open(path))
        {
            var recorder = new Text.Recorder(store, $"chat-{Guid.CreateVersion7()}");
            for (int i = 0; i < Events; i++)
            {
                _ = await recorder.RecordTokenAsync(" word", i, new() { Durability = Durability.Written });
            }
        }

        Print($"B9 bytes in an SQLite store per token event, indexes included: {(double)new FileInfo(path).Length / Events:F1}");
    }

    /// <summary>Two sizes of store: what differs is per stream, what does not is the fixed part.</summary>
    private static async Task PrintMemoryAsync(string directory)
    {
        const int Streams = 500_000;
        long small = await MemoryAsync(Path.Combine(directory, "small"), Streams);
        long large = await MemoryAsync(Path.Combine(directory, "large"), 2 * Streams);
        double perStream = (double)(large - small) / Streams;
        Print($"B8 bytes in memory: {perStream:F1} per stream, {(small - (perStream * Streams)) / (1 << 20):F1} MiB fixed");
    }

    private static async Task<long> MemoryAsync(string directory, int streams)
    {
        await FillAsync(directory, streams, 1);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        await using IEventStore store = EventStores.File(directory, new() { IndexCacheBytes = 0 });
        return GC.GetTotalMemory(forceFullCollection: true) - before;
    }

    private static async Task PrintOpenAsync(string directory)
    {
        await FillAsync(directory, streams: 10_000, eventsOfAStream: 100);
        var opens = new List<double>();
        var scans = new List<double>();
        for (int i = 0; i < 15; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await using IEventStore store = EventStores.File(directory);
            opens.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            long from = 0;
            while (true)
            {
                using EventPage page = await store.ReadFeedAsync(from, 10_000);
                if (page.Count == 0)
                {
                    break;
                }

                from = page.Next;
            }

            scans.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        opens.Sort();
        scans.Sort();
        Print($"B8 median of 15, 1,000,000 events in 10,000 streams: open {opens[7]:F1} ms, full scan {scans[7]:F1} ms, {opens[7] / scans[7]:P1}");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
