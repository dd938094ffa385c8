namespace Daybook.Testing;

/// <summary>What goes wrong with some calls of a <see cref="FaultInjectingStore"/>. Unless said otherwise: the next append finds the line down.</summary>
public sealed record Fault
{
    /// <summary>Which calls it may strike.</summary>
    public StoreOperations Operations { get; init; } = StoreOperations.Append;

    /// <summary>When it strikes.</summary>
    public FaultMoment Moment { get; init; }

    /// <summary>How many of the calls pass before it begins to strike.</summary>
    public int Skip { get; init; }

    /// <summary>How many calls it strikes; <see cref="int.MaxValue"/> for no end.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How likely it strikes a call that it may strike, from 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>What happens first, before anything is thrown: for waiting, or for something that somebody else does just then.</summary>
    public Func<CancellationToken, ValueTask>? Run { get; init; }

    /// <summary>What the call throws; null throws nothing, so that the call is only late.</summary>
    public Func<Exception>? Throws { get; init; } = static () => new StoreUnavailableException("The line to the store is down; a test did this.");

    /// <summary>Whether it throws before there is a task, as code does that fails at once. Only with <see cref="FaultMoment.Before"/>, and without <see cref="Run"/>.</summary>
    public bool ThrowsAtOnce { get; init; }

    /// <summary>The answers of calls get lost: what was asked is done, and the caller cannot know.</summary>
    /// <param name="operations">Which calls.</param>
    /// <param name="times">How many of them.</param>
    /// <returns>The fault.</returns>
    public static Fault LostAnswer(StoreOperations operations = StoreOperations.Append, int times = 1) =>
        new() { Operations = operations, Times = times, Moment = FaultMoment.After };

    /// <summary>Calls take longer.</summary>
    /// <param name="delay">By how much.</param>
    /// <param name="operations">Which calls.</param>
    /// <param name="timeProvider">Whose time passes; the system's unless said.</param>
    /// <returns>The fault; it strikes every call.</returns>
    public static Fault Delay(TimeSpan delay, StoreOperations operations = StoreOperations.All, TimeProvider? timeProvider = null) => new()
    {
        Operations = operations,
        Times = int.MaxValue,
        Throws = null,
        Run = token => new(Task.Delay(delay, timeProvider ?? TimeProvider.System, token)),
    };

    /// <summary>Calls end as if they had been cancelled, although their token was not.</summary>
    /// <param name="operations">Which calls.</param>
    /// <param name="moment">Before or after the store has done what was asked.</param>
    /// <returns>The fault.</returns>
    public static Fault Cancel(StoreOperations operations = StoreOperations.Append, FaultMoment moment = FaultMoment.Before) =>
        new() { Operations = operations, Moment = moment, Throws = static () => new OperationCanceledException() };
}
