using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook;

/// <summary>
/// Ledger events as recorded events: a run is a stream, a kind an event type, the actor stands in the metadata; the payload holds the rest. The version of
/// what a ledger event says is a member and no version of its type, so that whoever takes a kind takes all of it.
/// </summary>
internal sealed class LedgerFormat(TimeProvider clock)
{
    private const int Members = 6;

    private readonly ConcurrentDictionary<string, RecordSchema> _schemas = new(StringComparer.Ordinal);

    internal void Add(AppendBatch batch, LedgerEvent value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value.Turn, nameof(value));
        ArgumentOutOfRangeException.ThrowIfLessThan(value.SchemaVersion, 1, nameof(value));
        ArgumentNullException.ThrowIfNull(value.Actor, nameof(value));
        if (!LedgerKind.IsValid(value.Kind))
        {
            throw new ArgumentException($"'{value.Kind}' is no kind of ledger event: write two or more words of a–z and 0–9 joined by dots, such as agent.spoke.", nameof(value));
        }

        if (value.Payload.ValueKind == JsonValueKind.Undefined)
        {
            throw new ArgumentException("A ledger event needs a payload: leave it out for an empty object.", nameof(value));
        }

        if (value.SessionId is not null && !string.Equals(value.SessionId, LedgerEvent.NormalizeSessionId(value.SessionId), StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{value.SessionId}' is no session id; NormalizeSessionId gives one or null.", nameof(value));
        }

        int start = batch.Buffer.Length;
        var writer = new MessagePackWriter(batch.Buffer);
        writer.WriteArrayHeader(Members);
        writer.Write(value.Turn);
        writer.Write(value.Payload);
        writer.Write(value.SessionId);
        writer.Write(value.ModelProfile);
        writer.Write(value.ModelId);
        writer.Write(value.SchemaVersion);
        writer.Flush();
        RecordSchema schema = _schemas.GetOrAdd(value.Kind, SchemaOf);
        batch.Add(schema, value.Id, value.CreatedAt ?? clock.GetUtcNow(), new() { Actor = value.Actor }, start);
    }

    /// <summary>Reads an event of a run; null when it is redacted, or something else that somebody put into the stream.</summary>
    internal static LedgerEntry? Read(EventPage page, int index)
    {
        ref readonly RecordedEvent recorded = ref page.Events[index];
        RecordSchema schema = page.Types[recorded.TypeIndex];
        if (!IsOfLedger(schema))
        {
            return null;
        }

        try
        {
            var reader = new MessagePackReader(page.PayloadOf(recorded));
            int count = reader.ReadArrayHeader();
            if (count < Members)
            {
                throw new MessagePackFormatException($"A ledger event has {Members} members, not {count}.", reader.Position);
            }

            var value = new LedgerEvent
            {
                Id = recorded.Id,
                RunId = Ledger.RunOf(recorded.StreamId),
                Turn = reader.ReadInt32(),
                Kind = schema.Name,
                Actor = recorded.Metadata?.Actor ?? "",
                Payload = reader.ReadJsonElement(),
                CreatedAt = new(recorded.TimestampTicks, TimeSpan.Zero),
                SessionId = reader.ReadString(),
                ModelProfile = reader.ReadString(),
                ModelId = reader.ReadString(),
                SchemaVersion = reader.ReadInt32(),
            };
            return new(value, recorded.Sequence, recorded.Offset);
        }
        catch (MessagePackFormatException exception)
        {
            throw new CorruptEventException(recorded.StreamId, recorded.Sequence, new(schema.Name, schema.Version), exception);
        }
    }

    // By its members and not by its category, which is the stream's: a redacted event keeps that.
    private static bool IsOfLedger(RecordSchema schema)
    {
        ReadOnlySpan<WireKind> layout = [WireKind.Int32, WireKind.Json, WireKind.String, WireKind.String, WireKind.String, WireKind.Int32];
        ImmutableArray<WireMember> members = schema.Record.Members;
        bool isOne = members.Length >= layout.Length;
        for (int i = 0; isOne && i < layout.Length; i++)
        {
            isOne = members[i].Key == i && members[i].Type.Kind == layout[i];
        }

        return isOne;
    }

    private static RecordSchema SchemaOf(string kind) =>
        new($"event {kind}@1 (0 Turn: int32, 1 Payload: json, 2 SessionId: string?, 3 ModelProfile: string?, 4 ModelId: string?, 5 SchemaVersion: int32 = 1)");
}
