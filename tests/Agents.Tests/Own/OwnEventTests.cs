using System.Globalization;
using Daybook.Agents;
using Daybook.Generated;

namespace Daybook.Tests.Agents.Own;

/// <summary>Events that a service declares itself, made of JSON.</summary>
public sealed class OwnEventTests : AgentStoreTest
{
    private const string Least = """
        {"inspection_id":"5f0c7a3e-0b1d-4c55-9a37-0d9d7f2c1b11","fee":12.50,"grade":"Good","place":{"street_name":"Elm","house_number":7},"others":[{"street_name":"Oak"}],
        "counts":{"c":-2,"a b":1},"at":"2026-03-01T12:00:00Z","took":4.35,"day":"2026-03-01","proof":"AQID","range":[1,2]}
        """;

    [Fact]
    public void Every_type_of_member_is_taken_from_json_and_comes_back()
    {
        AgentEvent e = Own(EventStores.Memory()).CreateEvent("1", "site", "inspected", Json(Least[..^1] + ""","before":"Fair","attempts":9,"wind":{"Speed":[1,null]}}"""));
        Assert.True(e.TryGet<Inspected>(out var inspected));
        Assert.Equal((new("5f0c7a3e-0b1d-4c55-9a37-0d9d7f2c1b11"), 12.50m, Grade.Good, new Place("Elm", 7)), (inspected.InspectionId, inspected.Fee, inspected.Grade, inspected.Place));
        Assert.Equal([new("Oak")], inspected.Others);
        Assert.Equal([new("a b", 1), new("c", -2)], inspected.Counts);
        Assert.Equal((Start, TimeSpan.FromMilliseconds(4350), new DateOnly(2026, 3, 1), (1, 2)), (inspected.At, inspected.Took, inspected.Day, inspected.Range));
        Assert.Equal([1, 2, 3], inspected.Proof);
        Assert.Equal((null, 9, "north", Grade.Good, 0.5m), (inspected.Before, inspected.Attempts, inspected.Team, inspected.Wanted, inspected.Share));
        Assert.Equal("""{"before":"Fair","wind":{"Speed":[1,null]}}""", inspected.Data!.Value.GetRawText());
        Assert.Equal(
            """{"inspection_id":"5f0c7a3e-0b1d-4c55-9a37-0d9d7f2c1b11","fee":12.50,"grade":"Good","place":{"street_name":"Elm","house_number":7},"others":[{"street_name":"Oak","house_number":null}],"""
            + """ "counts":{"a b":1,"c":-2},"at":"2026-03-01T12:00:00+00:00","took":4.35,"day":"2026-03-01","proof":"AQID","range":[1,2],"attempts":9,"team":"north","wanted":"Good","share":0.5,""".TrimStart()
            + """ "before":"Fair","wind":{"Speed":[1,null]}}""".TrimStart(),
            e.EventData.GetRawText());
    }

    [Fact]
    public void What_is_left_out_is_what_the_declaration_says()
    {
        AgentEventStore events = Own(EventStores.Memory());
        AgentEvent e = events.CreateEvent("1", "site", "closed", Json("""{"reason":"rain"}"""));
        Assert.True(e.TryGet<Closed>(out var closed));
        Assert.Equal(("rain", Grade.Good), (closed.Reason, closed.Grade));
        Assert.Equal(["main"], closed.Keys);

        // Null is something else than nothing, and needs no rest.
        Assert.True(events.CreateEvent("1", "site", "closed", Json("""{"reason":"rain","grade":null,"keys":[]}""")).TryGet<Closed>(out var other));
        Assert.Null(other.Grade);
        Assert.Empty(other.Keys);
    }

