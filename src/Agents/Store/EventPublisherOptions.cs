namespace Daybook.Agents;

/// <summary>What an <see cref="EventPublisher"/> does when an event cannot be saved.</summary>
public sealed record EventPublisherOptions
{
    /// <summary>The settings where none are given.</summary>
    public static EventPublisherOptions Default { get; } = new();

    /// <summary>Whether the caller's own work goes on: the failure is counted and told, and not thrown. Needs <see cref="OnFailure"/>: nothing is lost in silence.</summary>
    public bool ContinueOnFailure { get; init; }

    /// <summary>Hears of every event that could not be saved: the place to log it. What it throws itself is dropped.</summary>
    public Action<AgentEvent, Exception>? OnFailure { get; init; }

    /// <summary>How often an event is tried while the store cannot be reached. Its id stays, so that it is saved once at most.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>How long to wait before the second attempt; twice as long before each further one, up to a minute.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Measures the waits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
