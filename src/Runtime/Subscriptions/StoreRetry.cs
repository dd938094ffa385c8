namespace Daybook;

/// <summary>Calls a store again while it cannot be reached.</summary>
internal sealed class StoreRetry(FeedOptions options)
{
    internal async ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken)
    {
        TimeSpan delay = options.RetryDelay;
        while (true)
        {
            try
            {
                return await call(cancellationToken).ConfigureAwait(false);
            }
            catch (StoreUnavailableException)
            {
                // It may come back.
            }

            await Task.Delay(delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
            delay = delay * 2 < options.MaxRetryDelay ? delay * 2 : options.MaxRetryDelay;
        }
    }
}
