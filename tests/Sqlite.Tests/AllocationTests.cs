using Daybook.CrashTesting;
using Daybook.Stores;
using Daybook.Stores.Sqlite;

namespace Daybook.SqliteTests;

public sealed class AllocationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reading_allocates_less_than_one_and_a_half_times_what_is_read(bool hasMetadata)
    {
        const int Events = 4000;
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open();
        var metadata = new EventMetadata { CorrelationId = "correlation", Actor = "somebody", Headers = EventMetadata.Empty.Headers.Add("a", "b") };
        using var batch = new AppendBatch();
        batch.Start("s");
        for (int i = 0; i < Events; i++)
        {
            batch.AddText("a text of some forty characters, or so it is", metadata: hasMetadata ? metadata : null);
        }

        _ = await store.AppendAsync(batch);
        long size = batch.Buffer.Length / Events;
        await CheckAsync(from => store.ReadStreamAsync("s", from, 1000));
        await CheckAsync(from => store.ReadFeedAsync(from, 1000));
        await CheckAsync(from => store.ReadQueryAsync(new() { Types = [new("token", 1)] }, from, 1000));

        async Task CheckAsync(Func<long, ValueTask<EventPage>> read)
        {
            Assert.Equal(Events, await ReadAsync(read));
            long before = GC.GetAllocatedBytesForCurrentThread();
            ValueTask<int> again = ReadAsync(read);
            Assert.True(again.IsCompletedSuccessfully);
            Assert.Equal(Events, again.Result);
            Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / (double)Events, 0, size * 1.5);
        }
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
