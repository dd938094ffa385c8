using Daybook.Llm;
using Daybook.Stores;
using Daybook.Testing;
using Daybook.Tests.Llm.Texts.Custom;

namespace Daybook.Tests.Llm.Texts.TypeScript;

/// <summary>
/// Storage Adapters, from what base classes give to the PostgreSQL example. The table of stores at its end is advice, as docs/stores.md gives it for the
/// stores here; of Kafka and S3 there is no code.
/// </summary>
public sealed class TypeScriptCustomStoreTextTests : TextTests
{
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);

    /// <summary>
    /// Keys are a line in the store that has them; metadata needs none, since it is kept with the stream. Expiry, the last event and the events behind a
    /// sequence come with every store.
    /// </summary>
    [Fact]
    [CodeBlock(32)]
    public async Task BaseEventStore_Helper_Methods()
    {
        var l0 = new EventSourcing(new() { TimeProvider = _clock });

        var redis = new RedisClient(_clock);
        await using TtlEventStore store = l0.WithTtl(new RedisEventStore(redis, "l0"), TimeSpan.FromMinutes(1));
        LlmState.Recorder recorder = l0.Recorder(store, "my-stream");
        await recorder.RecordTokenAsync("Hello", 0);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await recorder.RecordTokenAsync(" world", 1);

        Assert.Equal(["l0:stream:my-stream"], redis.Keys("l0:stream:"));
        Assert.Equal(1, (await store.GetLastEventAsync("my-stream"))!.Value.Sequence);
        Assert.Equal(2, await store.GetEventsAsync("my-stream").CountAsync());

        // Age equal to the TTL is not expired; older is.
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, (await store.GetEventsAsync("my-stream").SingleAsync()).Sequence);
        Assert.Equal(1, (await store.GetEventsAsync("my-stream", afterSequence: 0).SingleAsync()).Sequence);
    }

    /// <summary>There is one base class: snapshots are streams, so that every store has them.</summary>
    [Fact]
    [CodeBlock(33)]
    public async Task Extending_BaseEventStoreWithSnapshots()
    {
        var l0 = new EventSourcing(new() { TimeProvider = _clock });
        await using IEventStore store = new RedisEventStore(new());
        await RecordAnswerAsync(l0.Recorder(store, "my-stream"), "gpt-5-micro", "Hello", " world");

        await store.SaveSnapshotAsync("my-stream", await store.LoadAsync<LlmState>("my-stream", asOf: 1));
        await store.SaveSnapshotAsync("my-stream", await store.LoadAsync<LlmState>("my-stream"));

        Assert.Equal(4, (await store.GetSnapshotAsync<LlmState>("my-stream"))!.Value.Version);
        Assert.Equal(2, (await store.GetSnapshotAsync<LlmState>("my-stream", atOrBefore: 2))!.Value.Version);
        await store.DeleteStreamAsync("my-stream");
        Assert.Null(await store.GetSnapshotAsync<LlmState>("my-stream"));
    }

    [Fact]
    [CodeBlock(34)]
    public async Task Composite_Stores()
    {
        var l0 = new EventSourcing(new() { TimeProvider = _clock });

        // Write-through: memory cache + file persistence
        IEventStore memStore = l0.Memory(); // Primary (reads come from here)
        IEventStore fileStore = l0.File(Local("events"));
        await using IEventStore store = l0.Composite([memStore, fileStore]);

        // Writes go to both stores
        await l0.Recorder(store, "stream-1").RecordTokenAsync("Hello", 0);

        // Reads come from primary (memory - fast!)
        List<Envelope> events = await store.GetEventsAsync("stream-1").ToListAsync();

        // Specify different primary index
        IEventStore redisStore = new RedisEventStore(new());
        IEventStore secondFileStore = l0.File(Local("events-2"));
        await using IEventStore store2 = l0.Composite([l0.Memory(), secondFileStore, redisStore], primaryIndex: 1); // Use the file store as primary for reads
        await l0.Recorder(store2, "stream-2").RecordTokenAsync("Hello", 0);

        _ = Assert.Single(events);
        Assert.True(await fileStore.ExistsAsync("stream-1"));
        Assert.True(await redisStore.ExistsAsync("stream-2"));
        await redisStore.DeleteStreamAsync("stream-2");
        Assert.True(await store2.ExistsAsync("stream-2"));
    }

    [Fact]
    [CodeBlock(35)]
    public async Task TTL_Wrapper()
    {
        var l0 = new EventSourcing(new() { TimeProvider = _clock });

        // Events expire after 24 hours
        await using TtlEventStore store = l0.WithTtl(l0.Memory(), TimeSpan.FromHours(24));

        LlmState.Recorder recorder = l0.Recorder(store, "stream-1");
        await recorder.RecordTokenAsync("old", 0);
        _clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        await recorder.RecordTokenAsync("new", 1);

        // Old events are filtered out on read
        List<Envelope> events = await store.GetEventsAsync("stream-1").ToListAsync(); // Only non-expired events
        Assert.Equal(1, events.Single().Sequence);

        // A state of half a stream is no state, so whoever wants what is left must say so.
        _ = await Assert.ThrowsAsync<StreamTruncatedException>(async () => await l0.ReplayAsync("stream-1", store));
        await using ReplayResult left = await l0.ReplayAsync("stream-1", store, new() { Load = new() { AllowPartial = true } });
        Assert.Equal("new", left.State.Content.ToString());
    }

    /// <summary>
    /// The class of the text is <see cref="PostgresEventStore"/>; it passes all cases of the compliance suite. Its SQL is run by SQLite, in a file: there is no
    /// PostgreSQL here.
    /// </summary>
    [Fact]
    [CodeBlock(36)]
    public async Task Full_PostgreSQL_Example()
    {
        var l0 = new EventSourcing(new() { TimeProvider = _clock });

        // Register the adapter
        l0.RegisterAdapter("postgres", async (config, cancellationToken) =>
        {
            SqlPool pool = await SqlPool.ConnectAsync(config.Connection, database: Local("mydb"));
            IEventStore store = await new PostgresEventStore(pool, config.Prefix!).CreateTablesAsync();
            return l0.WithTtl(store, config.Ttl);
        });

        // Use it
        StorageAdapterConfig config = new("postgres")
        {
            Connection = "postgresql://user:pass@localhost/mydb",
            Prefix = "l0",
            Ttl = TimeSpan.FromDays(30),
        };
        await using (IEventStore store = await l0.CreateAsync(config))
        {
            Assert.True(store.Capabilities.IsDurable);
            await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () => await l0.Recorder(store, "my-stream").RecordTokenAsync($"{i}", i))));
            Assert.Equal(20, await store.GetEventsAsync("my-stream").Select(envelope => envelope.Sequence).Distinct().CountAsync());
            await store.SaveSnapshotAsync("my-stream", await store.LoadAsync<LlmState>("my-stream"));
            Assert.Equal(20, (await store.GetSnapshotAsync<LlmState>("my-stream"))!.Value.Version);
        }

        // Another program finds it, goes on, and loses what is older than thirty days
        await using IEventStore again = await l0.CreateAsync(config);
        _clock.Advance(TimeSpan.FromDays(30));
        AppendResult last = await l0.Recorder(again, "my-stream").RecordTokenAsync("20", 20);
        Assert.Equal((20, 21), (last.FirstSequence, await again.GetEventsAsync("my-stream").CountAsync()));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(20, (await again.GetEventsAsync("my-stream").SingleAsync()).Sequence);

        Assert.True(await again.DeleteStreamAsync("my-stream"));
        Assert.Empty(await again.ListAllStreamsAsync().ToListAsync());
    }
}
