using BenchmarkDotNet.Attributes;
using Daybook.MessagePack;

namespace Daybook.Benchmarks;

/// <summary>Folding a stream of the memory store; floor: the same decoding and reducing in a loop over the bare bytes.</summary>
[MemoryDiagnoser]
public class B2Fold
{
    private readonly IEventStore _store = EventStores.Memory();
    private byte[] _bytes = [];

    [Params(10_000, 1_000_000)]
    public int Events { get; set; }

    // Waits: the toolchain does not await a setup.
    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    private async Task SetupAsync()
    {
        var counter = new Counter.Recorder(_store, $"counter-{Events}");
        var text = new Text.Recorder(_store, $"text-{Events}");
        for (int i = 0; i < Events; i++)
        {
            _ = await counter.RecordCountedAsync(i % 100);
            _ = await text.RecordTokenAsync(" word", i);
        }

        _bytes = new byte[Events * 2];
        for (int i = 0; i < Events; i++)
        {
            _bytes[i * 2] = 0x91;
            _bytes[(i * 2) + 1] = (byte)(i % 100);
        }
    }

    [Benchmark]
    public long FoldByHand()
    {
        var counter = new Counter();
        for (int i = 0; i < Events; i++)
        {
            var reader = new MessagePackReader(_bytes.AsSpan(i * 2, 2));
            _ = reader.ReadArrayHeader();
            counter = new() { Value = counter.Value + reader.ReadInt32() };
        }

        return counter.Value;
    }

    [Benchmark]
    public async Task<long> FoldCounter() => (await _store.LoadAsync<Counter>($"counter-{Events}")).State.Value;

    [Benchmark]
    public async Task<int> FoldText() => (await _store.LoadAsync<Text>($"text-{Events}")).State.Content.Length;
}
