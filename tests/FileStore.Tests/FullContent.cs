using System.Globalization;
using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

/// <summary>Everything that a store tells, down to offsets, metadata and hashes, as lines of text to compare.</summary>
internal static class FullContent
{
    internal static async Task<List<string>> ReadAsync(IEventStore store)
    {
        var lines = new List<string>();
        long next = 0;
        while (true)
        {
            using EventPage page = await store.ReadFeedAsync(next, 37);
            next = page.Next;
            Add(lines, page);
            if (page.Count == 0)
            {
                break;
            }
        }

        Assert.Equal(next, await store.GetFeedEndAsync());
        lines.Add($"end {next}");
        List<StreamInfo> streams = await ListAsync(store);
        foreach (StreamInfo info in streams.OrderBy(static info => info.StreamId, StringComparer.Ordinal))
        {
            Assert.Equal(info, await store.GetStreamInfoAsync(info.StreamId));
            lines.Add(info.ToString());
            for (long from = 0; ;)
            {
                using EventPage page = await store.ReadStreamAsync(info.StreamId, from, 11);
                Assert.Equal((info.Version, info.FirstSequence, info.Incarnation), (page.StreamVersion, page.FirstSequence, page.Incarnation));
                from = page.Next;
                Add(lines, page);
                if (page.Count == 0)
                {
                    Assert.Equal(info.Version, from);
                    break;
                }
            }
        }

        return lines;
    }

    private static async Task<List<StreamInfo>> ListAsync(IEventStore store)
    {
        var streams = new List<StreamInfo>();
        string? continuation = null;
        do
        {
            StreamListing listing = await store.ListStreamsAsync("", continuation, 2);
            streams.AddRange(listing.Streams);
            continuation = listing.Continuation;
        }
        while (continuation is not null);
        return streams;
    }

    private static void Add(List<string> lines, EventPage page)
    {
        foreach (ref readonly RecordedEvent recorded in page.Events)
        {
            lines.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{recorded.Offset} {recorded.StreamId}/{recorded.Sequence} {recorded.Id} {recorded.TimestampTicks} {page.Types[recorded.TypeIndex].Name} {recorded.Metadata?.Actor} {TestAppends.TextOf(page, recorded)} {page.HashOf(recorded)}"));
        }
    }
}
