using Daybook.Schema;
using Daybook.Stores;

namespace Daybook.Tests.Stores;

/// <summary>A real store behind a line that breaks when told.</summary>
internal sealed class BreakingStore(IEventStore inner) : DelegatingEventStore(inner)
{
    /// <summary>What every change fails with; null for none.</summary>
    public Func<Exception>? Failure { get; set; }

    /// <summary>Whether a failing change is made all the same: the answer is lost.</summary>
    public bool LosesAnswers { get; set; }

    public int Changes { get; private set; }

    public override ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default) =>
        ChangeAsync(() => base.AppendAsync(batch, cancellationToken));

    public override ValueTask<bool> DeleteStreamAsync(string streamId, ExpectedVersion expectedVersion = default, CancellationToken cancellationToken = default) =>
        ChangeAsync(() => base.DeleteStreamAsync(streamId, expectedVersion, cancellationToken));

    public override ValueTask<bool> TruncateStreamAsync(string streamId, long firstSequence, CancellationToken cancellationToken = default) =>
        ChangeAsync(() => base.TruncateStreamAsync(streamId, firstSequence, cancellationToken));

    public override ValueTask<bool> ReplaceEventAsync(
        string streamId, long sequence, RecordSchema schema, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default) =>
        ChangeAsync(() => base.ReplaceEventAsync(streamId, sequence, schema, payload, cancellationToken));

    private async ValueTask<T> ChangeAsync<T>(Func<ValueTask<T>> change)
    {
        await Task.Yield();
        Changes++;
        if (Failure is { } failure)
        {
            if (LosesAnswers)
            {
                _ = await change();
            }

            throw failure();
        }

        return await change();
    }
}
