using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>
/// Events on their way into one stream, all or nothing. The caller owns it and may use it again once the append has
/// ended; a store keeps nothing of it. Not safe for concurrent use.
/// </summary>
public sealed class AppendBatch : IDisposable
{
    private PendingEvent[] _events = new PendingEvent[1];

    /// <summary>The stream that the events go to.</summary>
    public string StreamId { get; private set; } = "";

    /// <summary>The category that the stream gets if this append creates it.</summary>
    public string? Category { get; private set; }

    /// <summary>What the append expects of the stream's version.</summary>
    public ExpectedVersion ExpectedVersion { get; set; }

    /// <summary>
    /// The <see cref="StreamInfo.Incarnation"/> that the stream must have if it exists; empty for no expectation. A
    /// mismatch is a <see cref="ConcurrencyException"/>.
    /// </summary>
    public EventId ExpectedIncarnation { get; set; }

    /// <summary>
    /// How the stream begins if this append creates it: null for an ordinary stream, which begins at sequence 0. For copies; only for
    /// stores that <see cref="StoreCapabilities.CanTruncate">can truncate</see>.
    /// </summary>
    public StreamOrigin? Origin { get; set; }

    /// <summary>What the append must survive before it is acknowledged.</summary>
    public Durability Durability { get; set; }

    /// <summary>The payloads, one after the other.</summary>
    public PooledBuffer Buffer { get; } = new();

    /// <summary>How many events there are.</summary>
    public int Count { get; private set; }

    /// <summary>The events in order.</summary>
    public ReadOnlySpan<PendingEvent> Events => _events.AsSpan(0, Count);

    /// <summary>Forgets what the batch held and starts anew for a user's stream.</summary>
    /// <param name="streamId">The stream that the events go to.</param>
    /// <param name="category">The category that the stream gets if this append creates it; null for none.</param>
    /// <exception cref="InvalidStreamIdException">The id breaks the rules of <see cref="Daybook.StreamId"/>.</exception>
    public void Start(string streamId, string? category = null)
    {
        Daybook.StreamId.Validate(streamId);
        Reset(streamId, category);
    }

    /// <summary>Adds an event whose payload was just written to the end of <see cref="Buffer"/>.</summary>
    /// <param name="schema">The event's type and members.</param>
    /// <param name="id">The idempotency key; not empty.</param>
    /// <param name="timestamp">When the event was recorded.</param>
    /// <param name="metadata">The metadata; null for none.</param>
    /// <param name="payloadStart">The buffer's length before the payload was written.</param>
    public void Add(RecordSchema schema, EventId id, DateTimeOffset timestamp, EventMetadata? metadata, int payloadStart)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentOutOfRangeException.ThrowIfNegative(payloadStart);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payloadStart, Buffer.Length);
        if (id.IsEmpty)
        {
            throw new ArgumentException("An event needs an id.", nameof(id));
        }

        if (Count == _events.Length)
        {
            Array.Resize(ref _events, _events.Length * 2);
        }

        EventMetadata? kept = metadata is null || metadata.IsEmpty ? null : metadata;
        _events[Count++] = new(schema, id, timestamp.UtcTicks, kept, payloadStart, Buffer.Length - payloadStart);
    }

    /// <summary>The payload of one of the events.</summary>
    /// <param name="pending">An event of this batch.</param>
    /// <returns>Its bytes, valid until the batch changes.</returns>
    public ReadOnlySpan<byte> PayloadOf(in PendingEvent pending) => Buffer.WrittenSpan.Slice(pending.PayloadStart, pending.PayloadLength);

    /// <summary>Gives the buffer back.</summary>
    public void Dispose() => Buffer.Dispose();

    /// <summary>Starts anew for a stream of Daybook's own.</summary>
    internal void StartSystem(string streamId)
    {
        Daybook.StreamId.ValidateAny(streamId);
        Reset(streamId, category: null);
    }

    private void Reset(string streamId, string? category)
    {
        StreamId = streamId;
        Category = category;
        ExpectedVersion = ExpectedVersion.Any;
        ExpectedIncarnation = default;
        Origin = null;
        Durability = Durability.StoreDefault;
        Buffer.Clear();
        // Only what may hold references needs clearing.
        Array.Clear(_events, 0, Count);
        Count = 0;
    }
}
