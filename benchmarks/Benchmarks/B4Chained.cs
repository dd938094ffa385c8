using BenchmarkDotNet.Attributes;

namespace Daybook.Benchmarks;

/// <summary>What the hash chain adds to an append. Without flushes, which would hide it.</summary>
[MemoryDiagnoser]
public class B4Chained
{
    private const int Appends = 5_000;

    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-b4-").FullName;
    private IEventStore? _store;
    private Text.Recorder? _recorder;

    [Params("memory", "file", "sqlite")]
    public string Store { get; set; } = "";

    [Params(false, true)]
    public bool Chained { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        string path = Path.Combine(_directory, $"{Store}-{Chained}");
        _store = Store switch
        {
            "memory" => EventStores.Memory(new() { Chained = Chained }),
            "file" => EventStores.File(path, new() { Chained = Chained }),
            _ => SqliteEventStores.Open(path, new() { Chained = Chained }),
        };
        _recorder = new(_store, "text");
    }

    // Waits: the toolchain does not await it.
    [GlobalCleanup]
    public void Cleanup()
    {
        _store!.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Directory.Delete(_directory, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Appends)]
    public async Task Append()
    {
        for (int i = 0; i < Appends; i++)
        {
            _ = await _recorder!.RecordTokenAsync(" word", i, new() { Durability = Durability.Written });
        }
    }
}
