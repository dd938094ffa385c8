using System.Globalization;
using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.Tests.Stores;

/// <summary>
/// Kills writers of a file store while they compact it and another process reads. <c>DAYBOOK_KILLS</c> says how often for a
/// quarter of them; twenty-five times unless it does.
/// </summary>
public sealed class KilledCompactionTests(ITestOutputHelper output)
{
    private const int KillsPerStore = 5;
    private const int LongestWait = 500;
    private const int Seed = 20_250_103;

    // Segments that are being rewritten, until they take the old ones' names.
    private const string Rewritten = "0*.tmp";

    [Fact]
    public async Task A_reader_in_another_process_sees_every_event_once_whatever_becomes_of_compactions()
    {
        int stores = int.Parse(Environment.GetEnvironmentVariable("DAYBOOK_KILLS") ?? "100", CultureInfo.InvariantCulture) / 4 / KillsPerStore;
        var random = new Random(Seed);
        int interrupted = 0;
        int rewritten = 0;
        int leftBehind = 0;
        int events = 0;
        for (int i = 0; i < stores; i++)
        {
            DirectoryInfo directory = Directory.CreateTempSubdirectory("daybook-");
            string place = Path.Combine(directory.FullName, "store");
            WriterLog log = await WriterLog.OfNewStoreAsync();
            FollowingReader? reader = null;
            try
            {
                for (int kill = 0; kill < KillsPerStore; kill++)
                {
                    using KilledWriter writer = await KilledWriter.StartAsync("file", place, (i * KillsPerStore) + kill, TtlMode.Streams);
                    reader ??= new FollowingReader(place);
                    for (int compactions = random.Next(1, 4); compactions > 0; compactions--)
                    {
                        await writer.WaitForAsync("compact !");
                    }

                    if (kill % 2 == 0)
                    {
                        WaitForRewriting(place);
                    }

                    log.Take(await writer.KillAsync(TimeSpan.FromMilliseconds(kill % 2 == 0 ? 0 : random.Next(15))));
                    leftBehind += Directory.GetFiles(place, Rewritten).Length;
                }

                List<(long Offset, string Event)> remaining = await FinishAsync(place, log);
                List<(long Offset, string Event)> seen = await reader!.EndAsync();
                Check(seen, remaining);
                events += seen.Count;
            }
            finally
            {
                reader?.Dispose();
            }

            interrupted += log.Interrupted;
            rewritten += log.Rewritten;
            directory.Delete(recursive: true);
        }

        output.WriteLine(
            $"seed {Seed}: {stores * KillsPerStore} kills, {interrupted} in the midst of a compaction, {leftBehind} of them of a segment; {rewritten} segments rewritten, {events} events seen by readers");
        Assert.True(interrupted > 0 && rewritten > 0);
    }

    /// <summary>Waits until a segment is being rewritten, or for so long that there seems to be nothing to rewrite.</summary>
    private static void WaitForRewriting(string place)
    {
        long start = Environment.TickCount64;
        while (!Directory.EnumerateFiles(place, Rewritten).Any() && Environment.TickCount64 - start < LongestWait)
        {
            _ = Thread.Yield();
        }
    }

    /// <summary>Opens the store as the next writer, and compacts it to the end.</summary>
    /// <returns>What is left in the feed.</returns>
    private static async Task<List<(long Offset, string Event)>> FinishAsync(string place, WriterLog log)
    {
        await using var store = (FileEventStore)TestStores.Open("file", place);
        Assert.Empty(Directory.GetFiles(place, Rewritten));
        List<(long Offset, string Event)> before = await ReadAsync(store);
        _ = await store.CompactAsync(0);
        Assert.Equal(0, (await store.CompactAsync(0)).RewrittenSegments);
        Assert.Equal(before, await ReadAsync(store));
        foreach (((string stream, long sequence), (_, EventId id)) in log.Appends)
        {
            using EventPage page = await store.ReadStreamAsync(stream, sequence, 1);
            Assert.Equal(id, page.Events[0].Id);
        }

        return before;
    }

    private static void Check(List<(long Offset, string Event)> seen, List<(long Offset, string Event)> remaining)
    {
        for (int i = 1; i < seen.Count; i++)
        {
            Assert.True(seen[i].Offset > seen[i - 1].Offset, "the feed went back");
        }

        // What was cut off or deleted may be gone before the reader came to it, or since; of all others nothing may be.
        Assert.Empty(remaining.Except(seen));
        Assert.DoesNotContain(seen.Except(remaining), entry => entry.Event.StartsWith("stream-", StringComparison.Ordinal));
    }

    private static async Task<List<(long Offset, string Event)>> ReadAsync(IEventStore store)
    {
        var events = new List<(long, string)>();
        for (long from = 0; ;)
        {
            using EventPage page = await store.ReadFeedAsync(from, 5000);
            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                events.Add((recorded.Offset, string.Create(CultureInfo.InvariantCulture, $"{recorded.StreamId} {recorded.Sequence} {recorded.Id}")));
            }

            if (page.Count == 0)
            {
                return events;
            }

            from = page.Next;
        }
    }
}
