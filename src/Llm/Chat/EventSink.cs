using Daybook.MessagePack;

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

    /// <summary>Adds START; one that the store would not take loses its request, and then its prompt: the hash, by which it is found, stands for them.</summary>
    internal void Add(StartEvent value)
    {
        StartEvent stored = redaction.Redact(value);
        int size = SizeOf(stored);
        if (size > writer.LargestEvent && stored.Request is not null)
        {
            stored = stored with { Request = null };
            size = SizeOf(stored);
        }

        if (size > writer.LargestEvent && stored.Options.Prompt is not null)
        {
            stored = stored with { Options = stored.Options with { Prompt = null } };
            size = SizeOf(stored);
        }

        Put(stored, size, static (batch, stored, now) => batch.Record(stored, now));
    }

    internal void Add(RetryEvent value) => Put(redaction.Redact(value), static (batch, stored, now) => batch.Record(stored, now));

    internal void Add(FallbackEvent value) => Put(redaction.Redact(value), static (batch, stored, now) => batch.Record(stored, now));

    internal void Add(ChunkEvent value) => Put(redaction.Redact(value), static (batch, stored, now) => batch.Record(stored, now));

    /// <summary>Adds a token.</summary>
    /// <returns>What is stored of it.</returns>
    internal TokenEvent Add(in TokenEvent value)
    {
        TokenEvent stored = redaction.Redact(value);
        Put(stored, static (batch, stored, now) => batch.Record(stored, now));
        return stored;
    }

    internal void Add(ToolCallEvent value) => Put(redaction.Redact(value), static (batch, stored, now) => batch.Record(stored, now));

    internal void Add(UsageEvent value) => Put(redaction.Redact(value), static (batch, stored, now) => batch.Record(stored, now));

    internal void Add(ContentEvent value) => Put(redaction.Redact(value), static (batch, stored, now) => batch.Record(stored, now));

    internal void Add(CheckpointEvent value) => Put(redaction.Redact(value), static (batch, stored, now) => batch.Record(stored, now));

    internal void Add(CompleteEvent value) => Put(redaction.Redact(value), static (batch, stored, now) => batch.Record(stored, now));

    internal void Add(ErrorEvent value) => Put(redaction.Redact(value), static (batch, stored, now) => batch.Record(stored, now));

    private void Put<TEvent>(TEvent stored, Action<LlmState.Batch, TEvent, EventOptions> record)
        where TEvent : IEvent<TEvent> =>
        Put(stored, SizeOf(stored), record);

    private void Put<TEvent>(TEvent stored, int size, Action<LlmState.Batch, TEvent, EventOptions> record)
        where TEvent : IEvent<TEvent>
    {
        record(writer.BatchFor(size), stored, _now);
        Count++;
    }

    // Written twice, which is little beside anything else: only the bytes themselves tell how many they are.
    private static int SizeOf<TEvent>(in TEvent value)
        where TEvent : IEvent<TEvent>
    {
        using var buffer = new PooledBuffer();
        var bytes = new MessagePackWriter(buffer);
        _ = TEvent.Record(ref bytes, in value);
        return bytes.Position;
    }
}
