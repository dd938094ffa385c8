namespace Daybook.Tests.EndToEnd.Versions;

// By name: members in another order, one with a type of its own, one that is new.
[Event("rolled.moved")] public partial record MovedV1(string What, Place? To, int Times = 1);
[Event("rolled.moved", Version = 2, WriteVersion = 1)] public partial record Moved(int Times, string Why, string What, Place? To);
public sealed record Place(string Name, int[] Shelves);

// By a downcaster.
[Event("rolled.weighed")] public readonly partial record struct WeighedV1(int Grams);
[Event("rolled.weighed", Version = 2, WriteVersion = 1)] public readonly partial record struct Weighed(decimal Kilograms);

public static class RolledCasters
{
    [Upcaster] public static Moved Up(MovedV1 e) => new(e.Times, "unknown", e.What, e.To);
    [Upcaster] public static Weighed Up(WeighedV1 e) => new(e.Grams / 1000m);
    [Downcaster] public static WeighedV1 Down(Weighed e) => new((int)(e.Kilograms * 1000));
}

[State("rolled")]
public partial record Rolled
{
    public Moved? Last { get; init; }
    public decimal Kilograms { get; init; }

    [Reducer] Rolled On(Moved e) => this with { Last = e };
    [Reducer] Rolled On(Weighed e) => this with { Kilograms = Kilograms + e.Kilograms };
}

public sealed class WriteVersionTests
{
    [Fact]
    public async Task Events_are_recorded_as_the_version_to_write()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new Rolled.Recorder(store, "r");
        await recorder.RecordMovedAsync(3, "why", "crate", new("north", [1, 2]));
        await recorder.RecordAsync(new Moved(2, "why", "box", null));
        await using (var batch = recorder.Batch())
        {
            batch.RecordWeighed(1.5m);
            batch.Record(new Weighed(0.25m));
            await batch.CommitAsync(TestContext.Current.CancellationToken);
        }

        List<Envelope> envelopes = await store.ReadEventsAsync("r").ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["rolled.moved@1", "rolled.moved@1", "rolled.weighed@1", "rolled.weighed@1"], envelopes.Select(envelope => envelope.EventType.ToString()));
        Assert.Equal([EventForms.SchemaOf<MovedV1>(), EventForms.SchemaOf<WeighedV1>()], new[] { envelopes[0].Schema, envelopes[2].Schema });
        Assert.True(envelopes[0].TryGet<MovedV1>(out var old));
        Assert.Equal(("crate", "north", 3), (old.What, old.To!.Name, old.Times));
        Assert.Equal([1, 2], old.To.Shelves);
        Assert.True(envelopes[1].TryGet<MovedV1>(out old));
        Assert.Equal(new("box", null, 2), old);
        Assert.True(envelopes[3].TryGet(out WeighedV1 weighed));
        Assert.Equal(250, weighed.Grams);
    }

    [Fact]
    public async Task What_is_recorded_as_an_older_version_comes_back_as_the_newest()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new Rolled.Recorder(store, "r");
        await recorder.RecordMovedAsync(3, "why", "crate", null);
        await recorder.RecordWeighedAsync(1.5m);
        await recorder.UpdateAsync((state, batch) => batch.RecordWeighed(state.Kilograms));
        Rolled rolled = (await store.LoadAsync<Rolled>("r")).State;
        Assert.Equal(new(3, "unknown", "crate", null), rolled.Last);
        Assert.Equal(3.0m, rolled.Kilograms);
    }
}
