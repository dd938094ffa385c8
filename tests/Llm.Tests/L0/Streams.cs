using Daybook.Llm;

namespace Daybook.Tests.L0;

/// <summary>Streams for tests: events one second apart.</summary>
internal static class Streams
{
    internal static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>When the event of a sequence was recorded.</summary>
    internal static DateTimeOffset At(long sequence) => Start.AddSeconds(sequence);

    /// <summary>Records events in one append.</summary>
    internal static async Task RecordAsync(IEventStore store, string streamId, params IEnumerable<object> events)
    {
        var recorder = new LlmState.Recorder(store, streamId);
        long sequence = await recorder.GetVersionAsync(Stop);
        await using LlmState.Batch batch = recorder.Batch();
        foreach (object one in events)
        {
            Add(batch, one, new() { Timestamp = At(sequence++) });
        }

        _ = await batch.CommitAsync(Stop);
    }

    /// <summary>Folds events by way of a store.</summary>
    internal static async Task<LlmState> FoldAsync(params IEnumerable<object> events)
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "s", events);
        return await new EventReplayer(store, new() { AllowMissing = true }).ReplayToStateAsync("s", cancellationToken: Stop);
    }

    internal static void Add(LlmState.Batch batch, object one, EventOptions options)
    {
        switch (one)
        {
            case StartEvent e: batch.Record(e, options); break;
            case TokenEvent e: batch.Record(e, options); break;
            case CheckpointEvent e: batch.Record(e, options); break;
            case GuardrailEvent e: batch.Record(e, options); break;
            case DriftEvent e: batch.Record(e, options); break;
            case RetryEvent e: batch.Record(e, options); break;
            case FallbackEvent e: batch.Record(e, options); break;
            case ContinuationEvent e: batch.Record(e, options); break;
            case CompleteEvent e: batch.Record(e, options); break;
            case ErrorEvent e: batch.Record(e, options); break;
            case ChunkEvent e: batch.Record(e, options); break;
            case ToolCallEvent e: batch.Record(e, options); break;
            case UsageEvent e: batch.Record(e, options); break;
            case ContentEvent e: batch.Record(e, options); break;
            default: throw new ArgumentException($"{one.GetType()} is no event of these streams.", nameof(one));
        }
    }
}
