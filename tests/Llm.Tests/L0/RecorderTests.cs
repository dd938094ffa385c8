using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Llm;

namespace Daybook.Tests.L0;

public sealed class RecorderTests
{
    private static readonly GuardrailResult Passed = new() { Passed = true };
    private static readonly DriftResult Drifted = new() { Detected = true, Types = ["tone"], Confidence = 0.5 };

    public static TheoryData<string> Kinds => StorePlace.Kinds;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_event_of_both_documents_is_recorded_as_it_was_given(string kind)
    {
        await using var place = new StorePlace(kind);
        var l0 = new EventSourcing();
        LlmState.Recorder recorder = l0.Recorder(place.Store, "my-stream-123");
        Assert.Equal("my-stream-123", recorder.StreamId);
        LlmOptions options = new() { Model = "gpt-4", Prompt = "hi", Extra = JsonElement.Parse("""{"temperature":0.7}""") };
        _ = await recorder.RecordStartAsync(options, cancellationToken: Stop);
        _ = await recorder.RecordTokenAsync("Hello", 0, cancellationToken: Stop);
        _ = await recorder.RecordCheckpointAsync(content: "Hello", at: 1, cancellationToken: Stop);
        _ = await recorder.RecordGuardrailAsync(Passed, "content", cancellationToken: Stop);
        _ = await recorder.RecordDriftAsync(Drifted, cancellationToken: Stop);
        _ = await recorder.RecordRetryAsync(attempt: 1, reason: "network_error", delay: TimeSpan.FromSeconds(1), countsTowardLimit: false, cancellationToken: Stop);
        _ = await recorder.RecordFallbackAsync(fromIndex: 0, toIndex: 1, reason: "max_retries_exceeded", cancellationToken: Stop);
        _ = await recorder.RecordContinuationAsync(checkpoint: "Hello", at: 1, cancellationToken: Stop);
        _ = await recorder.RecordCompleteAsync(content: "Hello world", tokenCount: 2, cancellationToken: Stop);
        AppendResult last = await recorder.RecordErrorAsync(new LlmError("TimeoutError", "Stream timed out"), cancellationToken: Stop);
        Assert.Equal(9, last.FirstSequence);
        Assert.Equal(
            [
                new StartEvent(options),
                new TokenEvent("Hello", 0),
                new CheckpointEvent(1, "Hello"),
                new GuardrailEvent(Passed, CheckType: "content"),
                new DriftEvent(Drifted),
                new RetryEvent(1, "network_error", TimeSpan.FromSeconds(1), CountsTowardLimit: false),
                new FallbackEvent(1) { From = 0, Reason = "max_retries_exceeded" },
                new ContinuationEvent("Hello", 1),
                new CompleteEvent("Hello world", 2),
                new ErrorEvent(new("TimeoutError", "Stream timed out")),
            ],
            await EventsAsync(place.Store, "my-stream-123"),
            SameText);
    }

