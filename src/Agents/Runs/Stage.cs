using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Agents.Runs;

/// <summary>
/// What somebody who looks at a run sees of it now: the world, and the last things that agents, judges and users said. A view of a ledger's core kinds; <see cref="Apply"/> and
/// <see cref="Rebuild"/> fold ledger events of any kind.
/// </summary>
[State("stage", View = true)]
public sealed partial record Stage
{
    /// <summary>How many notes of agents are kept.</summary>
    public const int MaxAgentNotes = 8;

    /// <summary>How many notes of judges are kept.</summary>
    public const int MaxJudgeNotes = 5;

    /// <summary>How many things that users put in are kept.</summary>
    public const int MaxUserArtifacts = 5;

    /// <summary>The last turn that anything happened in.</summary>
    public int Turn { get; init; }

    /// <summary>The world as it was last observed, as JSON.</summary>
    public JsonElement? World { get; init; }

    /// <summary>The last notes of agents, oldest first.</summary>
    public ImmutableArray<StageNote> AgentNotes { get; init; } = [];

    /// <summary>The last notes of judges, oldest first.</summary>
    public ImmutableArray<StageNote> JudgeNotes { get; init; } = [];

    /// <summary>The last things that users put in, oldest first.</summary>
    public ImmutableArray<StageNote> UserArtifacts { get; init; } = [];

    /// <summary>Whether the run has ended.</summary>
    public bool IsFinished { get; init; }

    /// <summary>Folds the events of a run, or of all.</summary>
    /// <param name="events">The events in order.</param>
    /// <param name="runId">The run; null for all.</param>
    /// <returns>The stage after them.</returns>
    public static Stage Rebuild(IEnumerable<LedgerEvent> events, string? runId = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Where(e => runId is null || string.Equals(e.RunId, runId, StringComparison.Ordinal)).Aggregate(new Stage(), static (stage, e) => stage.Apply(e));
    }

    /// <summary>Folds one event. One of a kind that nobody knows is a note if it says a text.</summary>
    /// <param name="value">The event.</param>
    /// <returns>The stage after it.</returns>
    public Stage Apply(LedgerEvent value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(value.Kind, value.Turn, value.Actor, value.Payload);
    }

    [Reducer]
    private static Stage On(Stage stage, RunStarted e, EventContext context) => stage.Add(LedgerKinds.RunStarted, e.Turn, context.Metadata.Actor, e.Payload);

    [Reducer]
    private static Stage On(Stage stage, RunFinished e, EventContext context) => stage.Add(LedgerKinds.RunFinished, e.Turn, context.Metadata.Actor, e.Payload);

    [Reducer]
    private static Stage On(Stage stage, WorldObserved e, EventContext context) => stage.Add(LedgerKinds.WorldObserved, e.Turn, context.Metadata.Actor, e.Payload);

    [Reducer]
    private static Stage On(Stage stage, AgentThought e, EventContext context) => stage.Add(LedgerKinds.AgentThought, e.Turn, context.Metadata.Actor, e.Payload);

    [Reducer]
    private static Stage On(Stage stage, AgentSpoke e, EventContext context) => stage.Add(LedgerKinds.AgentSpoke, e.Turn, context.Metadata.Actor, e.Payload);

    [Reducer]
    private static Stage On(Stage stage, AgentReflected e, EventContext context) => stage.Add(LedgerKinds.AgentReflected, e.Turn, context.Metadata.Actor, e.Payload);

    [Reducer]
    private static Stage On(Stage stage, JudgeVerdict e, EventContext context) => stage.Add(LedgerKinds.JudgeVerdict, e.Turn, context.Metadata.Actor, e.Payload);

    [Reducer]
    private static Stage On(Stage stage, UserInjected e, EventContext context) => stage.Add(LedgerKinds.UserInjected, e.Turn, context.Metadata.Actor, e.Payload);

    private Stage Add(string kind, int turn, string? actor, JsonElement payload)
    {
        StageNote Note() => new(turn, kind, actor ?? "", LedgerEvent.TextOf(payload, "text", "summary") ?? payload.GetRawText());
        Stage next = this with { Turn = turn };
        return kind switch
        {
            LedgerKinds.RunStarted => new() { Turn = turn },
            LedgerKinds.RunFinished => next with { IsFinished = true },
            LedgerKinds.WorldObserved => next with { World = payload },
            LedgerKinds.AgentThought or LedgerKinds.AgentSpoke or LedgerKinds.AgentReflected => next with { AgentNotes = Last(AgentNotes, Note(), MaxAgentNotes) },
            LedgerKinds.JudgeVerdict => next with { JudgeNotes = Last(JudgeNotes, Note(), MaxJudgeNotes) },
            LedgerKinds.UserInjected => next with { UserArtifacts = Last(UserArtifacts, Note(), MaxUserArtifacts) },
            _ => LedgerEvent.TextOf(payload, "text") is null ? next : next with { AgentNotes = Last(AgentNotes, Note(), MaxAgentNotes) },
        };
    }

    private static ImmutableArray<StageNote> Last(ImmutableArray<StageNote> notes, StageNote note, int count) => [.. notes.Add(note).TakeLast(count)];
}
