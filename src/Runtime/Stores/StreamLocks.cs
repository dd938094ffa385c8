namespace Daybook.Stores;

/// <summary>Lets one caller at a time do something to a stream. Streams may share a lock, so nobody takes a second one.</summary>
internal sealed class StreamLocks
{
    private readonly SemaphoreSlim[] _locks = [.. Enumerable.Range(0, 64).Select(static _ => new SemaphoreSlim(1))];

    /// <summary>Waits for a stream to be free and does something to it.</summary>
    internal async ValueTask<T> AloneAsync<T>(string streamId, Func<ValueTask<T>> act, CancellationToken cancellationToken)
    {
        SemaphoreSlim one = _locks[(uint)string.GetHashCode(streamId, StringComparison.Ordinal) % (uint)_locks.Length];
        await one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await act().ConfigureAwait(false);
        }
        finally
        {
            _ = one.Release();
        }
    }
}
