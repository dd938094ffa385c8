namespace Daybook.Llm;

/// <summary>Where the events of a response go, each past the redaction first; to be used under the writer's gate.</summary>
internal sealed class EventSink(ChatEventWriter writer, ChatRedaction redaction)
{
    private EventOptions _now;

    /// <summary>How many events were added since <see cref="At"/>.</summary>
    internal int Count { get; private set; }

    /// <summary>Says when what is added next has happened.</summary>
    internal void At(DateTimeOffset now)
    {
        _now = new() { Timestamp = now };
        Count = 0;
    }

    internal void Add(StartEvent value)
    {
        StartEvent stored = redaction.Redact(value);
        BatchFor(stored.Request?.GetRawText().Length ?? 0).Record(stored, _now);
    }

    internal void Add(RetryEvent value) => BatchFor(0).Record(redaction.Redact(value), _now);

    internal void Add(FallbackEvent value) => BatchFor(0).Record(redaction.Redact(value), _now);

    internal void Add(ChunkEvent value) => BatchFor(0).Record(redaction.Redact(value), _now);

    internal TokenEvent Add(in TokenEvent value)
    {
        TokenEvent stored = redaction.Redact(value);
        BatchFor(stored.Value.Length).Record(stored, _now);
        return stored;
    }

    internal void Add(ToolCallEvent value) => BatchFor(0).Record(redaction.Redact(value), _now);

    internal void Add(UsageEvent value) => BatchFor(0).Record(redaction.Redact(value), _now);

    internal void Add(ContentEvent value)
    {
        ContentEvent stored = redaction.Redact(value);
        BatchFor(stored.Content.GetRawText().Length).Record(stored, _now);
    }

    internal void Add(CheckpointEvent value)
    {
        CheckpointEvent stored = redaction.Redact(value);
        BatchFor(stored.Content.Length).Record(stored, _now);
    }

    internal void Add(CompleteEvent value) => BatchFor(0).Record(redaction.Redact(value), _now);

    internal void Add(ErrorEvent value) => BatchFor(0).Record(redaction.Redact(value), _now);

    private LlmState.Batch BatchFor(int size)
    {
        Count++;
        return writer.BatchFor(size);
    }
}
