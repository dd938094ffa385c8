using Daybook.Llm;
using Daybook.Stores;
using Daybook.Testing;
using Daybook.Tests.Llm.Texts.Custom;

namespace Daybook.Tests.Llm.Texts.TypeScript;

/// <summary>Storage Adapters, up to the stores of one's own.</summary>
public sealed class TypeScriptAdapterTextTests : TextTests
{
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly RedisClient _redis;

    public TypeScriptAdapterTextTests() => _redis = new(_clock);

    /// <summary>There is no browser here; SQLite's file stands in the place of its localStorage, as the store that is small and of one machine.</summary>
    [Fact]
    [CodeBlock(27)]
    public async Task Using_Built_in_Adapters()
    {
        var l0 = new EventSourcing(registry: new EventStoreRegistry().AddSqlite());

        // In-memory (default)
        await using IEventStore memStore = await l0.CreateAsync(new("memory"));

        // File-based persistence
        await using IEventStore fileStore = await l0.CreateAsync(new("file")
        {
            Connection = Local("my-events"), // Base path
            Prefix = "l0",
            Ttl = TimeSpan.FromDays(7),
        });

        // One file, in the place of the browser's localStorage
        await using IEventStore sqliteStore = await l0.CreateAsync(new("sqlite") { Connection = Local("myapp_l0.db") });

        foreach (IEventStore store in (IEventStore[])[memStore, fileStore, sqliteStore])
        {
            await RecordAnswerAsync(l0.Recorder(store, "my-stream"), "gpt-5-micro", "Hello", " world");
            Assert.Equal("Hello world", (await l0.Replayer(store).ReplayToStateAsync("my-stream")).Content.ToString());
        }

        Assert.Equal([false, true, true], [memStore.Capabilities.IsDurable, fileStore.Capabilities.IsDurable, sqliteStore.Capabilities.IsDurable]);
    }

    [Fact]
    [CodeBlock(28)]
    public async Task Registering_Custom_Adapters()
    {
        var l0 = new EventSourcing();

        // Register a Redis adapter
        l0.RegisterAdapter("redis", async (config, cancellationToken) =>
        {
            RedisClient client = await ConnectToRedisAsync(config.Connection);
            return new RedisEventStore(client, config.Prefix!, config.Ttl);
        });

        // Use it
        await using IEventStore store = await l0.CreateAsync(new("redis")
        {
            Connection = "redis://localhost:6379",
            Prefix = "l0_events",
            Ttl = TimeSpan.FromHours(24),
        });

        await RecordAnswerAsync(l0.Recorder(store, "my-stream"), "gpt-5-micro", "Hello", " world");
        Assert.Equal("Hello world", (await l0.Replayer(store).ReplayToStateAsync("my-stream")).Content.ToString());
        Assert.Equal(4, _redis.LLen("l0_events:stream:my-stream"));

        // The server forgets the stream by itself; the next append begins another one.
        _clock.Advance(TimeSpan.FromHours(24));
        Assert.False(await store.ExistsAsync("my-stream"));
        await l0.Recorder(store, "my-stream").RecordTokenAsync("Hello again", 0);
        Assert.Equal((0, 4), await store.ReadAllEventsAsync().Select(envelope => (envelope.Sequence, envelope.Offset)).SingleAsync());
    }

    [Fact]
    [CodeBlock(29)]
    public async Task Storage_Adapter_Configuration()
    {
        var l0 = new EventSourcing();

        StorageAdapterConfig? seen = null;
        l0.RegisterAdapter("mine", config =>
        {
            seen = config;
            return EventStores.Memory();
        });

        var config = new StorageAdapterConfig("mine") // Adapter type identifier
        {
            Connection = "server=here",                                              // Connection string or configuration
            Prefix = "table",                                                        // Table/collection/key prefix
            Ttl = TimeSpan.FromDays(1),                                              // TTL for events (zero = no expiry)
            Options = new Dictionary<string, string> { ["schema"] = "public" },      // Custom options
        };

        await using IEventStore store = await l0.CreateAsync(config);
        Assert.Same(config, seen);
        Assert.Equal((null, null, TimeSpan.Zero), (new StorageAdapterConfig("mine").Connection, new StorageAdapterConfig("mine").Prefix, new StorageAdapterConfig("mine").Ttl));
    }

    [Fact]
    [CodeBlock(30)]
    public void Adapter_Registry_Functions()
    {
        var l0 = new EventSourcing();

        // Register
        l0.RegisterAdapter("redis", config => new RedisEventStore(_redis));

        // Unregister
        Assert.True(l0.UnregisterAdapter("redis"));

        // List registered adapters
        Assert.Equal(["memory", "file"], l0.ListAdapters());
    }

    /// <summary>The class of the text is <see cref="RedisEventStore"/>; it passes all cases of the compliance suite.</summary>
    [Fact]
    [CodeBlock(31)]
    public async Task Extending_BaseEventStore()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = new RedisEventStore(_redis, "l0", TimeSpan.FromHours(1));
        _ = Assert.IsAssignableFrom<BaseEventStore>(store);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () => await l0.Recorder(store, "my-stream").RecordTokenAsync($"{i}", i))));

        // Uses prefix automatically, and no two writers get one sequence
        Assert.True(_redis.Exists("l0:stream:my-stream"));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => (long)i), await store.GetEventsAsync("my-stream").Select(envelope => envelope.Sequence).ToArrayAsync());
    }

    private Task<RedisClient> ConnectToRedisAsync(string? connection)
    {
        Assert.Equal("redis://localhost:6379", connection);
        return Task.FromResult(_redis);
    }
}
