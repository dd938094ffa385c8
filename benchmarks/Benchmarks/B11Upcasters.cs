using BenchmarkDotNet.Attributes;
using Daybook.MessagePack;
using Daybook.Stores;

namespace Daybook.Benchmarks;

/// <summary>Folding old events through one and two upcasters, beside folding the same number of new ones: each figure is per event.</summary>
[MemoryDiagnoser]
public class B11Upcasters
{
    private const int Events = 100_000;

    private readonly IEventStore _store = EventStores.Memory();

    // Waits: the toolchain does not await a setup.
    [GlobalSetup]
    public void Setup()
    {
        AppendAsync("v3", static (batch, i) => Add(batch, new Stepped(i, 1, 0))).GetAwaiter().GetResult();
        AppendAsync("v2", static (batch, i) => Add(batch, new SteppedV2(i, 1))).GetAwaiter().GetResult();
        AppendAsync("v1", static (batch, i) => Add(batch, new SteppedV1(i))).GetAwaiter().GetResult();
        AppendAsync("mixed", static (batch, i) =>
        {
            switch (i % 3)
            {
                case 0: Add(batch, new SteppedV1(i)); break;
                case 1: Add(batch, new SteppedV2(i, 1)); break;
                default: Add(batch, new Stepped(i, 1, 0)); break;
            }
        }).GetAwaiter().GetResult();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Events)]
    public async Task<long> New() => (await _store.LoadAsync<Steps>("v3")).State.Value;

    [Benchmark(OperationsPerInvoke = Events)]
    public async Task<long> OneUpcaster() => (await _store.LoadAsync<Steps>("v2")).State.Value;

    [Benchmark(OperationsPerInvoke = Events)]
    public async Task<long> TwoUpcasters() => (await _store.LoadAsync<Steps>("v1")).State.Value;

    /// <summary>One upcaster an event on the average.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public async Task<long> OldAmongNew() => (await _store.LoadAsync<Steps>("mixed")).State.Value;

    private async Task AppendAsync(string streamId, Action<AppendBatch, int> add)
    {
        using var batch = new AppendBatch();
        batch.Start(streamId);
        for (int i = 0; i < Events; i++)
        {
            add(batch, i % 100);
            if (batch.Count == 1000)
            {
                _ = await _store.AppendAsync(batch);
                batch.Start(streamId);
            }
        }
    }

    // As the program of that version recorded it.
    private static void Add<TEvent>(AppendBatch batch, TEvent value)
        where TEvent : IEvent<TEvent>
    {
        int start = batch.Buffer.Length;
        var writer = new MessagePackWriter(batch.Buffer);
        TEvent.Write(ref writer, in value);
        writer.Flush();
        batch.Add(TEvent.Schema, new(Guid.CreateVersion7()), DateTimeOffset.UnixEpoch, metadata: null, start);
    }
}
