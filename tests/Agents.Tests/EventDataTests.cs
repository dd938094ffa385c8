using System.Text.Json;
using Daybook.Agents;
using FsCheck;
using FsCheck.Fluent;

namespace Daybook.Tests.Agents;

/// <summary>JSON data in, typed events in the store, the same JSON data out.</summary>
public sealed class EventDataTests : AgentStoreTest
{
    private static readonly string[] Names = ["name", "model", "capabilities", "task_input", "mode", "reward", "execution_time", "triplet_count", "started_at", "data", "Name", "x", ""];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1.5", "0.1", "1e300", "2147483648", "\"\"", "\"text\"", "\"2026-03-01T12:00:00+00:00\"", "\"\\ud800\"", "[]", "[\"a\",\"b\"]", "[1,\"b\"]", "{}",
        "{\"a\":[1,{\"b\":null}]}",
    ];

    public static TheoryData<string, string> Known => new()
    {
        { "agent", "created" }, { "agent", "updated" }, { "agent", "deployed" }, { "agent", "status" },
        { "task", "received" }, { "task", "started" }, { "task", "completed" }, { "task", "failed" },
        { "workflow", "created" }, { "workflow", "started" }, { "workflow", "completed" }, { "workflow", "failed" }, { "workflow", "step_completed" },
        { "rollout", "started" }, { "rollout", "completed" }, { "rollout", "failed" },
        { "spec", "created" }, { "spec", "updated" },
        { "execution", "started" }, { "execution", "completed" }, { "execution", "failed" },
        { "custom", "processed" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Data_of_any_shape_comes_back(string type, string what)
    {
        AgentEventStore events = Over(EventStores.Memory());
        Arbitrary<string> data = (
            from names in Gen.SubListOf(Names)
            from values in Gen.ListOf(Gen.Elements(Values), Names.Length)
            select "{" + string.Join(",", names.Zip(values, (name, value) => $"\"{name}\":{value}")) + "}").ToArbitrary();
        Prop.ForAll(data, text => IsSame(Json(text), events.CreateEvent("1", type, what, Json(text)).EventData)).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Known_members_are_typed_and_others_stay_beside_them()
    {
        AgentEvent e = Over(EventStores.Memory()).CreateEvent(
            "t", "task", "completed", Json("""{"result":"Analysis complete","execution_time":45.2,"reward":0.95,"gpu":"a100","tries":[1,2]}"""));
        Assert.True(e.TryGet<TaskCompleted>(out var task));
        Assert.Equal(TimeSpan.FromSeconds(45.2), task.ExecutionTime);
        Assert.Equal(0.95, task.Reward);
        Assert.Equal("Analysis complete", task.Result!.Value.GetString());
        Assert.Equal("""{"gpu":"a100","tries":[1,2]}""", task.Data!.Value.GetRawText());
    }

    [Fact]
    public void A_value_that_does_not_fit_is_no_error_and_is_kept()
    {
        AgentEvent e = Over(EventStores.Memory()).CreateEvent("t", "task", "completed", Json("""{"reward":"high","execution_time":null}"""));
        Assert.True(e.TryGet<TaskCompleted>(out var task));
        Assert.Null(task.Reward);
        Assert.Equal("""{"reward":"high","execution_time":null}""", e.EventData.GetRawText());
    }

    [Theory]
    [InlineData("2026-03-01T12:00:00", "2026-03-01T12:00:00Z")]
    [InlineData("2026-03-01T12:00:00.250+02:00", "2026-03-01T10:00:00.250Z")]
    public void A_time_without_an_offset_is_utc_wherever_this_runs(string given, string instant)
    {
        AgentEvent e = Over(EventStores.Memory()).CreateEvent("s", "spec", "created", Json($$"""{"created_at":"{{given}}"}"""));
        Assert.True(e.TryGet<SpecCreated>(out var spec));
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), spec.CreatedAt);
    }

    [Fact]
    public void An_event_of_ones_own_takes_what_fits_and_refuses_the_rest()
    {
        var events = new AgentEventStore(EventStores.Memory(), new() { Catalog = new([EventDescriptor.Of<Audited>()]) });
        AgentEvent e = events.CreateEvent("1", "audit", "passed", Json("""{"by_whom":"ada","score":7}"""));
        Assert.True(e.TryGet<Audited>(out var audited));
        Assert.Equal(new("ada", 7), audited);
        Assert.Contains("'by_whom'", Assert.Throws<ArgumentException>(() => events.CreateEvent("1", "audit", "passed", Json("""{"score":7}"""))).Message, StringComparison.Ordinal);
        Assert.Contains("'other'", Assert.Throws<ArgumentException>(() => events.CreateEvent("1", "audit", "passed", Json("""{"by_whom":"a","score":7,"other":1}"""))).Message, StringComparison.Ordinal);
    }

    // Half a surrogate pair is text to nobody but JSON itself; everything else is compared by what it means.
    private static bool IsSame(JsonElement given, JsonElement found)
    {
        var expected = given.EnumerateObject().ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal);
        var actual = found.EnumerateObject().ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal);
        return expected.Count == actual.Count && expected.All(pair => actual.TryGetValue(pair.Key, out JsonElement value) && (pair.Value.GetRawText() == value.GetRawText() || JsonElement.DeepEquals(pair.Value, value)));
    }
}
