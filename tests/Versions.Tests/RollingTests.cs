using System.Text.Json;
using Versions.App;

namespace Daybook.Tests.Versions;

/// <summary>Version 1 and the one that is deployed in its place run at the same time on one store: one process writes, others read.</summary>
public sealed class RollingTests : IDisposable
{
    private const string Rolling = "V2.Rolling";

    private readonly string _store = Directory.CreateTempSubdirectory("daybook-rolling-").FullName;

    public void Dispose() => Directory.Delete(_store, recursive: true);

    [Theory]
    [InlineData("V1", Rolling)]
    [InlineData(Rolling, "V1")]
    public async Task One_follows_what_the_other_writes(string writes, string reads)
    {
        var order = new History("order-1");
        await using App writer = await App.OpenAsync(writes, _store);
        await RecordAsync(writer, order);
        await using App reader = App.Start(reads, _store);
        Assert.Equal("""{"Error":"StoreLockedException"}""", await reader.AskAsync(new("open")));
        await reader.OpenAsync(toRead: true);
        await order.CheckAsync(reader);

        // Step by step: what is acknowledged is seen.
        for (int step = 0; step < 10; step++)
        {
            await RecordAsync(writer, order);
            await order.CheckAsync(reader);
        }

        // And at once, over several segments.
        int before = order.Version;
        Assert.Equal("""{"Following":true}""", await reader.AskAsync(order.About("follow")));
        await order.NoteOftenAsync(writer, new('x', 1000), 300);
        await RecordAsync(writer, order);
        JsonElement seen = JsonDocument.Parse(await reader.AskAsync(order.About("unfollow"))).RootElement;
        Assert.InRange(seen.GetProperty("Steps").GetInt32(), 1, order.Version - before);
        Assert.Equal(order.Version, seen.GetProperty("Version").GetInt64());
        Assert.Equal(Expected.State(reads, order.Facts), seen.GetProperty("State").GetRawText());
        Assert.InRange(Directory.GetFiles(_store, "*.log").Length, 4, int.MaxValue);
        await CheckAgreementAsync(order, writer, reader);
    }

    [Fact]
    public async Task Readers_of_both_stay_while_the_writers_take_turns()
    {
        var order = new History("order-1");
        await using App oldWriter = App.Start("V1", _store);
        await using App newWriter = App.Start(Rolling, _store);
        await oldWriter.OpenAsync();
        await RecordAsync(oldWriter, order);
        await oldWriter.CloseAsync();
        await using App oldReader = await App.OpenAsync("V1", _store, toRead: true);
        await using App newReader = await App.OpenAsync(Rolling, _store, toRead: true);
        await oldReader.AskAsync(order.About("follow"));
        await newReader.AskAsync(order.About("follow"));
        (int ofOld, int ofNew) = (0, 0);
        for (int turn = 0; turn < 10; turn++)
        {
            App writer = turn % 2 == 0 ? newWriter : oldWriter;
            await writer.OpenAsync();
            await RecordAsync(writer, order);
            await order.NoteOftenAsync(writer, new('y', 1000), 20);
            await order.CheckAsync(writer);
            if (turn == 4)
            {
                await order.RecordAsync(writer, "ship", who: "ups");
            }
            else if (turn > 4)
            {
                // Each decides from what both have recorded.
                Assert.Equal($$"""{"FirstSequence":{{order.Version}},"Count":0}""", await writer.AskAsync(order.About("ship") with { Who = "dhl" }));
            }

            await order.SnapshotAsync(writer);
            (ofOld, ofNew) = writer == newWriter ? (ofOld, order.Version) : (order.Version, ofNew);
            await RecordAsync(writer, order);
            await writer.CloseAsync();
            await order.CheckAsync(oldReader);
            await order.CheckAsync(newReader);
            await CheckSnapshotAsync(order, oldReader, ofOld);
            await CheckSnapshotAsync(order, newReader, ofNew);
        }

        foreach (App reader in (App[])[oldReader, newReader])
        {
            JsonElement seen = JsonDocument.Parse(await reader.AskAsync(order.About("unfollow"))).RootElement;
            Assert.Equal(Expected.State(reader.Version, order.Facts), seen.GetProperty("State").GetRawText());
        }

        await CheckAgreementAsync(order, oldReader, newReader);

        // When no old program is left, the next ones go on from there.
        await using (App second = await App.OpenAsync("V2", _store))
        {
            await order.CheckAsync(second);
            await RecordAsync(second, order);
            await order.CheckAsync(second);
        }

        await using App third = await App.OpenAsync("V3", _store);
        await order.CheckAsync(third);
    }