    [Fact]
    public async Task Arguments_may_come_in_the_order_of_either_system()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new LlmState.Recorder(store, "s");
        _ = await recorder.RecordCheckpointAsync(1, "Hello World", cancellationToken: Stop);
        _ = await recorder.RecordGuardrailAsync(1, Passed, cancellationToken: Stop);
        _ = await recorder.RecordGuardrailAsync(result: Passed, checkType: "content", cancellationToken: Stop);
        _ = await recorder.RecordDriftAsync(1, Drifted, cancellationToken: Stop);
        _ = await recorder.RecordRetryAsync("rate_limit", 1, true, cancellationToken: Stop);
        _ = await recorder.RecordRetryAsync(reason: "rate_limit", attempt: 2, countsTowardLimit: false, cancellationToken: Stop);
        _ = await recorder.RecordRetryAsync("rate_limit", cancellationToken: Stop);
        _ = await recorder.RecordFallbackAsync(1, cancellationToken: Stop);
        _ = await recorder.RecordFallbackAsync(1, 2, "slow", cancellationToken: Stop);
        _ = await recorder.RecordFallbackAsync(0, 1, cancellationToken: Stop);
        _ = await recorder.RecordErrorAsync(new LlmError("Error", "Failed"), FailureType.Network, RecoveryStrategy.Retry, "default", cancellationToken: Stop);
        _ = await recorder.RecordErrorAsync(new TimeoutException("late"), FailureType.Timeout, policy: new() { MaxRetries = 3, Attempt = 2 }, cancellationToken: Stop);
        Assert.Equal(
            [
                new CheckpointEvent(1, "Hello World"),
                new GuardrailEvent(Passed, 1),
                new GuardrailEvent(Passed, CheckType: "content"),
                new DriftEvent(Drifted, 1),
                new RetryEvent(1, "rate_limit"),
                new RetryEvent(2, "rate_limit", CountsTowardLimit: false),
                new RetryEvent(1, "rate_limit"),
                new FallbackEvent(1),
                new FallbackEvent(2) { From = 1, Reason = "slow" },
                new FallbackEvent(1) { From = 0 },
                new ErrorEvent(new("Error", "Failed"), FailureType.Network, RecoveryStrategy.Retry, new RecoveryPolicy { Id = "default" }),
                new ErrorEvent(new("TimeoutException", "late"), FailureType.Timeout, Policy: new() { MaxRetries = 3, Attempt = 2 }),
            ],
            await EventsAsync(store, "s"),
            SameText);
    }

    [Fact]
    public async Task Any_event_goes_through_one_method_and_many_through_a_batch()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new LlmState.Recorder(store, "s");
        _ = await recorder.RecordAsync(new StartEvent(new()), cancellationToken: Stop);
        await using (LlmState.Batch batch = recorder.Batch())
        {
            batch.RecordToken("a", 0);
            batch.RecordToken("b", 1);
            batch.Record(new CompleteEvent("ab", 2));
            AppendResult appended = await batch.CommitAsync(Stop);
            Assert.Equal((1, 3), (appended.FirstSequence, appended.Count));
        }

        Assert.Equal(4, await recorder.GetVersionAsync(Stop));
    }

    [Fact]
    public async Task Metadata_time_and_id_of_an_event_are_the_callers()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new LlmState.Recorder(store, "s");
        var time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        AppendOptions options = new() { EventId = EventId.From("s", "0"), Timestamp = time, Metadata = new() { Actor = "ada" } };
        AppendResult first = await recorder.RecordTokenAsync("a", 0, options: options, cancellationToken: Stop);
        AppendResult again = await recorder.RecordTokenAsync("a", 0, options: options, cancellationToken: Stop);
        Assert.True(again.WasRepeated);
        Assert.Equal(first.FirstSequence, again.FirstSequence);
        Envelope only = Assert.Single(await EnvelopesAsync(store, "s"));
        Assert.Equal((time, "ada", EventId.From("s", "0")), (only.Timestamp, only.Metadata.Actor, only.EventId));
    }

    [Fact]
    public async Task Cancelled_calls_record_nothing()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new LlmState.Recorder(store, "s");
        var cancelled = new CancellationToken(canceled: true);
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => recorder.RecordTokenAsync("a", 0, cancellationToken: cancelled).AsTask());
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => recorder.RecordRetryAsync("r", cancellationToken: cancelled).AsTask());
        Assert.Equal(0, await recorder.GetVersionAsync(Stop));
    }

    [Fact]
    public async Task Without_an_id_a_stream_gets_one_of_its_own()
    {
        await using IEventStore store = EventStores.Memory();
        var l0 = new EventSourcing();
        string[] ids = [l0.Recorder(store).StreamId, l0.Recorder(store, "").StreamId];
        Assert.All(ids, id => Assert.Equal(7, Guid.ParseExact(id, "D").Version));
        Assert.True(string.CompareOrdinal(ids[0], ids[1]) < 0);
    }

    private static async Task<ImmutableArray<Envelope>> EnvelopesAsync(IEventStore store, string streamId)
    {
        var envelopes = ImmutableArray.CreateBuilder<Envelope>();
        await foreach (Envelope envelope in store.GetEventsAsync(streamId, cancellationToken: Stop))
        {
            envelopes.Add(envelope);
        }

        return envelopes.ToImmutable();
    }

    private static async Task<IEnumerable<object>> EventsAsync(IEventStore store, string streamId) =>
        (await EnvelopesAsync(store, streamId)).Select(envelope => envelope.Event);

    // Immutable arrays and JSON compare by reference; their text does not.
    private static bool SameText(object expected, object actual) =>
        expected.GetType() == actual.GetType() && EventJson.Of(expected) == EventJson.Of(actual);
}
