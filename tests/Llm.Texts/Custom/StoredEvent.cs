using System.Text.Json;
using Daybook.Stores;

namespace Daybook.Tests.Llm.Texts.Custom;

/// <summary>An event as the custom stores keep it: as JSON, like the stores of the texts.</summary>
internal sealed record StoredEvent(
    string StreamId, long Sequence, long Offset, Guid Id, long Ticks, string Schema, string? Category, StoredMetadata? Metadata, byte[] Payload)
{
    internal static StoredEvent Of(AppendBatch batch, int index, long sequence, long offset)
    {
        PendingEvent pending = batch.Events[index];
        return new(
            batch.StreamId,
            sequence,
            offset,
            pending.Id.ToGuid(),
            pending.TimestampTicks,
            pending.Schema.Text,
            batch.Category,
            StoredMetadata.Of(pending.Metadata),
            batch.PayloadOf(pending).ToArray());
    }

    internal static StoredEvent Parse(string json) => JsonSerializer.Deserialize<StoredEvent>(json)!;

    internal string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>A stream that was never truncated, by its first and its last event.</summary>
    internal static StreamInfo InfoOf(StoredEvent first, StoredEvent last) => new()
    {
        StreamId = first.StreamId,
        Category = first.Category,
        Version = last.Sequence + 1,
        FirstSequence = 0,
        Incarnation = new(first.Id),
        FirstTimestamp = new(first.Ticks, TimeSpan.Zero),
        LastTimestamp = new(last.Ticks, TimeSpan.Zero),
    };
}
