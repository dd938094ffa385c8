using System.Runtime.ExceptionServices;

namespace Daybook.Stores;

public sealed partial class CompositeEventStore
{
    /// <inheritdoc/>
    public override ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.ReadStreamAsync(streamId, fromSequence, maxCount, cancellationToken), index => !_lag.Contains(index, streamId), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<StreamInfo?> GetStreamInfoAsync(string streamId, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.GetStreamInfoAsync(streamId, cancellationToken), index => !_lag.Contains(index, streamId), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<StreamListing> ListStreamsAsync(string prefix = "", string? continuation = null, int maxCount = 1000, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.ListStreamsAsync(prefix, continuation, maxCount, cancellationToken), index => !_lag.Of(index).Any(), cancellationToken);

    private ValueTask<T> ReadAsync<T>(Func<IEventStore, ValueTask<T>> read, Func<int, bool> isUpToDate, CancellationToken cancellationToken) =>
        _onReadFailure == PrimaryReadFailure.Throw ? read(Inner) : ReadAnyAsync(read, isUpToDate, cancellationToken);

    /// <summary>Reads the first store that answers; the primary's failure when none does.</summary>
    private async ValueTask<T> ReadAnyAsync<T>(Func<IEventStore, ValueTask<T>> read, Func<int, bool> isUpToDate, CancellationToken cancellationToken)
    {
        ExceptionDispatchInfo? failure = null;
        for (int index = 0; index <= _secondaries.Length; index++)
        {
            if (index > 0 && !isUpToDate(index))
            {
                continue;
            }

            try
            {
                return await read(index == 0 ? Inner : _secondaries[index - 1]).ConfigureAwait(false);
            }
            catch (Exception exception) when (IsOfTheStore(exception, cancellationToken))
            {
                failure ??= ExceptionDispatchInfo.Capture(exception);
            }
        }

        failure!.Throw();
        throw failure.SourceException;
    }

    /// <summary>Whether another store may answer: not where the question was wrong, or nobody waits any more.</summary>
    private static bool IsOfTheStore(Exception exception, CancellationToken cancellationToken) =>
        exception is not (ArgumentException or ObjectDisposedException) && !cancellationToken.IsCancellationRequested;
}
