using Daybook;
using MemoryStore;

// memory:   file:./events   sqlite:./events.db   file:./events?readonly=true   memory:?chain=true&ttl=7.00:00:00
string connectionString = args.Length > 0 ? args[0] : "memory:";
EventStoreRegistry registry = new EventStoreRegistry().AddSqlite();
try
{
    await using IEventStore store = await EventStores.OpenAsync(connectionString, registry);
    if (!store.Capabilities.IsReadOnly)
    {
        var recorder = new Counter.Recorder(store, "counter-1");
        for (int i = 1; i <= 10; i++)
        {
            _ = await recorder.RecordCountedAsync(i);
        }
    }

    Versioned<Counter> counter = await store.LoadAsync<Counter>("counter-1");
    Console.WriteLine($"{counter.State.Value} after {counter.Version} events");
    return 0;
}
catch (Exception exception) when (exception is DaybookException or InvalidConnectionStringException)
{
    await Console.Error.WriteLineAsync($"AnyStore: {exception.Message}");
    return 1;
}
