using System.Globalization;
using Daybook;
using Shop;

// Cart [connection string]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
await using IEventStore store = await EventStores.OpenAsync(args.Length > 0 ? args[0] : "memory:");

var recorder = new Cart.Recorder(store, "cart-42");
_ = await recorder.RecordOpenedAsync("ada");
_ = await recorder.RecordItemAddedAsync("sku-1", 2, 9.95m);

// One append, all or nothing.
await using (var batch = recorder.Batch())
{
    batch.RecordItemAdded("sku-2", 1, 0.05m);
    batch.RecordItemAdded("sku-3", 3, 1m);
    _ = await batch.CommitAsync();
}

Versioned<Cart> open = await store.LoadAsync<Cart>("cart-42");
Console.WriteLine($"{open.State.Customer} has {open.State.Lines.Count} lines, {open.State.Total} in all, at version {open.Version}");

// Load, decide, append; again from the beginning if somebody else was faster. So a cart is paid once, however many try.
await Task.WhenAll(Enumerable.Range(0, 3).Select(async n => await recorder.UpdateAsync((cart, batch) =>
{
    if (cart.CheckedOutAt is null)
    {
        batch.RecordCheckedOut($"pay-{n}");
    }
})));
Versioned<Cart> paid = await store.LoadAsync<Cart>("cart-42");
Console.WriteLine($"paid: {paid.State.CheckedOutAt is not null}, at version {paid.Version}");

// What it was after its second event, and what has changed since.
Versioned<Cart> early = await store.LoadAsync<Cart>("cart-42", asOf: 1);
Console.WriteLine($"after two events: {early.State.Total}");
foreach (var difference in StateComparer.Compare(early.State, open.State).Differences)
{
    Console.WriteLine($"  {difference}");
}

// Event by event, with the state up to each.
await using var replay = store.Replay<Cart>("cart-42");
await foreach (Envelope envelope in replay)
{
    Console.WriteLine($"{envelope.Sequence} {envelope.EventType.Name}: {replay.State.Total}");
}
