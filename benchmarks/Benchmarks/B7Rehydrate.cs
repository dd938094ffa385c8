using BenchmarkDotNet.Attributes;

namespace Daybook.Benchmarks;

/// <summary>Loading a state of a million events from the file store, written one by one or in batches; limit: reading the files' bytes.</summary>
[MemoryDiagnoser]
public class B7Rehydrate
{
    private const int Events = 1_000_000;

    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-b7-").FullName;
    private IEventStore? _store;

    [Params(1, 1000)]
    public int EventsOfAnAppend { get; set; }

    // Waits: the toolchain does not await a setup.
    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    private async Task SetupAsync()
    {
        _store = EventStores.File(_directory);
        var recorder = new Counter.Recorder(_store, "counter");
        for (int i = 0; i < Events; i += EventsOfAnAppend)
        {
            await using Counter.Batch batch = recorder.Batch(new() { Durability = Durability.Written });
            for (int j = 0; j < EventsOfAnAppend; j++)
            {
                batch.RecordCounted(j);
            }

            _ = await batch.CommitAsync();
        }
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _store!.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Directory.Delete(_directory, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public long ReadBytes()
    {
        long sum = 0;
        byte[] buffer = new byte[256 * 1024];
        foreach (string path in Directory.GetFiles(_directory, "*.log"))
        {
            using FileStream file = File.OpenRead(path);
            int read;
            while ((read = file.Read(buffer)) > 0)
            {
                sum += buffer[read - 1];
            }
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public async Task<long> Load() => (await _store!.LoadAsync<Counter>("counter")).State.Value;
}
