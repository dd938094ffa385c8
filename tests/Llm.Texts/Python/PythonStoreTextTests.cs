using Daybook.Llm;
using Daybook.Stores;
using Daybook.Testing;
using Daybook.Tests.Llm.Texts.Custom;

namespace Daybook.Tests.Llm.Texts.Python;

/// <summary>Event Stores.</summary>
public sealed class PythonStoreTextTests : TextTests
{
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    [CodeBlock(5)]
    public async Task In_Memory_Store()
    {
        var l0 = new EventSourcing(new() { TimeProvider = _clock });

        // Basic usage
        await using IEventStore basic = l0.Memory();

        // With prefix and TTL
        await using IEventStore store = l0.Memory(prefix: "myapp", ttl: TimeSpan.FromSeconds(60));

        await l0.Recorder(basic, "my-stream").RecordTokenAsync("Hello", 0);
        await l0.Recorder(store, "my-stream").RecordTokenAsync("Hello", 0);
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.True(await store.ExistsAsync("my-stream"));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.False(await store.ExistsAsync("my-stream"));
        Assert.True(await basic.ExistsAsync("my-stream"));
    }

    [Fact]
    [CodeBlock(6)]
    public async Task File_Store()
    {
        var l0 = new EventSourcing(new() { TimeProvider = _clock });

        // Basic usage
        await using (IEventStore store = l0.File(Local("events")))
        {
            await RecordAnswerAsync(l0.Recorder(store, "my-stream"), "gpt-4", "Hello");
        }

        // With prefix and TTL
        await using (IEventStore store = l0.File(basePath: Local("l0-events"), prefix: "prod", ttl: TimeSpan.FromDays(7)))
        {
            await RecordAnswerAsync(l0.Recorder(store, "my-stream"), "gpt-4", "Hello");
        }

        // Persistent: another process finds what was recorded, here seven days and a second later.
        _clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        await using (IEventStore store = l0.File(Local("events")))
        {
            Assert.Equal("Hello", (await l0.Replayer(store).ReplayToStateAsync("my-stream")).Content.ToString());
        }

        await using (IEventStore store = l0.File(basePath: Local("l0-events"), prefix: "prod", ttl: TimeSpan.FromDays(7)))
        {
            Assert.Null(await l0.MetadataAsync("my-stream", store));
        }
    }

    [Fact]
    [CodeBlock(7)]
    public async Task Composite_Store()
    {
        var l0 = new EventSourcing();

        // Write to both memory and file, read from memory (index 0)
        IEventStore memoryStore = l0.Memory();
        IEventStore fileStore = l0.File(Local("events"));

        await using IEventStore composite = l0.Composite(
            stores: [memoryStore, fileStore],
            primaryIndex: 0); // Read from memory

        await RecordAnswerAsync(l0.Recorder(composite, "my-stream"), "gpt-4", "Hello");
        Assert.Equal(3, (await memoryStore.GetStreamInfoAsync("my-stream"))!.Version);
        Assert.Equal(3, (await fileStore.GetStreamInfoAsync("my-stream"))!.Version);
        await memoryStore.DeleteStreamAsync("my-stream");
        Assert.False(await composite.ExistsAsync("my-stream"));
    }

    [Fact]
    [CodeBlock(8)]
    public async Task TTL_Store()
    {
        var l0 = new EventSourcing(new() { TimeProvider = _clock });

        IEventStore baseStore = l0.Memory();
        await using TtlEventStore ttlStore = l0.WithTtl(baseStore, TimeSpan.FromHours(1));

        await l0.Recorder(ttlStore, "my-stream").RecordTokenAsync("Hello", 0);
        _clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromTicks(1));
        Assert.Equal(0, await ttlStore.GetEventsAsync("my-stream").CountAsync());
        Assert.Equal(1, await baseStore.GetEventsAsync("my-stream").CountAsync());

        // What nobody sees any more takes up room until it is removed.
        Assert.Equal(1, await ttlStore.PurgeExpiredAsync());
        Assert.Equal(0, await baseStore.GetEventsAsync("my-stream").CountAsync());
    }

    /// <summary>The protocol is <see cref="IEventStore"/>; a custom store derives from <see cref="BaseEventStore"/>, as this one over Redis does.</summary>
    [Fact]
    [CodeBlock(9)]
    public async Task EventStore_Protocol()
    {
        await using IEventStore store = new RedisEventStore(new());

        // Append an event to a stream. The store makes the envelope.
        await new LlmState.Recorder(store, "my-stream").RecordTokenAsync("Hello", 0);

        // Get all events for a stream.
        List<Envelope> events = await store.GetEventsAsync("my-stream").ToListAsync();
        Assert.Equal(("my-stream", 0), (events.Single().StreamId, events.Single().Sequence));

        // Check if a stream exists.
        Assert.True(await store.ExistsAsync("my-stream"));

        // List all stream IDs, optionally filtered by prefix.
        Assert.Equal("my-stream", (await store.ListAllStreamsAsync("my-").SingleAsync()).StreamId);
        Assert.Empty(await store.ListAllStreamsAsync("your-").ToListAsync());

        // Delete a stream and its events.
        Assert.True(await store.DeleteStreamAsync("my-stream"));
        Assert.False(await store.DeleteStreamAsync("my-stream"));
        Assert.False(await store.ExistsAsync("my-stream"));
    }
}