    [Theory]
    [InlineData("""{}""", "'reason'")]
    [InlineData("""{"reason":null}""", "'reason'")]
    [InlineData("""{"reason":"a","grade":"Fair"}""", "'grade'")]
    [InlineData("""{"reason":"a","keys":["b",1]}""", "'keys[1]'")]
    [InlineData("""{"reason":"a","other":1}""", "'other'")]
    public void What_has_no_place_is_named(string data, string name) =>
        Assert.Contains(name, Assert.Throws<ArgumentException>(() => Own(EventStores.Memory()).CreateEvent("1", "site", "closed", Json(data))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_former_name_is_the_event_of_today()
    {
        AgentEvent e = Own(EventStores.Memory()).CreateEvent("1", "site", "unlocked", Json("""{"by_whom":"ada"}"""));
        Assert.Equal("site.opened", e.Name);
        Assert.True(e.TryGet<Opened>(out var opened));
        Assert.Equal("ada", opened.ByWhom);
    }

    [Fact]
    public async Task Json_is_written_as_the_version_that_is_to_be_written()
    {
        await using IEventStore store = EventStores.Memory();
        AgentEventStore events = Own(store);
        AgentEvent typed = events.CreateEvent("1", new Visited("ada"));
        AgentEvent e = events.CreateEvent("1", "site", "visited", Json("""{"who":"ada","count":1}"""));
        Assert.Equal((1, typed.Schema, "ada"), (e.Schema.Version, e.Schema, e.EventData.GetProperty("who").GetString()));
        _ = await events.SaveAllAsync([typed, e], Stop);
        Assert.Equal(2, (await store.LoadAsync<Site>("site/1", cancellationToken: Stop)).State.Visits);
    }

    [Fact]
    public async Task An_event_that_is_declared_later_is_read_by_an_upcaster_of_what_was_recorded()
    {
        await using IEventStore store = EventStores.Memory();
        var before = new AgentEventStore(store);
        _ = await before.SaveAsync(before.CreateEvent("1", "site", "painted", Json("""{"colour":"red"}""")), Stop);
        Assert.Equal("red", (await store.LoadAsync<Site>("site/1", cancellationToken: Stop)).State.Colour);
        _ = await Own(store).SaveAsync(Own(store).CreateEvent("1", "site", "painted", Json("""{"colour":"blue"}""")), Stop);
        Assert.Equal("blue", (await store.LoadAsync<Site>("site/1", cancellationToken: Stop)).State.Colour);
        Assert.Equal(["blue", "red"], (await before.QueryAsync(new(), cancellationToken: Stop)).Select(e => e.EventData.GetProperty("colour").GetString()));
    }

    [Fact]
    public async Task An_event_that_is_declared_later_under_the_same_version_is_never_misread()
    {
        await using IEventStore store = EventStores.Memory();
        var before = new AgentEventStore(store);
        AgentEvent e = before.CreateEvent("1", "site", "sold", Json("""{"buyer":"ada","price":7}"""));
        _ = await before.SaveAsync(e, Stop);
        EventLayoutException refused = await Assert.ThrowsAsync<EventLayoutException>(async () => await store.LoadAsync<Site>("site/1", cancellationToken: Stop));
        Assert.Equal((new("site.sold", 1), e.Schema), (refused.EventType, refused.Recorded));
        Assert.Contains("next Version", refused.Message, StringComparison.Ordinal);
        Assert.Contains("upcaster", refused.Message, StringComparison.Ordinal);
        _ = Assert.Throws<EventLayoutException>(() => e.TryGet<Sold>(out _));
        await foreach (Envelope envelope in store.ReadEventsAsync("site/1", cancellationToken: Stop))
        {
            _ = Assert.Throws<EventLayoutException>(() => envelope.TryGet<Sold>(out _));
        }

        // What it says is there all the same.
        Assert.Equal("""{"buyer":"ada","price":7}""", (await Own(store).GetEventAsync(e.EventId, cancellationToken: Stop))!.EventData.GetRawText());
    }

    [Theory]
    [InlineData("4.35", 43_500_000)]
    [InlineData("0.1", 1_000_000)]
    [InlineData("-1234567.8901234", -12_345_678_901_234)]
    [InlineData("1e-7", 1)]
    [InlineData("922337203685.4775807", long.MaxValue)]
    public void Seconds_are_kept_to_the_tick(string seconds, long ticks)
    {
        AgentEvent e = Own(EventStores.Memory()).CreateEvent("t", "task", "completed", Json($$"""{"execution_time":{{seconds}}}"""));
        Assert.True(e.TryGet<TaskCompleted>(out var task));
        Assert.Equal(ticks, task.ExecutionTime!.Value.Ticks);
        Assert.Equal(decimal.Parse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture), e.EventData.GetProperty("execution_time").GetDecimal());
    }

    [Fact]
    public void A_member_is_said_once()
    {
        AgentEvent e = Own(EventStores.Memory()).CreateEvent("t", new TaskCompleted(Reward: 0.5, Data: Json("""{"reward":1,"gpu":"a"}""")));
        Assert.Equal("""{"reward":0.5,"gpu":"a"}""", e.EventData.GetRawText());
    }

    private AgentEventStore Own(IEventStore store) => new(store, new() { TimeProvider = Clock, Catalog = AgentsTestsCatalog.Instance });
}
