namespace Daybook;

/// <summary>What a replay shows, and how fast.</summary>
public sealed record ReplayOptions
{
    /// <summary>The settings where none are given: everything, at once.</summary>
    public static ReplayOptions Default { get; } = new();

    /// <summary>How fast time passes: 0 waits for nothing, 1 is real time, 10 is ten times as fast.</summary>
    public double Speed { get; init; }

    /// <summary>The first sequence to show; 0 stands for the first one that a truncated stream still has.</summary>
    public long From { get; init; }

    /// <summary>The last sequence to show; the last one of the stream when null.</summary>
    public long? To { get; init; }

    /// <summary>Whether a stream that is not there is replayed as an empty one; otherwise it is a <see cref="StreamNotFoundException"/>.</summary>
    public bool AllowMissing { get; init; }

    /// <summary>How the state is folded.</summary>
    public LoadOptions Load { get; init; } = LoadOptions.Default;

    /// <summary>Times the waits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
