using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.Tests.Stores;

/// <summary>What reading allocates. Nothing else runs meanwhile: it would take arrays out of the pools.</summary>
[Collection(nameof(ReadAllocationTests))]
[CollectionDefinition(nameof(ReadAllocationTests), DisableParallelization = true)]
public sealed class ReadAllocationTests(ITestOutputHelper output)
{
    private const int Events = 4000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("memory", false)]
    [InlineData("memory", true)]
    [InlineData("file", false)]
    [InlineData("file", true)]
    [InlineData("sqlite", false)]
    [InlineData("sqlite", true)]
    public async Task Reading_allocates_less_than_one_and_a_half_times_what_is_read(string kind, bool hasMetadata)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("daybook-");
        await using (IEventStore store = kind == "memory" ? EventStores.Memory() : TestStores.Open(kind, Path.Combine(directory.FullName, "store")))
        {
            long size = await FillAsync(store, hasMetadata);
            await CheckAsync("stream", size, from => store.ReadStreamAsync("s", from, 1000, Token));
            await CheckAsync("feed", size, from => store.ReadFeedAsync(from, 1000, Token));
            await CheckAsync("query", size, from => store.ReadQueryAsync(new() { Types = [new("token", 1)] }, from, 1000, Token));
        }

        directory.Delete(recursive: true);
    }

    // Each event its own append: what a store keeps per append counts, too.
    private static async Task<long> FillAsync(IEventStore store, bool hasMetadata)
    {
        var metadata = new EventMetadata { CorrelationId = "correlation", Actor = "somebody", Headers = EventMetadata.Empty.Headers.Add("a", "b") };
        using var batch = new AppendBatch();
        for (int i = 0; i < Events; i++)
        {
            batch.Start("s");
            batch.AddText("a text of some forty characters, or so it is", metadata: hasMetadata ? metadata : null);
            batch.Durability = Durability.Written;
            _ = await store.AppendAsync(batch, Token);
        }

        return batch.Buffer.Length;
    }

    private async Task CheckAsync(string what, long size, Func<long, ValueTask<EventPage>> read)
    {
        Assert.Equal(Events, await ReadAsync(read));
        long before = GC.GetAllocatedBytesForCurrentThread();
        ValueTask<int> again = ReadAsync(read);
        double each = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Events;
        Assert.True(again.IsCompletedSuccessfully);
        Assert.Equal(Events, await again);
        output.WriteLine($"{what}: {each:F1} bytes allocated for an event of {size}");
        Assert.InRange(each, 0, size * 1.5);
    }

    private static async ValueTask<int> ReadAsync(Func<long, ValueTask<EventPage>> read)
    {
        int count = 0;
        for (long from = 0; ;)
        {
            using EventPage page = await read(from);
            if (page.Count == 0)
            {
                return count;
            }

            count += page.Count;
            from = page.Next;
        }
    }
}
