using System.Globalization;

namespace Daybook.Benchmarks;

/// <summary>What is a size rather than a time: bytes on disk (B6) and in memory (B8).</summary>
internal static class Facts
{
    internal static async Task PrintAsync()
    {
        string directory = Directory.CreateTempSubdirectory("daybook-facts-").FullName;
        try
        {
            await PrintBytesOnDiskAsync(Path.Combine(directory, "tokens"));
            await PrintMemoryAsync(Path.Combine(directory, "streams"));
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

    private static async Task PrintMemoryAsync(string directory)
    {
        const int Streams = 1_000_000;
        await FillAsync(directory, Streams, 1);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        await using IEventStore store = EventStores.File(directory);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        Print($"B8 bytes in memory per stream, everything included: {(double)(after - before) / Streams:F1}");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
