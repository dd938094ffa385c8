using BenchmarkDotNet.Attributes;

namespace Daybook.Benchmarks;

/// <summary>Appends to the memory store, one caller, each awaited; floor: the same event object into a list under a lock.</summary>
[MemoryDiagnoser]
public class B3MemoryAppend
{
    private const int Appends = 1_000_000;

    private readonly Lock _lock = new();

    [Benchmark(OperationsPerInvoke = Appends)]
    public int ListUnderLock()
    {
        var list = new List<(Guid, DateTimeOffset, object)>();
        for (int i = 0; i < Appends; i++)
        {
            lock (_lock)
            {
                list.Add((Guid.NewGuid(), DateTimeOffset.UtcNow, new Counted(i)));
            }
        }

        return list.Count;
    }

    [Benchmark(OperationsPerInvoke = Appends)]
    public async Task<long> Append()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new Counter.Recorder(store, "counter");
        AppendResult last = default;
        for (int i = 0; i < Appends; i++)
        {
            last = await recorder.RecordCountedAsync(i);
        }

        return last.Version;
    }
}
