using System.Text.Json;
using Daybook.Agents;
using Daybook.Testing;

namespace Daybook.Tests.Agents;

/// <summary>What tests of the facade have in common: a clock that stands still and short ways to make events.</summary>
public abstract class AgentStoreTest
{
    protected static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal ManualTimeProvider Clock { get; } = new(Start);

    internal AgentEventStore Over(IEventStore store) => new(store, new() { TimeProvider = Clock });

    protected static JsonElement Json(string text) => JsonElement.Parse(text);
}
