using Daybook.Llm;
using FsCheck;
using FsCheck.Fluent;
using static Daybook.Tests.L0.Streams;

namespace Daybook.Tests.L0;

public sealed class MetadataTests
{
    public static TheoryData<string> Kinds => StorePlace.Kinds;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task It_says_all_of_a_complete_stream(string kind)
    {
        await using var place = new StorePlace(kind);
        LlmOptions options = new() { Model = "gpt-4", Prompt = "hi" };
        await RecordAsync(place.Store, "s", new StartEvent(options), new TokenEvent("bad", 0), new TokenEvent("!", 1), new RetryEvent(1, "r"), new TokenEvent("go", 0), new TokenEvent("od", 1), new CompleteEvent("good", 2));
        Assert.Equal(
            new StreamMetadata
            {
                StreamId = "s",
                EventCount = 7,
                TokenCount = 2,
                TokenEventCount = 4,
                StartedAt = At(0),
                EndedAt = At(6),
                FirstTokenAt = At(1),
                Completed = true,
                HasError = false,
                Options = options,
            },
            await new EventSourcing().MetadataAsync("s", place.Store, Stop));
    }

    [Fact]
    public async Task An_unfinished_stream_without_START_has_the_times_of_its_events()
    {
        StreamMetadata metadata = await OfAsync(new TokenEvent("a", 4), new TokenEvent("b", 5));
        Assert.Equal((At(0), At(1), 6, 2L), (metadata.StartedAt, metadata.EndedAt, metadata.TokenCount, metadata.TokenEventCount));
        Assert.Equal((false, false, null), (metadata.Completed, metadata.HasError, metadata.Options));
    }

    [Fact]
    public async Task An_error_is_an_end_until_a_new_attempt()
    {
        object[] failed = [new StartEvent(new()), new ErrorEvent(new("E", "m"))];
        StreamMetadata metadata = await OfAsync([.. failed, new GuardrailEvent(new())]);
        Assert.Equal((At(1), true, false), (metadata.EndedAt, metadata.HasError, metadata.Completed));
        metadata = await OfAsync([.. failed, new RetryEvent(1, "m"), new TokenEvent("x", 0)]);
        Assert.Equal((At(3), true, false), (metadata.EndedAt, metadata.HasError, metadata.Completed));
    }

