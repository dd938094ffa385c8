using Daybook.Llm;
using Daybook.Stores;
using Daybook.Testing;
using static Daybook.Tests.L0.Streams;

namespace Daybook.Tests.L0;

public sealed class EventSourcingTests
{
    public static TheoryData<string> Kinds => StorePlace.Kinds;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_quick_start_of_the_documents_works()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        LlmState.Recorder recorder = l0.Recorder(store);
        _ = await recorder.RecordStartAsync(new() { Model = "gpt-4" }, cancellationToken: Stop);
        _ = await recorder.RecordTokenAsync("Hello", 0, cancellationToken: Stop);
        _ = await recorder.RecordTokenAsync(" world", 1, cancellationToken: Stop);
        _ = await recorder.RecordCompleteAsync("Hello world", 2, cancellationToken: Stop);

        var output = new StringWriter();
        await using ReplayResult result = await l0.ReplayAsync(recorder.StreamId, store, cancellationToken: Stop);
        await foreach (Envelope envelope in result)
        {
            if (envelope.TryGet(out TokenEvent token))
            {
                await output.WriteAsync(token.Value);
            }
        }

        Assert.Equal(("Hello world", 2), (output.ToString(), result.State.TokenCount));
    }

    [Fact]
    public async Task A_file_store_is_there_after_it_was_closed_and_prefixes_keep_stores_apart()
    {
        string directory = Path.Combine(Directory.CreateTempSubdirectory("daybook-llm-").FullName, "below", "events");
        var l0 = new EventSourcing();
        await using (IEventStore plain = l0.File(directory))
        {
            _ = await l0.Recorder(plain, "s").RecordTokenAsync("plain", 0, cancellationToken: Stop);
        }

        await using (IEventStore prod = l0.File(directory + "-of", "prod"))
        await using (IEventStore dev = l0.File(directory + "-of", "dev"))
        {
            _ = await l0.Recorder(prod, "s").RecordTokenAsync("prod", 0, cancellationToken: Stop);
            Assert.False(await dev.ExistsAsync("s", Stop));
        }

        await using IEventStore again = EventStores.File(directory);
        await using IEventStore prodAgain = l0.File(directory + "-of", "prod");
        Assert.Equal("plain", (await again.LoadAsync<LlmState>("s", cancellationToken: Stop)).State.Content.ToString());
        Assert.Equal("prod", (await prodAgain.LoadAsync<LlmState>("s", cancellationToken: Stop)).State.Content.ToString());
        Directory.Delete(Path.Combine(directory, "..", ".."), recursive: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("a\n")]
    public void A_prefix_is_part_of_names(string prefix)
    {
        Assert.Equal("prefix", Assert.Throws<ArgumentException>(() => new EventSourcing().Memory(prefix)).ParamName);
        Assert.Equal("prefix", Assert.Throws<ArgumentException>(() => new EventSourcing().File("./never-made", prefix)).ParamName);
    }

    [Fact]
    public async Task Files_are_in_a_directory_of_this_name_unless_one_is_named()
    {
        var l0 = new EventSourcing();
        string prefix = $"test-{Guid.NewGuid():N}";
        DirectoryInfo directory = new(Path.Combine(Environment.CurrentDirectory, "l0-events", prefix));
        await using (IEventStore store = l0.File(prefix: prefix))
        {
            _ = await l0.Recorder(store, "s").RecordTokenAsync("a", 0, cancellationToken: Stop);
        }

        await using (IEventStore store = await l0.CreateAsync(new("file") { Prefix = prefix }, Stop))
        {
            Assert.True(await store.ExistsAsync("s", Stop));
        }

        Assert.NotEmpty(directory.GetFiles());
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Zero_is_no_expiry()
    {
        var clock = new ManualTimeProvider(Start);
        var l0 = new EventSourcing(new() { TimeProvider = clock });
        DirectoryInfo directory = Directory.CreateTempSubdirectory("daybook-llm-");
        await using (IEventStore memory = l0.Memory(ttl: TimeSpan.Zero), file = l0.File(directory.FullName, ttl: TimeSpan.Zero), created = await l0.CreateAsync(new("memory") { Ttl = TimeSpan.Zero }, Stop))
        {
            foreach (IEventStore store in (IEventStore[])[memory, file, created])
            {
                _ = await l0.Recorder(store, "s").RecordTokenAsync("a", 0, cancellationToken: Stop);
            }

            clock.Advance(TimeSpan.FromDays(365_000));
            Assert.True(await memory.ExistsAsync("s", Stop) && await file.ExistsAsync("s", Stop) && await created.ExistsAsync("s", Stop));
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_composite_writes_everywhere_and_reads_from_its_primary()
    {
        var l0 = new EventSourcing();
        IEventStore first = l0.Memory();
        IEventStore second = l0.Memory();
        await using IEventStore both = l0.Composite([first, second], primaryIndex: 1);
        _ = await l0.Recorder(both, "s").RecordTokenAsync("a", 0, cancellationToken: Stop);
        Assert.True(await first.ExistsAsync("s", Stop) && await second.ExistsAsync("s", Stop));
        Assert.True(await first.DeleteStreamAsync("s", cancellationToken: Stop));
        Assert.True(await both.ExistsAsync("s", Stop));
        Assert.Same(first, l0.Composite([first]));
    }

    [Fact]
    public async Task A_composite_of_expiring_stores_holds_the_same_in_both()
    {
        var clock = new ManualTimeProvider(Start);
        var l0 = new EventSourcing(new() { TimeProvider = clock });
        IEventStore first = l0.Memory(ttl: TimeSpan.FromHours(1));
        IEventStore second = l0.Memory(ttl: TimeSpan.FromHours(1));
        await using IEventStore both = l0.Composite([first, second]);
        LlmState.Recorder recorder = l0.Recorder(both, "s");
        _ = await recorder.RecordTokenAsync("a", 0, cancellationToken: Stop);
        clock.Advance(TimeSpan.FromHours(2));
        Assert.False(await both.ExistsAsync("s", Stop) || await second.ExistsAsync("s", Stop));
        Assert.Equal(1, (await recorder.RecordTokenAsync("b", 1, cancellationToken: Stop)).FirstSequence);
        Assert.Equal([1L], await second.GetEventsAsync("s", cancellationToken: Stop).Select(envelope => envelope.Sequence).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_composite_needs_stores_and_a_primary_among_them()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        Assert.Equal("stores", Assert.Throws<ArgumentException>(() => l0.Composite([])).ParamName);
        Assert.Equal("primaryIndex", Assert.Throws<ArgumentOutOfRangeException>(() => l0.Composite([store], 7)).ParamName);
        Assert.Equal("primaryIndex", Assert.Throws<ArgumentOutOfRangeException>(() => l0.Composite([store], -1)).ParamName);
    }

    [Fact]
    public async Task Events_expire_each_for_itself_and_keep_their_sequences()
    {
        var clock = new ManualTimeProvider(Start);
        var l0 = new EventSourcing(new() { TimeProvider = clock });
        await using IEventStore store = l0.Memory(ttl: TimeSpan.FromHours(1));
        LlmState.Recorder recorder = l0.Recorder(store, "s");
        _ = await recorder.RecordStartAsync(new() { Model = "m" }, cancellationToken: Stop);
        _ = await recorder.RecordTokenAsync("a", 0, cancellationToken: Stop);
        clock.Advance(TimeSpan.FromMinutes(30));
        _ = await recorder.RecordTokenAsync("b", 1, cancellationToken: Stop);
        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal([0L, 1L, 2L], await SequencesAsync(store));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal([2L], await SequencesAsync(store));
        Assert.Equal(3, await recorder.GetVersionAsync(Stop));
        await AssertPartialAsync(l0, store);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await SequencesAsync(store));
        Assert.False(await store.ExistsAsync("s", Stop));
        Assert.Null(await store.GetLastEventAsync("s", Stop));
        Assert.Null(await l0.MetadataAsync("s", store, Stop));
        _ = await Assert.ThrowsAsync<StreamNotFoundException>(() => l0.ReplayAsync("s", store, cancellationToken: Stop).AsTask());
        Assert.Equal(3, (await recorder.RecordTokenAsync("c", 2, cancellationToken: Stop)).FirstSequence);
    }

    private static async Task AssertPartialAsync(EventSourcing l0, IEventStore store)
    {
        _ = await Assert.ThrowsAsync<StreamTruncatedException>(() => l0.ReplayAsync("s", store, cancellationToken: Stop).AsTask());
        await using ReplayResult partial = await l0.ReplayAsync("s", store, new() { Load = new() { AllowPartial = true } }, Stop);
        Assert.Equal(("b", 2, null), (partial.State.Content.ToString(), partial.State.TokenCount, partial.OriginalOptions.Model));
        Assert.Equal(1, await partial.CountAsync(Stop));
        StreamMetadata? metadata = await l0.MetadataAsync("s", store, Stop);
        Assert.Equal((1L, 2, null), (metadata!.EventCount, metadata.TokenCount, metadata.Options));
    }

    [Fact]
    public async Task A_wrapper_gives_any_store_a_time_to_live()
    {
        var clock = new ManualTimeProvider(Start);
        var l0 = new EventSourcing(new() { TimeProvider = clock });
        await using TtlEventStore store = l0.WithTtl(l0.Memory(), TimeSpan.Zero);
        Assert.Equal(TtlMode.Events, store.Mode);
        _ = await l0.Recorder(store, "s").RecordTokenAsync("a", 0, cancellationToken: Stop);
        Assert.True(await store.ExistsAsync("s", Stop));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.False(await store.ExistsAsync("s", Stop));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => l0.Memory(ttl: TimeSpan.FromTicks(-1)));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => l0.File("./never-made", ttl: TimeSpan.FromTicks(-1)));
        Assert.False(Directory.Exists("./never-made"));
    }

    [Fact]
    public void Ids_rise_also_within_a_millisecond_and_when_the_clock_goes_back()
    {
        var clock = new ManualTimeProvider(Start);
        var l0 = new EventSourcing(new() { TimeProvider = clock });
        var ids = new List<string>();
        for (int i = 0; i < 10_000; i++)
        {
            ids.Add(l0.GenerateId());
            if (i == 9_000)
            {
                clock.Advance(TimeSpan.FromMinutes(-1));
            }
        }

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.Equal((7, 8), (Guid.ParseExact(id, "D").Version, Guid.ParseExact(id, "D").Variant & 0xC)));
        Assert.StartsWith("chat-ada-", l0.GenerateId("chat-ada-"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Stores_answer_what_those_of_L0_do(string kind)
    {
        await using var place = new StorePlace(kind);
        IEventStore store = place.Store;
        Assert.False(await store.ExistsAsync("s", Stop));
        Assert.Null(await store.GetLastEventAsync("s", Stop));
        Assert.Equal(0, await store.GetEventsAsync("s", cancellationToken: Stop).CountAsync(Stop));
        Assert.False(await store.DeleteStreamAsync("s", cancellationToken: Stop));
        await RecordAsync(store, "s", new StartEvent(new()), new TokenEvent("a", 0), new TokenEvent("b", 1));
        await RecordAsync(store, "t", new TokenEvent("c", 0));
        Assert.True(await store.ExistsAsync("s", Stop));
        Assert.Equal(new TokenEvent("b", 1), (await store.GetLastEventAsync("s", Stop))?.Event);
        Assert.Equal([2L], await store.GetEventsAsync("s", 1, Stop).Select(envelope => envelope.Sequence).ToListAsync(Stop));
        Assert.Equal(["s", "t"], await store.ListAllStreamsAsync("", Stop).Select(stream => stream.StreamId).Order().ToListAsync(Stop));
        Assert.Equal(["t"], await store.ListAllStreamsAsync("t", Stop).Select(stream => stream.StreamId).ToListAsync(Stop));
        Assert.Equal(4, await store.ListAllStreamsAsync("", Stop).Select(stream => stream.Count).SumAsync(Stop));
        Assert.True(await store.DeleteStreamAsync("s", cancellationToken: Stop));
        Assert.Equal(0, (await new LlmState.Recorder(store, "s").RecordTokenAsync("new", 0, cancellationToken: Stop)).FirstSequence);
    }

    [Fact]
    public async Task Listings_go_on_behind_their_first_page()
    {
        await using IEventStore store = EventStores.Memory();
        for (int i = 0; i < 1500; i++)
        {
            _ = await new LlmState.Recorder(store, $"s-{i}").RecordTokenAsync("x", 0, cancellationToken: Stop);
        }

        Assert.Equal(1500, await store.ListAllStreamsAsync("", Stop).CountAsync(Stop));
    }

    private static ValueTask<List<long>> SequencesAsync(IEventStore store) =>
        store.GetEventsAsync("s", cancellationToken: Stop).Select(envelope => envelope.Sequence).ToListAsync(Stop);
}
