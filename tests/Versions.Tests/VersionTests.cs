using System.Text.Json;
using Versions.App;

namespace Daybook.Tests.Versions;

/// <summary>Three versions of a program work on one store, one after the other.</summary>
public sealed class VersionTests : IDisposable
{
    private readonly string _store = Directory.CreateTempSubdirectory("daybook-versions-").FullName;

    public void Dispose() => Directory.Delete(_store, recursive: true);

    [Fact]
    public async Task Each_version_folds_what_the_others_recorded_and_appends_to_it()
    {
        var order = new History("order-1");
        await using (App first = await App.OpenAsync("V1", _store))
        {
            await FirstAsync(first, order);
        }

        await using (App second = await App.OpenAsync("V2", _store))
        {
            await CheckAllAsync(second, order);
            await SecondAsync(second, order);
        }

        await using App third = await App.OpenAsync("V3", _store);
        await CheckAllAsync(third, order);
        await ThirdAsync(third, order);
        await CheckAllAsync(third, order);
    }

    [Fact]
    public async Task Snapshots_of_other_versions_are_not_used()
    {
        var order = new History("order-1");
        await using (App first = await App.OpenAsync("V1", _store))
        {
            await FirstAsync(first, order);
            await order.SnapshotAsync(first);
            Assert.Equal($$"""{"Order":{{order.Version}},"Loyalty":null}""", await first.AskAsync(order.About("find snapshot")));
        }

        int ofSecond;
        await using (App second = await App.OpenAsync("V2", _store))
        {
            Assert.Equal("""{"Order":null,"Loyalty":null}""", await second.AskAsync(order.About("find snapshot")));
            await CheckAllAsync(second, order);
            await order.SnapshotAsync(second);
            ofSecond = order.Version;
            await SecondAsync(second, order);
            Assert.Equal($$"""{"Order":{{ofSecond}},"Loyalty":null}""", await second.AskAsync(order.About("find snapshot")));
            await CheckAllAsync(second, order);
        }

        await using (App third = await App.OpenAsync("V3", _store))
        {
            Assert.Equal("""{"Order":null,"Loyalty":null}""", await third.AskAsync(order.About("find snapshot")));
            await CheckAllAsync(third, order);
            await order.SnapshotAsync(third);
            await ThirdAsync(third, order);
            await CheckAllAsync(third, order);
        }

        // A version that is deployed again finds its own snapshot behind the others.
        await using App again = await App.OpenAsync("V2", _store);
        Assert.Equal($$"""{"Order":{{ofSecond}},"Loyalty":null}""", await again.AskAsync(order.About("find snapshot")));
    }

    [Fact]
    public async Task A_raised_version_alone_drops_snapshots()
    {
        Command Do(string what, int count = 0) => new(what, "loyalty-ada") { Count = count };
        await using (App first = await App.OpenAsync("V1", _store))
        {
            await first.AskAsync(Do("earn", 10));
            await first.AskAsync(Do("redeem", 3));
            Assert.Equal("""{"Version":2}""", await first.AskAsync(Do("snapshot")));
            Assert.Equal("""{"Balance":10}""", await first.AskAsync(Do("balance")));
        }

        await using (App second = await App.OpenAsync("V2", _store))
        {
            // Nothing has changed here, so this one is as good as one of its own.
            Assert.Equal("""{"Order":null,"Loyalty":2}""", await second.AskAsync(Do("find snapshot")));
            await second.AskAsync(Do("redeem", 2));
            await second.AskAsync(Do("earn", 1));
            Assert.Equal("""{"Version":4}""", await second.AskAsync(Do("snapshot")));
            Assert.Equal("""{"Balance":11}""", await second.AskAsync(Do("balance")));
        }

        await using App third = await App.OpenAsync("V3", _store);
        Assert.Equal("""{"Order":null,"Loyalty":null}""", await third.AskAsync(Do("find snapshot")));
        Assert.Equal("""{"Balance":6}""", await third.AskAsync(Do("balance")));
    }

    [Fact]
    public async Task Handlers_of_a_replay_hear_what_old_events_have_become()
    {
        var order = new History("order-1");
        await RecordAsync(order);
        await using App third = await App.OpenAsync("V3", _store, toRead: true);
        foreach (int from in (int[])[0, 5, order.Version])
        {
            string heard = JsonSerializer.Serialize(Expected.Heard(order.Facts, from));
            string notes = JsonSerializer.Serialize(Enumerable.Range(from, order.Version - from).Select(at => NotesIn(Expected.State("V3", order.Facts.Take(at + 1)))));
            Assert.Equal(
                $$"""{"Heard":{{heard}},"Notes":{{notes}},"State":{{Expected.State("V3", order.Facts)}}}""",
                await third.AskAsync(order.About("replay") with { Sequence = from }));
        }
    }

