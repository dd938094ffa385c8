using Daybook;
using MemoryStore;

await using IEventStore store = EventStores.Memory();
var recorder = new Counter.Recorder(store, "counter-1");
for (int i = 1; i <= 10; i++)
{
    _ = await recorder.RecordCountedAsync(i);
}

Versioned<Counter> counter = await store.LoadAsync<Counter>("counter-1");
Console.WriteLine($"{counter.State.Value} after {counter.Version} events");
