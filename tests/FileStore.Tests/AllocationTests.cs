using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class AllocationTests
{
    [Fact]
    public async Task One_caller_allocates_nothing_but_the_growing_index()
    {
        using var directory = new TestDirectory();
        await using var store = FileEventStore.Open(directory.Store, new() { Durability = Durability.Written });
        using var batch = new AppendBatch();
        Append(5000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Append(5000);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 5000, 0, 32);

        void Append(int count)
        {
            for (int i = 0; i < count; i++)
            {
                batch.Start("s");
                batch.AddText("token");
                ValueTask<AppendResult> append = store.AppendAsync(batch);
                Assert.True(append.IsCompletedSuccessfully);
                _ = append.Result;
            }
        }
    }
}
