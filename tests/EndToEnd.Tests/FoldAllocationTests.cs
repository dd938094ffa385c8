namespace Daybook.Tests.EndToEnd;

/// <summary>What a fold allocates beside the events and the states that it makes.</summary>
public sealed class FoldAllocationTests
{
    private const int Events = 4000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("memory")]
    [InlineData("file")]
    [InlineData("sqlite")]
    public async Task A_fold_allocates_less_than_one_and_a_half_times_its_events_and_states(string kind)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("daybook-");
        string path = Path.Combine(directory.FullName, "store");
        await using (IEventStore store = kind switch { "memory" => EventStores.Memory(), "file" => EventStores.File(path), _ => SqliteEventStores.Open(path) })
        {
            var recorder = new Cart.Recorder(store, "cart");
            for (int i = 0; i < Events; i++)
            {
                _ = await recorder.RecordOpenedAsync($"somebody with the number {i:D4}", new() { Durability = Durability.Written }, Stop);
            }

            _ = await store.LoadAsync<Cart>("cart", cancellationToken: Stop);
            long before = GC.GetAllocatedBytesForCurrentThread();
            ValueTask<Versioned<Cart>> load = store.LoadAsync<Cart>("cart", cancellationToken: Stop);
            double each = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Events;
            Assert.True(load.IsCompletedSuccessfully);
            Cart cart = (await load).State;
            Assert.Equal($"somebody with the number {Events - 1:D4}", cart.Customer);
            Assert.InRange(each, 0, OwnSize(cart) * 1.5);
        }

        directory.Delete(recursive: true);
    }

    // The text, the event and the state that it leads to.
    private static long OwnSize(Cart cart)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var opened = new Opened(new string('x', cart.Customer.Length));
        Cart next = cart with { Customer = opened.Customer };
        long size = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(next);
        return size;
    }
}
