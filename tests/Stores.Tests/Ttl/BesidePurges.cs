using Daybook.Stores;

namespace Daybook.Tests.Stores.Ttl;

/// <summary>Writers beside purges that never stop.</summary>
internal static class BesidePurges
{
    /// <summary>Lets four writers write, each to a stream of its own.</summary>
    /// <param name="store">The store that is purged.</param>
    /// <param name="writeAsync">Writes to a stream for the n-th time; the answer is how much was lost.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How much was lost.</returns>
    internal static async Task<int> CountLostAsync(TtlEventStore store, Func<string, int, Task<int>> writeAsync, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task purges = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    _ = await store.PurgeExpiredAsync(cancellationToken);
                }
            },
            cancellationToken);
        int[] lost = await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(
            async () =>
            {
                int lost = 0;
                for (int i = 0; i < 500; i++)
                {
                    lost += await writeAsync($"stream-{writer}", i);
                }

                return lost;
            },
            cancellationToken)));
        await stop.CancelAsync();
        await purges;
        return lost.Sum();
    }
}
