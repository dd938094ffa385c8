namespace Daybook;

/// <summary>What a subscription handles, and how it remembers where it was.</summary>
public sealed record SubscriptionOptions : FeedOptions
{
    /// <summary>The settings where none are given.</summary>
    public static new SubscriptionOptions Default { get; } = new();

    /// <summary>
    /// Which events; all unless said. Where it names no event types and all handlers are <c>On&lt;TEvent&gt;</c>, the store is asked for
    /// these events only.
    /// </summary>
    public EventQuery Query { get; init; } = EventQuery.All;

    /// <summary>Where the first run begins; later ones go on at the checkpoint.</summary>
    public FeedPosition From { get; init; }

    /// <summary>This consumer's share of the streams; all unless said. Each share has a checkpoint of its own.</summary>
    public StreamPartition Partition { get; init; }

    /// <summary>After how many handled events the checkpoint is saved; 100 unless said. A batch is handled as a whole, and the checkpoint saved behind it.</summary>
    public int CheckpointEvery { get; init; } = 100;

    /// <summary>After what time the checkpoint is saved if there were fewer events; 1 s unless said.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The store that keeps the checkpoint: the one that is read unless said. A reader of a read-only store needs another one.</summary>
    public IEventStore? CheckpointStore { get; init; }
}
