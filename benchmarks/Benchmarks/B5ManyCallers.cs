using BenchmarkDotNet.Attributes;

namespace Daybook.Benchmarks;

/// <summary>Durable appends to the file store by many callers at once, and in batches; compare with one caller of B4 in the same run.</summary>
[MemoryDiagnoser]
public class B5ManyCallers
{
    private const int Callers = 64;
    private const int AppendsOfACaller = 200;
    private const int Batches = 200;
    private const int EventsOfABatch = 1000;

    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-b5-").FullName;
    private IEventStore? _store;
    private Text.Recorder[] _recorders = [];

    [GlobalSetup]
    public void Setup()
    {
        _store = EventStores.File(_directory);
        _recorders = [.. Enumerable.Range(0, Callers).Select(i => new Text.Recorder(_store, $"text-{i}"))];
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _store!.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Directory.Delete(_directory, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = AppendsOfACaller)]
    public Task OneCaller() => CallAsync(_recorders[0]);

    [Benchmark(OperationsPerInvoke = Callers * AppendsOfACaller)]
    public Task SixtyFourCallers() => Task.WhenAll(_recorders.Select(recorder => Task.Run(() => CallAsync(recorder))));

    [Benchmark(OperationsPerInvoke = Batches * EventsOfABatch)]
    public async Task BatchesOfAThousand()
    {
        for (int i = 0; i < Batches; i++)
        {
            await using Text.Batch batch = _recorders[0].Batch();
            for (int j = 0; j < EventsOfABatch; j++)
            {
                batch.RecordToken(" word", j);
            }

            _ = await batch.CommitAsync();
        }
    }

    private static async Task CallAsync(Text.Recorder recorder)
    {
        for (int i = 0; i < AppendsOfACaller; i++)
        {
            _ = await recorder.RecordTokenAsync(" word", i);
        }
    }
}
