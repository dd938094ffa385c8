using CustomStore;
using Daybook;
using MemoryStore;

// Registered by a name of its own, the store opens by connection string like any other.
EventStoreRegistry registry = new EventStoreRegistry().Register("list", [], _ => new ListEventStore());
await using IEventStore store = await EventStores.OpenAsync("list:?ttl=7.00:00:00", registry);

var recorder = new Counter.Recorder(store, "counter-1");
for (int i = 1; i <= 10; i++)
{
    _ = await recorder.RecordCountedAsync(i);
}

Versioned<Counter> counter = await store.LoadAsync<Counter>("counter-1");
Console.WriteLine($"{counter.State.Value} after {counter.Version} events");
