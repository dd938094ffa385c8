using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook.Tests.EndToEnd.Versions;

/// <summary>Appends what a program of an older version would have recorded.</summary>
internal static class OldStream
{
    public const string Id = "order-1";

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task AppendAsync<TEvent>(IEventStore store, TEvent value, string? name = null)
        where TEvent : IEvent<TEvent>
    {
        using var batch = new AppendBatch();
        batch.Start(Id, "order");
        var writer = new MessagePackWriter(batch.Buffer);
        TEvent.Write(ref writer, in value);
        writer.Flush();
        RecordSchema schema = name is null ? TEvent.Schema : new(TEvent.Schema.Text.Replace(TEvent.Schema.Name + "@", name + "@", StringComparison.Ordinal));
        StreamInfo? info = await store.GetStreamInfoAsync(Id, TestContext.Current.CancellationToken);
        batch.Add(schema, new(Guid.CreateVersion7()), Start.AddMinutes(info?.Version ?? 0), metadata: null, payloadStart: 0);
        await store.AppendAsync(batch, TestContext.Current.CancellationToken);
    }

    /// <summary>One event of each kind of change, old and new ones mixed.</summary>
    public static async Task<IEventStore> CreateAsync()
    {
        IEventStore store = EventStores.Memory();
        await AppendAsync(store, new ItemAddedV1("a"), "order.added");
        await AppendAsync(store, new ItemAddedV1("b"));
        await AppendAsync(store, new ItemAddedV2("c", 0));
        await AppendAsync(store, new ItemAddedV2("d", 2));
        await AppendAsync(store, new ItemAdded("e", 1, 1m));
        await AppendAsync(store, new PlacedV1("ada", "p", 7));
        await AppendAsync(store, new PlacedV1("eve", null, 0));
        await AppendAsync(store, new Settled("q", 0));
        await AppendAsync(store, new NotedV1(""));
        await AppendAsync(store, new NotedV1("hello"));
        await AppendAsync(store, new TaggedV1("x", null, "z"));
        await AppendAsync(store, new TaggedV1("x", "y", "z"));
        return store;
    }
}
