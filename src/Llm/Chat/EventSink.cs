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
        writer.BatchFor(stored.Request?.GetRawText().Length ?? 0).Record(stored, _now);
        Count++;
    }

    internal void Add(RetryEvent value)
    {
        RetryEvent stored = redaction.Redact(value);
        writer.BatchFor(stored.Reason.Length).Record(stored, _now);
        Count++;
    }

    internal void Add(FallbackEvent value)
    {
        FallbackEvent stored = redaction.Redact(value);
        writer.BatchFor(stored.Reason?.Length ?? 0).Record(stored, _now);
        Count++;
    }

    internal void Add(ChunkEvent value)
    {
        ChunkEvent stored = redaction.Redact(value);
        writer.BatchFor(0).Record(stored, _now);
        Count++;
    }

    internal TokenEvent Add(in TokenEvent value)
    {
        TokenEvent stored = redaction.Redact(value);
        writer.BatchFor(stored.Value.Length).Record(stored, _now);
        Count++;
        return stored;
    }

    internal void Add(ToolCallEvent value)
    {
        ToolCallEvent stored = redaction.Redact(value);
        writer.BatchFor(stored.Call.Arguments?.GetRawText().Length ?? 0).Record(stored, _now);
        Count++;
    }

    internal void Add(UsageEvent value)
    {
        UsageEvent stored = redaction.Redact(value);
        writer.BatchFor(0).Record(stored, _now);
        Count++;
    }

    internal void Add(ContentEvent value)
    {
        ContentEvent stored = redaction.Redact(value);
        writer.BatchFor(stored.Content.GetRawText().Length).Record(stored, _now);
        Count++;
    }

    internal void Add(CheckpointEvent value)
    {
        CheckpointEvent stored = redaction.Redact(value);
        writer.BatchFor(stored.Content.Length).Record(stored, _now);
        Count++;
    }

    internal void Add(CompleteEvent value)
    {
        CompleteEvent stored = redaction.Redact(value);
        writer.BatchFor(stored.Content?.Length ?? 0).Record(stored, _now);
        Count++;
    }

    internal void Add(ErrorEvent value)
    {
        ErrorEvent stored = redaction.Redact(value);
        writer.BatchFor(stored.Error.Message.Length).Record(stored, _now);
        Count++;
    }
}
