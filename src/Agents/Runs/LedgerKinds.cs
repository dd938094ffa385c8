namespace Daybook.Agents.Runs;

/// <summary>The kinds of ledger events that this package knows. A ledger takes every other kind as well: see <see cref="LedgerKind"/>.</summary>
public static class LedgerKinds
{
    /// <summary>A run has begun.</summary>
    public const string RunStarted = "run.started";

    /// <summary>A run has ended.</summary>
    public const string RunFinished = "run.finished";

    /// <summary>The world was looked at.</summary>
    public const string WorldObserved = "world.observed";

    /// <summary>An agent thought something.</summary>
    public const string AgentThought = "agent.thought";

    /// <summary>An agent said something.</summary>
    public const string AgentSpoke = "agent.spoke";

    /// <summary>An agent looked back.</summary>
    public const string AgentReflected = "agent.reflected";

    /// <summary>A judge has decided.</summary>
    public const string JudgeVerdict = "judge.verdict";

    /// <summary>A user put something in.</summary>
    public const string UserInjected = "user.injected";
}
