using BenchmarkDotNet.Attributes;
using Daybook.Llm;

namespace Daybook.Benchmarks;

/// <summary>A million tokens in batches: into memory, durably into files, and their fold; per token.</summary>
[MemoryDiagnoser]
public class B15Tokens
{
    private const int Tokens = 1_000_000;
    private const int TokensOfABatch = 4000;

    private readonly IEventStore _filled = EventStores.Memory();
    private string _directory = "";

    [GlobalSetup]
    public async Task SetUp()
    {
        _directory = Directory.CreateTempSubdirectory("daybook-tokens-").FullName;
        _ = await RecordAsync(_filled);
    }

    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(_directory, recursive: true);

    [Benchmark(OperationsPerInvoke = Tokens)]
    public async Task<long> Memory()
    {
        await using IEventStore store = EventStores.Memory();
        return await RecordAsync(store);
    }

    [Benchmark(OperationsPerInvoke = Tokens)]
    public async Task<long> FileDurable()
    {
        await using IEventStore store = EventStores.File(Path.Combine(_directory, Guid.NewGuid().ToString()));
        return await RecordAsync(store);
    }

    [Benchmark(OperationsPerInvoke = Tokens)]
    public async Task<int> Fold() => (await _filled.LoadAsync<LlmState>("answer")).State.TokenCount;

    private static async Task<long> RecordAsync(IEventStore store)
    {
        var recorder = new LlmState.Recorder(store, "answer");
        AppendResult last = default;
        for (int i = 0; i < Tokens; i += TokensOfABatch)
        {
            await using LlmState.Batch batch = recorder.Batch();
            for (int j = 0; j < TokensOfABatch; j++)
            {
                batch.Record(new TokenEvent(" word", i + j));
            }

            last = await batch.CommitAsync();
        }

        return last.Version;
    }
}
