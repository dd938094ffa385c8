using Daybook.CrashTesting;

namespace Daybook.FileStoreTests;

/// <summary>All that a store tells of its content, as lines of text to compare.</summary>
internal static class StoreContent
{
    internal static async Task<List<string>> ReadAsync(IEventStore store)
    {
        List<string> lines = await store.ReadFeedAsync(777);
        string? continuation = null;
        do
        {
            StreamListing listing = await store.ListStreamsAsync("", continuation, 3);
            foreach (StreamInfo info in listing.Streams)
            {
                lines.Add($"listed {info}");
                lines.Add($"found {await store.GetStreamInfoAsync(info.StreamId)}");
                lines.AddRange((await store.ReadTextsAsync(info.StreamId)).Select((entry, sequence) => $"{info.StreamId}/{sequence} {entry}"));
                long middle = info.Version / 2;
                lines.AddRange((await store.ReadTextsAsync(info.StreamId, middle)).Select((entry, count) => $"{info.StreamId}/{middle + count} {entry}"));
            }

            continuation = listing.Continuation;
        }
        while (continuation is not null);
        return lines;
    }
}