    [Fact]
    public async Task Times_between_events_are_recorded_time()
    {
        StreamMetadata metadata = await OfAsync(new StartEvent(new()), new GuardrailEvent(new()), new TokenEvent("a", 0), new CompleteEvent());
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)), (metadata.TimeToFirstToken, metadata.Duration));
        Assert.Null((await OfAsync(new StartEvent(new()))).TimeToFirstToken);
    }

    // A recorded chat client writes a START for every attempt.
    [Fact]
    public async Task A_stream_begins_with_its_first_START_however_often_it_is_tried()
    {
        StreamMetadata metadata = await OfAsync(
            new StartEvent(new() { Model = "a" }), new TokenEvent("x", 0), new ErrorEvent(new("E", "m")),
            new RetryEvent(1, "m"), new StartEvent(new() { Model = "b" }), new TokenEvent("y", 0), new CompleteEvent());
        Assert.Equal((At(0), At(1), At(6), "a"), (metadata.StartedAt, metadata.FirstTokenAt, metadata.EndedAt, metadata.Options?.Model));
        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6)), (metadata.TimeToFirstToken, metadata.Duration));
    }

    [Fact]
    public void No_stream_ends_before_it_begins()
    {
        Gen<object> events = Gen.Elements<object>(
            new StartEvent(new()), new TokenEvent("x", 0), new RetryEvent(1, "r"), new FallbackEvent(1), new ContinuationEvent("", 0), new CompleteEvent(), new ErrorEvent(new("E", "m")), new GuardrailEvent(new()));
        Arbitrary<object[]> streams = Gen.NonEmptyListOf(events).Select(list => list.ToArray()).ToArbitrary();
        Prop.ForAll(streams, stream => IsRightAsync(stream).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

        static async Task<bool> IsRightAsync(object[] stream)
        {
            StreamMetadata metadata = await OfAsync(stream);
            int first = Array.FindIndex(stream, one => one is TokenEvent);
            int start = Array.FindIndex(stream, one => one is StartEvent);
            int begin = start < 0 || (first >= 0 && first < start) ? 0 : start;
            return metadata.StartedAt == At(begin)
                && metadata.Duration >= TimeSpan.Zero
                && metadata.TimeToFirstToken == (first < 0 ? null : TimeSpan.FromSeconds(first - begin));
        }
    }

    [Fact]
    public async Task Time_that_went_backwards_took_nothing()
    {
        await using IEventStore store = EventStores.Memory();
        await using (LlmState.Batch batch = new LlmState.Recorder(store, "s").Batch())
        {
            Add(batch, new StartEvent(new()), new() { Timestamp = At(5) });
            Add(batch, new TokenEvent("x", 0), new() { Timestamp = At(2) });
            _ = await batch.CommitAsync(Stop);
        }

        StreamMetadata metadata = (await new EventSourcing().MetadataAsync("s", store, Stop))!;
        Assert.Equal((At(5), At(2), TimeSpan.Zero, TimeSpan.Zero), (metadata.StartedAt, metadata.EndedAt, metadata.TimeToFirstToken, metadata.Duration));
    }

    [Fact]
    public async Task Events_of_ones_own_are_no_hindrance()
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "s", new StartEvent(new()), new TokenEvent("a", 0));
        _ = await new RatedAnswer.Recorder(store, "s").RecordRatedAsync(5, new() { Timestamp = At(2) }, Stop);
        await RecordAsync(store, "s", new CompleteEvent("a", 1));
        StreamMetadata metadata = (await new EventSourcing().MetadataAsync("s", store, Stop))!;
        Assert.Equal((4L, 1, true, At(3)), (metadata.EventCount, metadata.TokenCount, metadata.Completed, metadata.EndedAt));
    }

    [Fact]
    public async Task A_policy_takes_snapshots_of_what_it_folds()
    {
        await using IEventStore memory = EventStores.Memory();
        await RecordAsync(memory, "s", SnapshotTests.Tokens(1200));
        var policy = new SnapshotPolicy(failure => throw failure.Exception) { MinEvents = 100 };
        var l0 = new EventSourcing(new() { Snapshots = policy });
        Assert.NotNull(await l0.MetadataAsync("s", memory, Stop));
        await policy.WaitAsync(Stop);
        Assert.Equal(1200, (await memory.GetSnapshotAsync<LlmState>("s", cancellationToken: Stop))?.Version);
    }

    [Fact]
    public async Task The_first_token_is_looked_for_at_the_beginning_only()
    {
        await using IEventStore memory = EventStores.Memory();
        await RecordAsync(memory, "s", [new StartEvent(new() { Model = "m" }), .. Enumerable.Range(1, 10_000).Select(i => new CheckpointEvent(0, "")).Cast<object>(), new TokenEvent("late", 0)]);
        await memory.SaveSnapshotAsync("s", await memory.LoadAsync<LlmState>("s", cancellationToken: Stop), cancellationToken: Stop);
        var store = new CountingStore(memory);
        StreamMetadata metadata = (await new EventSourcing().MetadataAsync("s", store, Stop))!;
        Assert.Equal(("m", 1L, null), (metadata.Options?.Model, metadata.TokenEventCount, metadata.FirstTokenAt));
        await using ReplayResult replay = await new EventSourcing().ReplayAsync("s", store, cancellationToken: Stop);
        Assert.Equal("m", replay.OriginalOptions.Model);
        Assert.InRange(store.Events, 0, 3000);
    }

    [Fact]
    public async Task It_takes_part_in_a_clean_up_of_old_streams()
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "audit-ada-1", new StartEvent(new()), new CompleteEvent("x", 1));
        await RecordAsync(store, "audit-bob-1", [new StartEvent(new()), .. Enumerable.Range(0, 100).Select(i => new TokenEvent("x", i)).Cast<object>()]);
        var l0 = new EventSourcing();
        await foreach (StreamInfo stream in store.ListAllStreamsAsync("audit-", Stop))
        {
            if (await l0.MetadataAsync(stream.StreamId, store, Stop) is { } metadata && metadata.EndedAt < At(50))
            {
                Assert.True(await store.DeleteStreamAsync(stream.StreamId, cancellationToken: Stop));
            }
        }

        Assert.Equal(["audit-bob-1"], await store.ListAllStreamsAsync("", Stop).Select(stream => stream.StreamId).ToListAsync(Stop));
    }

    private static async Task<StreamMetadata> OfAsync(params object[] events)
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "s", events);
        return (await new EventSourcing().MetadataAsync("s", store, Stop))!;
    }
}
