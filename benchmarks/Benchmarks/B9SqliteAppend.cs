using BenchmarkDotNet.Attributes;
using Daybook.MessagePack;
using Daybook.Stores.Sqlite;

namespace Daybook.Benchmarks;

/// <summary>Durable appends to the SQLite store by one caller; limit: prepared statements that do the same work in the same tables.</summary>
[MemoryDiagnoser]
public class B9SqliteAppend
{
    private const int Appends = 200;

    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-b9-").FullName;
    private readonly PooledBuffer _payload = new();
    private SqliteEventStore? _store;
    private Text.Recorder? _recorder;
    private HandWrittenSqlite? _byHand;

    [Params(1, 100)]
    public int EventsOfAnAppend { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _store = SqliteEventStores.Open(Path.Combine(_directory, "store.db"));
        _recorder = new(_store, "text");
        _byHand = new(Path.Combine(_directory, "hand.db"));
        var writer = new MessagePackWriter(_payload);
        writer.WriteArrayHeader(2);
        writer.Write(" word");
        writer.Write(1000);
        writer.Flush();
    }

    // Waits: the toolchain does not await it.
    [GlobalCleanup]
    public void Cleanup()
    {
        _store!.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _byHand!.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Appends)]
    public void ByHand()
    {
        for (int i = 0; i < Appends; i++)
        {
            _byHand!.Append(EventsOfAnAppend, _payload.WrittenSpan);
        }
    }

    [Benchmark(OperationsPerInvoke = Appends)]
    public async Task Append()
    {
        for (int i = 0; i < Appends; i++)
        {
            if (EventsOfAnAppend == 1)
            {
                _ = await _recorder!.RecordTokenAsync(" word", i);
                continue;
            }

            await using Text.Batch batch = _recorder!.Batch();
            for (int j = 0; j < EventsOfAnAppend; j++)
            {
                batch.RecordToken(" word", j);
            }

            _ = await batch.CommitAsync();
        }
    }
}
