using System.Security.Cryptography;
using System.Text;
using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook.CrashTesting;

/// <summary>Short ways to append in tests.</summary>
public static class TestAppends
{
    public static readonly RecordSchema Token = new("event token@1 (0 Value: string)");

    public static readonly RecordSchema Other = new("event other@2 (0 Value: string)");

    public static readonly RecordSchema Redacted = new("event redacted@1 (0 Value: string)");

    private static long _lastId;

    /// <summary>A version 7 id greater than all before.</summary>
    public static EventId NextId()
    {
        long value = Interlocked.Increment(ref _lastId);
        long milliseconds = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        return new(((ulong)milliseconds << 16) | 0x7000 | ((ulong)value >> 32 & 0xFFF), 0x8000_0000_0000_0000UL | ((ulong)value << 24) | (uint)Environment.ProcessId);
    }

    public static void AddText(this AppendBatch batch, string text, EventId id = default, EventMetadata? metadata = null, RecordSchema? schema = null, DateTimeOffset? at = null)
    {
        int start = batch.Buffer.Length;
        var writer = new MessagePackWriter(batch.Buffer);
        writer.WriteArrayHeader(1);
        writer.Write(text);
        writer.Flush();
        batch.Add(schema ?? Token, id.IsEmpty ? NextId() : id, at ?? DateTimeOffset.UtcNow, metadata, start);
    }

    public static async Task<AppendResult> AppendTextAsync(this IEventStore store, string streamId, params string[] texts)
    {
        using var batch = new AppendBatch();
        batch.Start(streamId, "test");
        foreach (string text in texts)
        {
            batch.AddText(text);
        }

        return await store.AppendAsync(batch);
    }

    public static async Task<List<(EventId Id, string Text)>> ReadTextsAsync(this IEventStore store, string streamId, long from = 0)
    {
        var result = new List<(EventId, string)>();
        while (true)
        {
            using EventPage page = await store.ReadStreamAsync(streamId, from, 1000);
            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                if (recorded.Sequence != from++)
                {
                    throw new InvalidOperationException($"Sequence {recorded.Sequence} instead of {from - 1}.");
                }

                result.Add((recorded.Id, TextOf(page, recorded)));
            }

            if (page.Count == 0)
            {
                return result;
            }
        }
    }

    public static string TextOf(EventPage page, in RecordedEvent recorded)
    {
        var reader = new MessagePackReader(page.PayloadOf(recorded));
        _ = reader.ReadArrayHeader();
        return reader.ReadRequiredString();
    }

    public static async Task<List<string>> ReadFeedAsync(this IEventStore store, int pageSize = 1000)
    {
        var result = new List<string>();
        long from = 0;
        long last = -1;
        while (true)
        {
            using EventPage page = await store.ReadFeedAsync(from, pageSize);
            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                if (recorded.Offset <= last)
                {
                    throw new InvalidOperationException("The feed goes back.");
                }

                last = recorded.Offset;
                result.Add($"{recorded.StreamId}/{recorded.Sequence}:{TextOf(page, recorded)}");
            }

            if (page.Count == 0)
            {
                return result;
            }

            from = page.Next;
        }
    }

    /// <summary>Tells lines from others in few letters.</summary>
    public static string HashOf(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..16];
}
