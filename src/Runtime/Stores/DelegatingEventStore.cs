using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>Hands everything on to another store: derive from it to change a little of what a store does.</summary>
/// <param name="inner">The store behind it; disposed with this one.</param>
public abstract class DelegatingEventStore(IEventStore inner) : IEventStore
{
    /// <inheritdoc/>
    public virtual StoreCapabilities Capabilities => Inner.Capabilities;

    /// <inheritdoc/>
    public virtual StoreLimits Limits => Inner.Limits;

    /// <summary>The store behind this one.</summary>
    protected IEventStore Inner { get; } = inner ?? throw new ArgumentNullException(nameof(inner));

    /// <inheritdoc/>
    public virtual ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default) =>
        Inner.AppendAsync(batch, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default) =>
        Inner.ReadStreamAsync(streamId, fromSequence, maxCount, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<EventPage> ReadFeedAsync(long fromOffset, int maxCount, CancellationToken cancellationToken = default) =>
        Inner.ReadFeedAsync(fromOffset, maxCount, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<long> GetFeedEndAsync(CancellationToken cancellationToken = default) => Inner.GetFeedEndAsync(cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask WaitForFeedAsync(long offset, CancellationToken cancellationToken = default) => Inner.WaitForFeedAsync(offset, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<EventPage> ReadQueryAsync(EventQuery query, long fromOffset, int maxCount, CancellationToken cancellationToken = default) =>
        Inner.ReadQueryAsync(query, fromOffset, maxCount, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<StreamInfo?> GetStreamInfoAsync(string streamId, CancellationToken cancellationToken = default) =>
        Inner.GetStreamInfoAsync(streamId, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<StreamListing> ListStreamsAsync(string prefix = "", string? continuation = null, int maxCount = 1000, CancellationToken cancellationToken = default) =>
        Inner.ListStreamsAsync(prefix, continuation, maxCount, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<bool> DeleteStreamAsync(string streamId, ExpectedVersion expectedVersion = default, CancellationToken cancellationToken = default) =>
        Inner.DeleteStreamAsync(streamId, expectedVersion, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<bool> TruncateStreamAsync(string streamId, long firstSequence, CancellationToken cancellationToken = default) =>
        Inner.TruncateStreamAsync(streamId, firstSequence, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<bool> ReplaceEventAsync(
        string streamId, long sequence, RecordSchema schema, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default) =>
        Inner.ReplaceEventAsync(streamId, sequence, schema, payload, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Inner.DisposeAsync();
    }
}
