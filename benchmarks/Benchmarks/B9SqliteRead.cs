using BenchmarkDotNet.Attributes;
using Daybook.MessagePack;
using Daybook.Stores.Sqlite;

namespace Daybook.Benchmarks;

/// <summary>Reading and folding a stream of the SQLite store; limit: a prepared statement that reads the same columns.</summary>
[MemoryDiagnoser]
public class B9SqliteRead
{
    private const int Events = 100_000;

    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-b9-").FullName;
    private SqliteEventStore? _store;
    private HandWrittenSqlite? _byHand;

    private string Database => Path.Combine(_directory, "hand.db");

    [GlobalSetup]
    public void Setup()
    {
        using var payload = new PooledBuffer();
        var writer = new MessagePackWriter(payload);
        writer.WriteArrayHeader(2);
        writer.Write(" word");
        writer.Write(1000);
        writer.Flush();
        _byHand = new(Database);
        for (int i = 0; i < Events; i += 1000)
        {
            _byHand.Append(1000, payload.WrittenSpan);
        }

        _store = SqliteEventStores.Open(Database);
    }

    // Waits: the toolchain does not await it.
    [GlobalCleanup]
    public void Cleanup()
    {
        _store!.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _byHand!.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public long ByHand() => _byHand!.Read();

    [Benchmark(OperationsPerInvoke = Events)]
    public async Task<int> Load() => (await _store!.LoadAsync<Text>("text")).State.Count;

    [Benchmark]
    public async Task Open() => await SqliteEventStores.Open(Database).DisposeAsync();
}
