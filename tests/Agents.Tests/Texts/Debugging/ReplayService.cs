using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Daybook.Agents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Daybook.Tests.Agents.Texts.Debugging;

/// <summary>Sessions of replays behind the paths of the text, on a free port of this machine alone.</summary>
internal sealed class ReplayService(AgentEventStore events) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ReplaySession> _sessions = new(StringComparer.Ordinal);
    private WebApplication? _app;
    private int _names;

    internal Uri Address => new(_app!.Urls.Single());

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        foreach (ReplaySession session in _sessions.Values)
        {
            await session.DisposeAsync();
        }
    }

    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _ = _app.MapPost("/sessions/start", (JsonObject body) => Start(body, cancellationToken));
        _ = _app.MapGet("/sessions/{id}", (string id) => With(id, session => session.Describe()));
        _ = _app.MapGet("/sessions/{id}/timeline", (string id) => With(id, session => session.DescribeTimeline()));
        _ = _app.MapGet("/sessions/{id}/export", (string id) => With(id, session => session.Export()));
        _ = _app.MapPost("/sessions/{id}/pause", (string id) => With(id, session => session.Describe()));
        _ = _app.MapPost("/sessions/{id}/step", (string id) => MoveAsync(id, async session => await session.StepAsync()));
        _ = _app.MapPost("/sessions/{id}/resume", (string id) => MoveAsync(id, async session => await session.ResumeAsync()));
        _ = _app.MapPost("/sessions/{id}/stop", (string id) => MoveAsync(id, async session => await session.DisposeAsync()));
        _ = _app.MapPost("/sessions/{id}/breakpoints", (string id, JsonObject body) => With(id, session => Break(session, (string)body["event_type"]!)));
        _ = _app.MapDelete("/sessions/{id}/breakpoints/{name}", (string id, string name) => With(id, session => session.Breakpoints.Remove(name) ? session.Describe() : null));
        _ = _app.MapPost("/sessions/{id}/watches", (string id, JsonObject body) => With(id, session => Watch(session, (string)body["member"]!)));
        await _app.StartAsync(cancellationToken);
    }

    private static JsonObject Break(ReplaySession session, string eventType)
    {
        string name = $"bp_{eventType}";
        session.Breakpoints[name] = e => e.Name == eventType;
        return new() { ["breakpoint_id"] = name };
    }

    private static JsonObject Watch(ReplaySession session, string member)
    {
        session.Watches[member] = e => e.EventData.TryGetProperty(member, out var value) ? JsonNode.Parse(value.GetRawText()) : null;
        return session.Describe();
    }

    private JsonObject Start(JsonObject body, CancellationToken cancellationToken)
    {
        string id = Interlocked.Increment(ref _names).ToString(CultureInfo.InvariantCulture), aggregateId = (string)body["aggregate_id"]!;
        _sessions[id] = new(aggregateId, events.ReplayAsync(aggregateId, "agent", (long)body["from_version"]!, cancellationToken), cancellationToken);
        return new() { ["session_id"] = id };
    }

    private IResult With(string id, Func<ReplaySession, JsonNode?> answer) =>
        _sessions.TryGetValue(id, out ReplaySession? session) && answer(session) is { } found ? Results.Json(found) : Results.NotFound();

    private async Task<IResult> MoveAsync(string id, Func<ReplaySession, Task> move)
    {
        if (_sessions.TryGetValue(id, out ReplaySession? session))
        {
            await move(session);
        }

        return With(id, moved => moved.Describe());
    }
}
