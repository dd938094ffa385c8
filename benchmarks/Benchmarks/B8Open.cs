using BenchmarkDotNet.Attributes;
using Daybook.Stores;

namespace Daybook.Benchmarks;

/// <summary>Opening a file store of a million events in ten thousand streams; limit: a scan of everything through the feed.</summary>
[MemoryDiagnoser]
public class B8Open
{
    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-b8-").FullName;

    // Waits: the toolchain does not await a setup.
    [GlobalSetup]
    public void Setup() => Facts.FillAsync(_directory, streams: 10_000, eventsOfAStream: 100).GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_directory, recursive: true);

    [Benchmark]
    public async Task Open() => await EventStores.File(_directory).DisposeAsync();

    [Benchmark]
    public async Task<long> OpenAndScan()
    {
        await using IEventStore store = EventStores.File(_directory);
        long events = 0;
        long from = 0;
        while (true)
        {
            using EventPage page = await store.ReadFeedAsync(from, 10_000);
            if (page.Count == 0)
            {
                return events;
            }

            events += page.Count;
            from = page.Next;
        }
    }
}
