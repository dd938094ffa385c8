using System.Globalization;
using System.Text.Json.Nodes;
using Daybook.Agents;

namespace Daybook.Tests.Agents.Texts.Debugging;

/// <summary>
/// A replay that is gone through by hand, written as a user of replays writes it: they are pulled, so a step asks for the next event, a pause is not asking, and a
/// breakpoint is an <c>if</c>.
/// </summary>
internal sealed class ReplaySession(string aggregateId, IAsyncEnumerable<AgentEvent> replay, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<AgentEvent> _replay = replay.GetAsyncEnumerator(cancellationToken);
    private readonly List<AgentEvent> _timeline = [];

    /// <summary>Where a running replay stops, by name.</summary>
    internal OrderedDictionary<string, Predicate<AgentEvent>> Breakpoints { get; } = [];

    /// <summary>What is shown of the event it stands at, by name.</summary>
    internal OrderedDictionary<string, Func<AgentEvent, JsonNode?>> Watches { get; } = [];

    /// <summary>The events gone through.</summary>
    internal IReadOnlyList<AgentEvent> Timeline => _timeline;

    internal AgentEvent? Current => _timeline.Count == 0 ? null : _timeline[^1];

    internal bool HasEnded { get; private set; }

    internal string State => HasEnded ? "stopped" : Current is null ? "idle" : "paused";

    public ValueTask DisposeAsync()
    {
        HasEnded = true;
        return _replay.DisposeAsync();
    }

    /// <summary>Goes on by one event; false at the end.</summary>
    internal async ValueTask<bool> StepAsync()
    {
        HasEnded = HasEnded || !await _replay.MoveNextAsync();
        if (!HasEnded)
        {
            _timeline.Add(_replay.Current);
        }

        return !HasEnded;
    }

    /// <summary>Goes on to the next breakpoint; false at the end.</summary>
    internal async ValueTask<bool> ResumeAsync()
    {
        while (await StepAsync())
        {
            if (Breakpoints.Values.Any(stops => stops(Current!)))
            {
                return true;
            }
        }

        return false;
    }

    internal JsonObject WatchedValues() => new(Current is null ? [] : Watches.Select(watch => KeyValuePair.Create(watch.Key, watch.Value(Current))));

    internal JsonObject Describe() => new()
    {
        ["state"] = State,
        ["aggregate_id"] = aggregateId,
        ["current_event"] = Current is null ? null : Describe(Current),
        ["breakpoints"] = new JsonArray([.. Breakpoints.Keys.Select(name => JsonValue.Create(name))]),
        ["timeline_length"] = Timeline.Count,
        ["watched_values"] = WatchedValues(),
    };

    internal JsonObject Export()
    {
        JsonObject session = Describe();
        session["execution_timeline"] = DescribeTimeline();
        return session;
    }

    internal JsonArray DescribeTimeline() => new([.. Timeline.Select(Describe)]);

    private static JsonObject Describe(AgentEvent e) => new()
    {
        ["event_id"] = e.EventId.ToString(),
        ["event_type"] = e.Name,
        ["version"] = e.Version,
        ["timestamp"] = e.Timestamp.ToString("O", CultureInfo.InvariantCulture),
    };
}
