using System.Globalization;
using Daybook.Llm;
using Daybook.Stores;
using Daybook.Tests.Llm.Texts.Custom;

namespace Daybook.Tests.Llm.Texts.Python;

/// <summary>Storage Adapters and EventSourcing Scoped API.</summary>
public sealed class PythonAdapterTextTests : TextTests
{
    private readonly RedisClient _redis = new();

    [Fact]
    [CodeBlock(20)]
    public async Task Using_Adapters()
    {
        var l0 = new EventSourcing();

        // Memory adapter
        await using IEventStore memory = await l0.CreateAsync(new("memory"));

        // File adapter
        await using IEventStore file = await l0.CreateAsync(new("file")
        {
            Connection = Local("events"),
            Prefix = "l0_events",
            Ttl = TimeSpan.FromDays(7),
        });

        foreach (IEventStore store in (IEventStore[])[memory, file])
        {
            await RecordAnswerAsync(l0.Recorder(store, "my-stream"), "gpt-4", "Hello");
            Assert.Equal("Hello", (await l0.Replayer(store).ReplayToStateAsync("my-stream")).Content.ToString());
        }

        Assert.False(memory.Capabilities.IsDurable);
        Assert.True(file.Capabilities.IsDurable);
    }

    [Fact]
    [CodeBlock(21)]
    public async Task Custom_Adapters()
    {
        var l0 = new EventSourcing();

        // Synchronous factory
        l0.RegisterAdapter("redis", config => new RedisEventStore(
            ConnectToRedis(config.Connection, db: int.Parse(config.Options["db"], CultureInfo.InvariantCulture)),
            config.Prefix ?? "l0",
            config.Ttl));

        // Async factory
        l0.RegisterAdapter("postgres", async (config, cancellationToken) =>
        {
            SqlPool pool = await SqlPool.ConnectAsync(config.Connection);
            return await new PostgresEventStore(pool, config.Prefix ?? "l0").CreateTablesAsync();
        });

        // Use custom adapter
        await using IEventStore store = await l0.CreateAsync(new("redis")
        {
            Connection = "redis://localhost:6379",
            Prefix = "l0",
            Options = new Dictionary<string, string> { ["db"] = "0" },
        });

        await using IEventStore postgres = await l0.CreateAsync(new("postgres") { Connection = "postgresql://localhost/mydb" });
        foreach (IEventStore one in (IEventStore[])[store, postgres])
        {
            await RecordAnswerAsync(l0.Recorder(one, "my-stream"), "gpt-4", "Hello", " world");
            Assert.Equal("Hello world", (await l0.Replayer(one).ReplayToStateAsync("my-stream")).Content.ToString());
        }

        Assert.True(_redis.Exists("l0:stream:my-stream"));
    }

    [Fact]
    [CodeBlock(22)]
    public async Task Managing_Adapters()
    {
        var l0 = new EventSourcing();
        l0.RegisterAdapter("redis", config => new RedisEventStore(_redis));

        // List registered adapters
        Print(string.Join(", ", l0.ListAdapters())); // memory, file, redis, ...

        // Unregister an adapter
        bool removed = l0.UnregisterAdapter("redis");
        Print(removed); // True

        Assert.Equal("memory, file, redis\nTrue\n", Printed);
        Assert.False(l0.UnregisterAdapter("redis"));
        UnknownStorageAdapterException unknown = await Assert.ThrowsAsync<UnknownStorageAdapterException>(async () => await l0.CreateAsync(new("redis")));
        Assert.Equal("Unknown storage adapter type: \"redis\". Available adapters: memory, file", unknown.Message);
    }

    [Fact]
    [CodeBlock(23)]
    public async Task EventSourcing_Scoped_API()
    {
        var l0 = new EventSourcing();

        // Store factories
        IEventStore memory = l0.Memory(prefix: "l0", ttl: TimeSpan.Zero);
        IEventStore file = l0.File(basePath: Local("events"), prefix: "l0", ttl: TimeSpan.Zero);
        await using IEventStore store = l0.Composite(stores: [memory, file], primaryIndex: 0);
        await using TtlEventStore expiring = l0.WithTtl(l0.Memory(), TimeSpan.FromDays(1));
        await using IEventStore created = await l0.CreateAsync(new("memory"));

        // Recorder & Replayer
        LlmState.Recorder recorder = l0.Recorder(store, streamId: null);
        await RecordAnswerAsync(recorder, "gpt-4", "Hello");
        EventReplayer replayer = l0.Replayer(store);

        // Replay functions
        await using ReplayResult result = await l0.ReplayAsync(recorder.StreamId, store, new() { Speed = 0, From = 0, To = null });
        StreamMetadata? metadata = await l0.MetadataAsync(recorder.StreamId, store);
        ReplayComparison comparison = l0.Compare(result.State, await replayer.ReplayToStateAsync(recorder.StreamId));

        // Utilities
        string id = l0.GenerateId();

        // Adapter registry
        l0.RegisterAdapter("redis", config => new RedisEventStore(_redis));
        l0.UnregisterAdapter("redis");
        string[] adapters = [.. l0.ListAdapters()];

        Assert.Equal(3, metadata!.EventCount);
        Assert.True(comparison.Identical);
        Assert.Equal(36, id.Length);
        Assert.Equal(["memory", "file"], adapters);
    }

    // Stands for a connection to a server.
    private RedisClient ConnectToRedis(string? connection, int db)
    {
        Assert.Equal(("redis://localhost:6379", 0), (connection, db));
        return _redis;
    }
}
