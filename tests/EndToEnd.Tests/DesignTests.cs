namespace Daybook.Tests.EndToEnd;

/// <summary>The code that the design promises to users, as it stands there, and what its comments say.</summary>
public sealed class DesignTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task The_promised_code_works_on_the_memory_store()
    {
        await using IEventStore store = EventStores.Memory();
        await PromisedCodeAsync(store);
    }

    [Fact]
    public async Task The_promised_code_works_on_the_file_store()
    {
        await using IEventStore store = EventStores.File(_directory);
        await PromisedCodeAsync(store);
    }

    private static async Task PromisedCodeAsync(IEventStore store)
    {
        var recorder = new Cart.Recorder(store, "cart-42");
        await recorder.RecordOpenedAsync("ada");
        await recorder.RecordItemAddedAsync("sku-1", 2, 9.95m);
        await using (var batch = recorder.Batch())
        {
            batch.RecordItemAdded("sku-2", 1, 0.05m);
            batch.RecordCheckedOut("pay-7");
            await batch.CommitAsync();
        }

        Versioned<Cart> cart = await store.LoadAsync<Cart>("cart-42");
        Assert.Equal(4, cart.Version);
        Assert.Equal("ada", cart.State.Customer);
        Assert.Equal([new("sku-1", 2, 9.95m), new("sku-2", 1, 0.05m)], cart.State.Lines);
        Assert.NotNull(cart.State.CheckedOutAt);

        await recorder.UpdateAsync((state, batch) => { if (state.CheckedOutAt is null) batch.RecordCheckedOut("pay-7"); });
        Assert.Equal(4, (await store.LoadAsync<Cart>("cart-42")).Version);
        await recorder.RecordAsync(new ItemAdded("sku-3", 1, 1m));
        Assert.Equal(5, (await store.LoadAsync<Cart>("cart-42")).Version);

        var seen = new List<string>();
        var states = new List<int>();
        await using var replay = store.Replay<Cart>("cart-42", new() { Speed = 1_000_000 });
        replay.On<ItemAdded>((e, context) => seen.Add($"{context.Sequence}: {e.Sku}"));
        await foreach (var envelope in replay)
        {
            states.Add(replay.State.Lines.Count);
            Assert.Equal(envelope.Sequence, replay.Position);
        }

        Assert.Equal(["1: sku-1", "2: sku-2", "4: sku-3"], seen);
        Assert.Equal([0, 1, 2, 2, 3], states);

        Cart before = cart.State;
        Cart after = before with { Lines = [.. before.Lines.Take(1), before.Lines[1] with { Quantity = 3 }, .. before.Lines.Skip(2)] };
        StateComparison diff = StateComparer.Compare(before, after);
        Assert.False(diff.Identical);
        Assert.Equal("Lines[1].Quantity: 1 vs 3", diff.Differences.Single().ToString());
        Assert.True(StateComparer.Compare(before, before with { }).Identical);
    }
}