    [Fact]
    public async Task Version_1_understands_the_next_one_only_while_that_writes_version_1()
    {
        var order = new History("order-1");
        await using App old = App.Start("V1", _store);
        await using (App rolling = await App.OpenAsync(Rolling, _store))
        {
            await old.OpenAsync(toRead: true);
            await RecordAsync(rolling, order);
            await order.RecordAsync(rolling, "ship", who: "ups");
            await order.CheckAsync(old);
        }

        // New members at the end alone do no harm.
        int known;
        await using (App second = await App.OpenAsync("V2", _store))
        {
            await order.RecordAsync(second, "place", "pay-2", who: "bob", where: "web");
            await order.RecordAsync(second, "note", "quick", who: "ann");
            await order.CheckAsync(old);
            known = order.Version;
            await order.RecordAsync(second, "weigh", count: 10);
        }

        await order.CheckUnknownAsync(old, known, "order.weighed@2");
        await order.CheckAsync(old, known);

        var other = new History("order-2");
        await using (App second = await App.OpenAsync("V2", _store))
        {
            await other.RecordAsync(second, "place", who: "bob", where: "web");
            await other.RecordAsync(second, "ship", who: "ups");
        }

        await other.CheckUnknownAsync(old, 1, "order.dispatched@1");
    }

    [Fact]
    public async Task What_one_has_recorded_is_not_recorded_again_by_the_other()
    {
        Command add = new("add", "order-1") { What = "a", Count = 2, Price = 1.5m, Key = "add-1" };
        Command weigh = new("weigh", "order-1") { Count = 1500, Key = "weigh-1" };
        Command place = new("place", "order-1") { Who = "ada", Where = "web", Key = "place-1" };
        foreach (string version in (string[])["V1", Rolling, "V1"])
        {
            await using App app = await App.OpenAsync(version, _store);
            Assert.Equal("""{"FirstSequence":0,"Count":1}""", await app.AskAsync(add));
            Assert.Equal("""{"FirstSequence":1,"Count":1}""", await app.AskAsync(weigh));
        }

        await using App first = await App.OpenAsync("V1", _store);
        Assert.Equal("""{"FirstSequence":2,"Count":1}""", await first.AskAsync(place));
        await first.CloseAsync();

        // With a member more, or as another version, it is not the same event any more.
        await using App rolling = await App.OpenAsync(Rolling, _store);
        Assert.Equal("""{"Error":"DuplicateEventException"}""", await rolling.AskAsync(place));
        await rolling.CloseAsync();
        await using App second = await App.OpenAsync("V2", _store);
        Assert.Equal("""{"Error":"DuplicateEventException"}""", await second.AskAsync(add));
    }

    private static async Task RecordAsync(App app, History order)
    {
        string name = $"{app.Version}-{order.Version}";
        await order.RecordAsync(app, "place", $"pay {name}", who: name, where: "web");
        await order.RecordAsync(app, "add", name, order.Version % 3, price: 1.5m);
        await order.RecordAsync(app, "note", name, who: "ann");
        await order.RecordAsync(app, "weigh", count: 1000 + order.Version);
        await order.RecordAsync(app, "view", who: "eve");
    }

    private static async Task CheckSnapshotAsync(History order, App app, int version) => Assert.Equal(
        $$"""{"Order":{{(version == 0 ? "null" : version.ToString(System.Globalization.CultureInfo.InvariantCulture))}},"Loyalty":null}""",
        await app.AskAsync(order.About("find snapshot")));

    /// <summary>Checks that both make the same of what both know.</summary>
    private static async Task CheckAgreementAsync(History order, App one, App other)
    {
        JsonElement left = JsonDocument.Parse(await one.AskAsync(order.About("load"))).RootElement;
        JsonElement right = JsonDocument.Parse(await other.AskAsync(order.About("load"))).RootElement;
        Assert.Equal(Common(left), Common(right));
    }

    private static string Common(JsonElement loaded)
    {
        JsonElement state = loaded.GetProperty("State");
        return JsonSerializer.Serialize(new
        {
            Version = loaded.GetProperty("Version").GetInt64(),
            Customer = state.GetProperty("Customer").GetString(),
            PaymentId = state.GetProperty("PaymentId").GetString(),
            Lines = state.GetProperty("Lines").EnumerateArray().Select(line => $"{line.GetProperty("Quantity")} {line.GetProperty("Sku")}"),
            Notes = state.GetProperty("Notes").EnumerateArray().Select(note => note.GetString()!.Split(" (")[0]),
            Grams = state.TryGetProperty("Grams", out JsonElement grams) ? grams.GetInt32() : (int)(state.GetProperty("Kilograms").GetDecimal() * 1000),
            Carrier = state.GetProperty("Carrier").GetString(),
        });
    }
}
