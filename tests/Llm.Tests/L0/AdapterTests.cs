using Daybook.Llm;

namespace Daybook.Tests.L0;

public sealed class AdapterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Memory_and_file_are_there_from_the_start()
    {
        var l0 = new EventSourcing();
        Assert.Equal(["memory", "file"], l0.ListAdapters());
        await using IEventStore memory = await l0.CreateAsync(new("memory"), Stop);
        Assert.False(memory.Capabilities.IsDurable);
        DirectoryInfo directory = Directory.CreateTempSubdirectory("daybook-llm-");
        StorageAdapterConfig config = new("file") { Connection = directory.FullName, Prefix = "l0_events", Ttl = TimeSpan.FromDays(7) };
        await using (IEventStore file = await l0.CreateAsync(config, Stop))
        {
            Assert.True(file.Capabilities.IsDurable);
            _ = await l0.Recorder(file, "s").RecordTokenAsync("a", 0, cancellationToken: Stop);
        }

        await using (IEventStore again = EventStores.File(Path.Combine(directory.FullName, "l0_events")))
        {
            Assert.True(await again.ExistsAsync("s", Stop));
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task An_unknown_adapter_is_named_with_those_that_are_known()
    {
        var l0 = new EventSourcing();
        UnknownStorageAdapterException thrown = await Assert.ThrowsAsync<UnknownStorageAdapterException>(() => l0.CreateAsync(new("nope"), Stop).AsTask());
        Assert.Equal("Unknown storage adapter type: \"nope\". Available adapters: memory, file", thrown.Message);
        Assert.True(l0.UnregisterAdapter("memory") && l0.UnregisterAdapter("file"));
        thrown = await Assert.ThrowsAsync<UnknownStorageAdapterException>(() => l0.CreateAsync(new("nope"), Stop).AsTask());
        Assert.Equal("Unknown storage adapter type: \"nope\". Available adapters: none", thrown.Message);
    }

    [Fact]
    public async Task Factories_may_be_synchronous_or_not()
    {
        var l0 = new EventSourcing();
        var seen = new List<StorageAdapterConfig>();
        IEventStore Make(StorageAdapterConfig config)
        {
            seen.Add(config);
            return EventStores.Memory();
        }

        l0.RegisterAdapter("redis", Make);
        l0.RegisterAdapter("postgres", async (config, cancellationToken) =>
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            return Make(config);
        });
        Assert.Equal(["memory", "file", "redis", "postgres"], l0.ListAdapters());
        var config = new StorageAdapterConfig("redis") { Connection = "redis://localhost:6379", Prefix = "l0", Options = new Dictionary<string, string> { ["db"] = "0" } };
        await using IEventStore redis = await l0.CreateAsync(config, Stop);
        await using IEventStore postgres = await l0.CreateAsync(new("postgres"), Stop);
        Assert.Equal([config, new("postgres")], seen);
        _ = await Assert.ThrowsAsync<OperationCanceledException>(() => l0.CreateAsync(new("postgres"), new(canceled: true)).AsTask());
        Assert.DoesNotContain("localhost", config.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Adapters_come_and_go()
    {
        var l0 = new EventSourcing();
        l0.RegisterAdapter("redis", _ => EventStores.Memory());
        Assert.True(l0.UnregisterAdapter("redis"));
        Assert.False(l0.UnregisterAdapter("redis"));
        Assert.Equal(["memory", "file"], l0.ListAdapters());
    }

    [Fact]
    public async Task Options_of_the_stores_are_heeded_and_unknown_ones_refused()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("daybook-llm-");
        var l0 = new EventSourcing();
        StorageAdapterConfig file = new("file") { Connection = Path.Combine(directory.FullName, "100%?"), Options = new Dictionary<string, string> { ["chain"] = "true" } };
        await using (IEventStore store = await l0.CreateAsync(file, Stop))
        {
            Assert.True(store.Capabilities.IsChained);
        }

        Assert.True(Directory.Exists(Path.Combine(directory.FullName, "100%?")));
        foreach (string type in (string[])["memory", "file"])
        {
            StorageAdapterConfig bad = new(type) { Connection = type == "file" ? directory.FullName : null, Options = new Dictionary<string, string> { ["db"] = "0" } };
            InvalidConnectionStringException thrown = await Assert.ThrowsAsync<InvalidConnectionStringException>(() => l0.CreateAsync(bad, Stop).AsTask());
            Assert.Contains("'db'", thrown.Message, StringComparison.Ordinal);
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_registry_brings_its_schemes()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("daybook-llm-");
        var l0 = new EventSourcing(registry: new EventStoreRegistry().AddSqlite());
        Assert.Equal(["memory", "file", "sqlite"], l0.ListAdapters());
        StorageAdapterConfig config = new("sqlite")
        {
            Connection = Path.Combine(directory.FullName, "100%?.db").Replace("%", "%25", StringComparison.Ordinal).Replace("?", "%3F", StringComparison.Ordinal),
            Options = new Dictionary<string, string> { ["durability"] = "written" },
        };
        await using (IEventStore store = await l0.CreateAsync(config, Stop))
        {
            _ = await l0.Recorder(store, "s").RecordTokenAsync("a", 0, cancellationToken: Stop);
        }

        Assert.True(File.Exists(Path.Combine(directory.FullName, "100%?.db")));
        _ = await Assert.ThrowsAsync<InvalidConnectionStringException>(() => l0.CreateAsync(config with { Options = new Dictionary<string, string> { ["db"] = "0" } }, Stop).AsTask());
        directory.Delete(recursive: true);
    }
}
