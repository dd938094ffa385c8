namespace Daybook;

/// <summary>How a view folds, and when it is saved.</summary>
public sealed record ViewOptions : FeedOptions
{
    /// <summary>The settings where none are given.</summary>
    public static new ViewOptions Default { get; } = new();

    /// <summary>
    /// After how many folded events the view is saved, 1000 unless said; a state that is longer than the events folded since is saved later.
    /// It is also saved when following ends and when the view is disposed.
    /// </summary>
    public int SaveEvery { get; init; } = 1000;

    /// <summary>Of a keyed view: how many states stay in memory between two saves, 10,000 unless said.</summary>
    public int CachedKeys { get; init; } = 10_000;

    /// <summary>
    /// The store that keeps the view: the one that is read unless said. A view that is kept in a read-only store is never saved, and lives in
    /// memory.
    /// </summary>
    public IEventStore? SnapshotStore { get; init; }

    /// <summary>Whether events that the state does not know are skipped; a view always does.</summary>
    public bool SkipUnknownEvents { get; init; }
}
