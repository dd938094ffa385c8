using Daybook.Stores;

namespace Daybook.Tests.Integrity;

/// <summary>A real store that somebody else writes to in between, or that goes away before it has done all.</summary>
internal sealed class BreakingStore(IEventStore inner) : DelegatingEventStore(inner)
{
    public bool FailsTruncations { get; set; }

    public Func<ValueTask>? BeforeAppend { get; init; }

    public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default)
    {
        if (BeforeAppend is { } before)
        {
            await before();
        }

        return await Inner.AppendAsync(batch, cancellationToken);
    }

    public override ValueTask<bool> TruncateStreamAsync(string streamId, long firstSequence, CancellationToken cancellationToken = default) =>
        FailsTruncations ? throw new StoreUnavailableException("The power is gone.") : Inner.TruncateStreamAsync(streamId, firstSequence, cancellationToken);
}
