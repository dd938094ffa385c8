namespace Daybook;

/// <summary>How a state is loaded.</summary>
public sealed record LoadOptions
{
    /// <summary>The settings where none are given.</summary>
    public static LoadOptions Default { get; } = new();

    /// <summary>Whether events that the state does not know are skipped; otherwise they are an <see cref="UnknownEventTypeException"/>.</summary>
    public bool SkipUnknownEvents { get; init; }

    /// <summary>Whether a truncated stream without a usable snapshot is folded from what is left; otherwise it is a <see cref="StreamTruncatedException"/>.</summary>
    public bool AllowPartial { get; init; }

    /// <summary>Whether to fold from the first event even where a snapshot would do.</summary>
    public bool IgnoreSnapshots { get; init; }

    /// <summary>
    /// Takes a snapshot of what was loaded when it took long to fold; null for none. It stands aside where a state may be partial: with
    /// <see cref="AllowPartial"/>, <see cref="SkipUnknownEvents"/> or <see cref="IgnoreSnapshots"/>.
    /// </summary>
    public SnapshotPolicy? Snapshots { get; init; }
}
