using Daybook.Schema;
using Daybook.Stores;

namespace Daybook.Tests.Integrity;

/// <summary>An event as bytes and numbers, to be changed at will.</summary>
internal sealed record StoredEvent(
    string StreamId, long Sequence, EventId Id, long Ticks, RecordSchema Schema, EventMetadata? Metadata, byte[] Payload, ChainHash? Hash)
{
    public static StoredEvent Of(EventPage page, int index)
    {
        RecordedEvent recorded = page.Events[index];
        return new(
            recorded.StreamId, recorded.Sequence, recorded.Id, recorded.TimestampTicks, page.Types[recorded.TypeIndex], recorded.Metadata,
            page.PayloadOf(recorded).ToArray(), page.HashOf(recorded));
    }

    public static EventPage ToPage(IReadOnlyList<StoredEvent> events, StreamInfo info)
    {
        var types = new EventTypeTable();
        var buffer = new List<byte>();
        var recorded = new RecordedEvent[events.Count];
        for (int i = 0; i < events.Count; i++)
        {
            StoredEvent item = events[i];
            int type = types.IndexOf(item.Schema);
            recorded[i] = new()
            {
                StreamId = item.StreamId,
                Sequence = item.Sequence,
                Offset = i,
                Id = item.Id,
                TimestampTicks = item.Ticks,
                Metadata = item.Metadata,
                TypeIndex = type < 0 ? types.Add(item.Schema) : type,
                PayloadStart = buffer.Count,
                PayloadLength = item.Payload.Length,
                IsChained = item.Hash is not null,
            };
            buffer.AddRange(item.Payload);
            byte[] hash = new byte[ChainHash.Size];
            item.Hash?.Write(hash);
            buffer.AddRange(item.Hash is null ? [] : hash);
        }

        long next = events.Count == 0 ? info.Version : events[^1].Sequence + 1;
        return new(types, recorded, 0, recorded.Length, [.. buffer], next)
        {
            StreamVersion = info.Version,
            FirstSequence = info.FirstSequence,
            Incarnation = info.Incarnation,
        };
    }

    /// <summary>How many bits of this event somebody could change.</summary>
    public int Bits => 64 + 128 + 64 + (8 * Payload.Length) + (8 * ChainHash.Size) + (16 * Schema.Name.Length) + 32
        + (16 * (Metadata?.Actor?.Length ?? 0));

    /// <summary>The event with one bit changed; null where no store could hold the result.</summary>
    public StoredEvent? Flip(int bit)
    {
        if (Take(ref bit, 64))
        {
            return this with { Sequence = Sequence ^ (1L << bit) };
        }

        if (Take(ref bit, 128))
        {
            byte[] id = new byte[16];
            Id.Write(id);
            return this with { Id = EventId.Read(Flip(id, bit)) };
        }

        if (Take(ref bit, 64))
        {
            return this with { Ticks = Ticks ^ (1L << bit) };
        }

        if (Take(ref bit, 8 * Payload.Length))
        {
            return this with { Payload = Flip(Payload, bit) };
        }

        if (Take(ref bit, 8 * ChainHash.Size))
        {
            byte[] hash = new byte[ChainHash.Size];
            Hash!.Value.Write(hash);
            return this with { Hash = new(Flip(hash, bit)) };
        }

        if (Take(ref bit, 16 * Schema.Name.Length))
        {
            string name = Flip(Schema.Name, bit);
            return this with { Schema = new(Schema.Kind, name, Schema.Version, Schema.Fingerprint, $"{name} instead of {Schema.Text}") };
        }

        if (Take(ref bit, 32))
        {
            int version = Schema.Version ^ (1 << bit);
            return this with { Schema = new(Schema.Kind, Schema.Name, version, Schema.Fingerprint, $"{version} instead of {Schema.Text}") };
        }

        // Half a surrogate pair is no text.
        string actor = Flip(Metadata!.Actor!, bit);
        return actor.Any(char.IsSurrogate) ? null : this with { Metadata = Metadata with { Actor = actor } };
    }

    private static bool Take(ref int bit, int count)
    {
        if (bit < count)
        {
            return true;
        }

        bit -= count;
        return false;
    }

    private static byte[] Flip(byte[] bytes, int bit)
    {
        byte[] changed = [.. bytes];
        changed[bit / 8] ^= (byte)(1 << (bit % 8));
        return changed;
    }

    private static string Flip(string text, int bit)
    {
        char[] changed = text.ToCharArray();
        changed[bit / 16] ^= (char)(1 << (bit % 16));
        return new(changed);
    }
}
