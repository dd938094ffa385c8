using Daybook.Llm;
using Daybook.Testing;

namespace Daybook.Tests.Llm.Texts.Python;

/// <summary>Best Practices, Snapshots and Type Aliases. Its table of which store to take is advice, as docs/stores.md gives it for the stores here.</summary>
public sealed class PythonPracticeTextTests : TextTests
{
    [Fact]
    [CodeBlock(28)]
    public void Stream_IDs()
    {
        var l0 = new EventSourcing();
        (string userId, string requestId) = ("ada", "request-17");

        // Good: includes context
        string chat = l0.GenerateId($"chat-{userId}-");
        string completion = $"completion-{requestId}";

        // Also good: the generator alone
        string generated = l0.GenerateId(); // UUIDv7-based

        Assert.Matches("^chat-ada-[0-9a-f-]{36}$", chat);
        Assert.Equal("completion-request-17", completion);
        Assert.Equal(7, Guid.Parse(generated).Version);
        Assert.True(string.CompareOrdinal(generated, l0.GenerateId()) < 0);
    }

    [Fact]
    [CodeBlock(29)]
    public async Task TTL_Configuration()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var l0 = new EventSourcing(new() { TimeProvider = clock });

        // Development: short TTL
        await using IEventStore devStore = l0.Memory(ttl: TimeSpan.FromMinutes(5));

        // Production: longer TTL
        await using IEventStore prodStore = l0.File(basePath: Local("events"), ttl: TimeSpan.FromDays(7));

        // Audit: extended retention
        await using IEventStore auditStore = l0.File(basePath: Local("audit"), ttl: TimeSpan.FromDays(365));

        IEventStore[] stores = [devStore, prodStore, auditStore];
        TimeSpan[] ages = [TimeSpan.FromMinutes(5), TimeSpan.FromDays(7), TimeSpan.FromDays(365)];
        foreach (IEventStore store in stores)
        {
            await l0.Recorder(store, "my-stream").RecordTokenAsync("Hello", 0);
        }

        foreach ((IEventStore store, TimeSpan age) in stores.Zip(ages))
        {
            clock.Advance(DateTimeOffset.UnixEpoch + age - clock.GetUtcNow());
            Assert.True(await store.ExistsAsync("my-stream"));
            clock.Advance(TimeSpan.FromTicks(1));
            Assert.False(await store.ExistsAsync("my-stream"));
        }
    }

    [Fact]
    [CodeBlock(30)]
    public async Task Error_Handling()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        await RecordAnswerAsync(l0.Recorder(store, "good"), "gpt-4", "Hello");
        await l0.Recorder(store, "bad").RecordErrorAsync(new TimeoutException("Stream timed out"));

        foreach (string streamId in (string[])["missing", "bad", "good"])
        {
            StreamMetadata? meta = await l0.MetadataAsync(streamId, store);

            if (meta is null)
            {
                Print($"Stream {streamId} not found");
                continue;
            }

            if (meta.HasError)
            {
                Print($"Stream {streamId} ended with error");
                LlmState state = await l0.Replayer(store).ReplayToStateAsync(streamId);
                Print($"Error: {state.Error!.Name}: {state.Error.Message}");
                continue;
            }

            // Safe to replay
            await using ReplayResult result = await l0.ReplayAsync(streamId, store);
            Print((await result.ToEndAsync()).Content);
        }

        Assert.Equal("Stream missing not found\nStream bad ended with error\nError: TimeoutException: Stream timed out\nHello\n", Printed);

        // Whoever does not look first hears of it.
        _ = await Assert.ThrowsAsync<StreamNotFoundException>(async () => await l0.ReplayAsync("missing", store));
    }

    /// <summary>A snapshot is the state itself with its version, in any store; loads and replays start from it. Its stream is said where it is saved, its time is the clock's.</summary>
    [Fact]
    [CodeBlock(31)]
    public async Task Snapshots()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        await RecordAnswerAsync(l0.Recorder(store, "my-stream"), "gpt-4", [.. Enumerable.Range(0, 200).Select(i => $"{i} ")]);

        string content = string.Concat(Enumerable.Range(0, 100).Select(i => $"{i} "));
        StreamInfo stream = (await store.GetStreamInfoAsync("my-stream"))!;

        // Snapshot structure
        var snapshot = new Versioned<LlmState>(
            new LlmState
            {
                Content = content,                            // Content up to this point
                TokenCount = 100,
                Checkpoint = "",
                Violations = [],
                DriftDetected = false,
                RetryAttempts = 0,
                NetworkRetryCount = 0,
                FallbackIndex = 0,

                // What the structure does not have.
                TokenEventCount = 100,
                Model = "gpt-4",
                StartedAt = stream.FirstTimestamp,
            },
            version: 101,                                     // Snapshot at sequence 100
            stream.Incarnation);

        await store.SaveSnapshotAsync("my-stream", snapshot);
        Versioned<LlmState>? saved = await store.GetSnapshotAsync<LlmState>("my-stream");
        Assert.Equal(101, saved!.Value.Version);
        Assert.True(l0.Compare(snapshot.State, saved.Value.State).Identical);

        // What is loaded is such a structure.
        Versioned<LlmState> loaded = await store.LoadAsync<LlmState>("my-stream", asOf: 100, new() { IgnoreSnapshots = true });
        Assert.Empty(l0.Compare(snapshot.State, loaded.State).Differences);

        // Replay from the snapshot instead of the beginning gives the same.
        LlmState state = await l0.Replayer(store).ReplayToStateAsync("my-stream");
        Versioned<LlmState> full = await store.LoadAsync<LlmState>("my-stream", options: new() { IgnoreSnapshots = true });
        Assert.True(l0.Compare(full.State, state).Identical);
        Assert.True((await store.VerifySnapshotsAsync<LlmState>("my-stream")).IsValid);
    }

    /// <summary>What the aliases stand for, under their own names.</summary>
    [Fact]
    [CodeBlock(32)]
    public async Task Type_Aliases()
    {
        var l0 = new EventSourcing();
        StorageAdapterConfig config = new("memory");
        await using IEventStore store = await l0.CreateAsync(config);
        await RecordAnswerAsync(l0.Recorder(store, "my-stream"), "gpt-4", "Hello");

        Envelope envelope = await store.GetEventsAsync("my-stream").FirstAsync();
        object @event = envelope.Event;
        EventType eventType = envelope.EventType;
        LlmState state = await l0.Replayer(store).ReplayToStateAsync("my-stream");
        Versioned<LlmState> snapshot = await store.LoadAsync<LlmState>("my-stream");
        StreamMetadata? metadata = await l0.MetadataAsync("my-stream", store);
        ReplayComparison comparison = l0.Compare(state, snapshot.State);

        _ = Assert.IsType<StartEvent>(@event);
        Assert.Equal("llm.start@1", eventType.ToString());
        Assert.Equal(3, metadata!.EventCount);
        Assert.True(comparison.Identical);
    }
}
