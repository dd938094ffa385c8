namespace Daybook.Testing;

/// <summary>What is asked of a store.</summary>
[Flags]
public enum StoreOperations
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><see cref="IEventStore.AppendAsync"/>.</summary>
    Append = 1,

    /// <summary><see cref="IEventStore.ReadStreamAsync"/>.</summary>
    ReadStream = 1 << 1,

    /// <summary><see cref="IEventStore.ReadFeedAsync"/>.</summary>
    ReadFeed = 1 << 2,

    /// <summary><see cref="IEventStore.GetFeedEndAsync"/>.</summary>
    GetFeedEnd = 1 << 3,

    /// <summary><see cref="IEventStore.WaitForFeedAsync"/>.</summary>
    WaitForFeed = 1 << 4,

    /// <summary><see cref="IEventStore.ReadQueryAsync"/>.</summary>
    ReadQuery = 1 << 5,

    /// <summary><see cref="IEventStore.GetStreamInfoAsync"/>.</summary>
    GetStreamInfo = 1 << 6,

    /// <summary><see cref="IEventStore.ListStreamsAsync"/>.</summary>
    ListStreams = 1 << 7,

    /// <summary><see cref="IEventStore.DeleteStreamAsync"/>.</summary>
    DeleteStream = 1 << 8,

    /// <summary><see cref="IEventStore.TruncateStreamAsync"/>.</summary>
    TruncateStream = 1 << 9,

    /// <summary><see cref="IEventStore.ReplaceEventAsync"/>.</summary>
    ReplaceEvent = 1 << 10,

    /// <summary>Everything that changes a store.</summary>
    Writes = Append | DeleteStream | TruncateStream | ReplaceEvent,

    /// <summary>Everything that only looks.</summary>
    Reads = ReadStream | ReadFeed | GetFeedEnd | WaitForFeed | ReadQuery | GetStreamInfo | ListStreams,

    /// <summary>Everything.</summary>
    All = Writes | Reads,
}
