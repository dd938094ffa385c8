namespace Daybook.Testing;

/// <summary>How <see cref="LinearizabilityRun"/> tries a store.</summary>
public sealed record LinearizabilityOptions
{
    /// <summary>What the clients' choices go by. Their timing is the machine's.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many clients there are at once.</summary>
    public int Clients { get; init; } = 6;

    /// <summary>How many streams they share.</summary>
    public int Streams { get; init; } = 3;

    /// <summary>How many calls each client makes in a round; every round has streams of its own and is checked on its own.</summary>
    public int CallsPerRound { get; init; } = 40;

    /// <summary>How many rounds there are at least.</summary>
    public int Rounds { get; init; } = 20;

    /// <summary>How long to go on with rounds.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How many of the changes fail before they reach the store, and as many lose their answers, from 0 to 1.</summary>
    public double Faults { get; init; } = 0.05;
}