    [Fact]
    public async Task A_version_names_the_first_event_that_it_does_not_know()
    {
        var order = new History("order-1");
        await RecordAsync(order);
        int second = order.Facts.Index().First(entry => entry.Item.By == "V2").Index;
        int third = order.Facts.Index().First(entry => entry.Item.By == "V3").Index;
        await using App old = await App.OpenAsync("V1", _store);
        await order.CheckUnknownAsync(old, second, "order.item-added@2");
        await order.CheckAsync(old, second);

        // Nor does it decide from half of a stream.
        Assert.Contains(nameof(UnknownEventTypeException), await old.AskAsync(order.About("ship") with { Who = "dhl" }), StringComparison.Ordinal);

        await using App middle = await App.OpenAsync("V2", _store, toRead: true);
        await order.CheckUnknownAsync(middle, third, "order.ordered@1");
        await order.CheckAsync(middle, third);
    }

    [Fact]
    public async Task Everything_is_shown_as_it_was_recorded_by_the_stored_schemas()
    {
        var order = new History("order-1");
        await RecordAsync(order);
        string[] expected =
        [
            """order.placed@1 {"Customer":"ada","PaymentId":"pay-1"}""",
            """order.item-added@1 {"Sku":"a","Quantity":2}""",
            """order.item-added@1 {"Sku":"b","Quantity":0}""",
            """order.noted@1 {"Text":""}""",
            """order.noted@1 {"Text":"hello"}""",
            """order.weighed@1 {"Grams":1500}""",
            """order.viewed@1 {"By":"eve"}""",
            """order.shipped@1 {"Carrier":"ups"}""",
            """order.item-added@2 {"Sku":"c","Quantity":3,"UnitPrice":9.95}""",
        ];
        await using App third = await App.OpenAsync("V3", _store, toRead: true);
        List<string> ofThird = [];
        foreach (JsonElement element in JsonDocument.Parse(await third.AskAsync(order.About("export"))).RootElement.EnumerateArray())
        {
            ofThird.Add($"{element.GetProperty("Type").GetString()} {element.GetProperty("Json").GetString()}");
        }

        // And here, where no record of any version is known.
        List<string> ofNobody = [];
        await using IEventStore store = EventStores.File(_store, new() { ReadOnly = true });
        await foreach (Envelope envelope in store.ReadEventsAsync("order-1"))
        {
            ofNobody.Add($"{envelope.EventType} {envelope.ToJson()}");
        }

        Assert.Equal(expected, ofThird.Take(expected.Length));
        Assert.Equal(ofThird, ofNobody);
        Assert.Equal(order.Version, ofThird.Count);
        Assert.Contains("""order.placed@1 {"Customer":"bob","PaymentId":null,"Channel":"web"}""", ofThird);
        Assert.Contains("""order.item-added@3 {"Sku":"e","Amount":1,"Price":{"Value":0.05,"Currency":"EUR"}}""", ofThird);
    }

    private static int NotesIn(string state) => JsonDocument.Parse(state).RootElement.GetProperty("Notes").GetArrayLength();

    private static async Task CheckAllAsync(App app, History order)
    {
        await order.CheckAsync(app);
        for (int count = 1; count <= order.Version; count++)
        {
            await order.CheckAsync(app, count);
        }
    }

    private static async Task FirstAsync(App app, History order)
    {
        await order.RecordAsync(app, "place", "pay-1", who: "ada");
        await order.RecordAsync(app, "add", "a", 2);
        await order.RecordAsync(app, "add", "b", 0);
        await order.RecordAsync(app, "note", "");
        await order.RecordAsync(app, "note", "hello");
        await order.RecordAsync(app, "weigh", count: 1500);
        await order.RecordAsync(app, "view", who: "eve");
        await order.RecordAsync(app, "ship", who: "ups");
        await CheckAllAsync(app, order);
    }

    private static async Task SecondAsync(App app, History order)
    {
        await order.RecordAsync(app, "add", "c", 3, price: 9.95m);
        await order.RecordAsync(app, "add", "d", 0, price: 1m);
        await order.RecordAsync(app, "note", "quick", who: "ann");
        await order.RecordAsync(app, "note", "slow");
        await order.RecordAsync(app, "note", "");
        await order.RecordAsync(app, "weigh", count: 2250);
        await order.RecordAsync(app, "view", who: "eve");
        await order.RecordAsync(app, "place", who: "bob", where: "web");

        // It was shipped by version 1, under the event's former name.
        Assert.Equal($$"""{"FirstSequence":{{order.Version}},"Count":0}""", await app.AskAsync(order.About("ship") with { Who = "dhl" }));
        await CheckAllAsync(app, order);
    }

    private static async Task ThirdAsync(App app, History order)
    {
        await order.RecordAsync(app, "place", who: "cy", where: "phone");
        await order.RecordAsync(app, "pay", "pay-2");
        await order.RecordAsync(app, "add", "e", 1, price: 0.05m);
        await order.RecordAsync(app, "note", "done", who: "ann");
        await order.RecordAsync(app, "weigh", count: 2300);
        Assert.Equal($$"""{"FirstSequence":{{order.Version}},"Count":0}""", await app.AskAsync(order.About("ship") with { Who = "dhl" }));
    }

    private async Task RecordAsync(History order)
    {
        await using (App first = await App.OpenAsync("V1", _store))
        {
            await FirstAsync(first, order);
        }

        await using (App second = await App.OpenAsync("V2", _store))
        {
            await SecondAsync(second, order);
        }

        await using App third = await App.OpenAsync("V3", _store);
        await ThirdAsync(third, order);
    }
}
