using System.Text.Json;
using Daybook.Llm;
using static Daybook.Tests.L0.Streams;

namespace Daybook.Tests.L0;

public sealed class EventTests
{
    private static readonly object[] Events =
    [
        new StartEvent(new()), new TokenEvent("a", 0), new CheckpointEvent(1, "a"), new GuardrailEvent(new()), new DriftEvent(new()), new RetryEvent(1, "r"), new FallbackEvent(1),
        new ContinuationEvent("a", 1), new CompleteEvent("a", 1), new ErrorEvent(new("E", "m")), new ChunkEvent(), new ToolCallEvent(new("1", "t")), new UsageEvent(new()),
        new ContentEvent(JsonElement.Parse("{}")),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Envelopes_say_stream_sequence_time_and_the_name_of_the_event()
    {
        await using IEventStore store = await RecordedAsync();
        List<Envelope> envelopes = await store.GetEventsAsync("s", cancellationToken: Stop).ToListAsync(Stop);
        Assert.Equal(
            ["llm.start", "llm.token", "llm.checkpoint", "llm.guardrail", "llm.drift", "llm.retry", "llm.fallback", "llm.continuation", "llm.complete", "llm.error", "llm.chunk", "llm.tool-call", "llm.usage", "llm.content"],
            envelopes.Select(envelope => envelope.EventType.Name));
        Assert.Equal(envelopes.Select((_, i) => ("s", (long)i, At(i))), envelopes.Select(envelope => (envelope.StreamId, envelope.Sequence, envelope.Timestamp)));
        Assert.Equal(Events.Select(one => one.GetType()), envelopes.Select(envelope => envelope.Event.GetType()));
        Assert.True(envelopes[1].Is<TokenEvent>() && !envelopes[0].Is<TokenEvent>());
    }

    [Fact]
    public void No_event_is_missing_here() => Assert.Equal(
        typeof(TokenEvent).Assembly.GetExportedTypes().Where(type => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEvent<>))).Select(type => type.Name).Order(StringComparer.Ordinal),
        Events.Select(one => one.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task What_is_recorded_is_what_the_schema_file_says()
    {
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "src", "Llm", "daybook.schema.txt"), Stop);
        await using IEventStore store = await RecordedAsync();
        await foreach (Envelope envelope in store.GetEventsAsync("s", cancellationToken: Stop))
        {
            Assert.Contains(envelope.Schema.ToString(), lines);
        }
    }

    [Fact]
    public async Task Times_keep_fractions_of_a_millisecond()
    {
        await using IEventStore store = EventStores.Memory();
        DateTimeOffset time = Start.AddTicks(12_345);
        _ = await new LlmState.Recorder(store, "s").RecordTokenAsync("a", 0, options: new() { Timestamp = time }, cancellationToken: Stop);
        Assert.Equal(time, (await store.GetLastEventAsync("s", Stop))?.Timestamp);
    }

    private static async Task<IEventStore> RecordedAsync()
    {
        IEventStore store = EventStores.Memory();
        await RecordAsync(store, "s", Events);
        return store;
    }
}
