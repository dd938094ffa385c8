using Daybook.Stores;

namespace Daybook.Tests.Subscriptions;

/// <summary>
/// A real store behind a line that breaks at every so-manieth call; what an append has written may be done all the same. Not disposed: the
/// store belongs to the test.
/// </summary>
internal sealed class BrokenLine(IEventStore inner, int every) : DelegatingEventStore(inner)
{
    private int _calls;

    public int Failures { get; private set; }

    /// <summary>Which appends break the line for good: as if the process were killed there.</summary>
    public Func<string, bool>? KillsAt { get; set; }

    /// <summary>Whether the killing append is written.</summary>
    public bool KillsAfter { get; init; }

    public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default)
    {
        bool kills = KillsAt?.Invoke(batch.StreamId) == true;
        if (kills && !KillsAfter)
        {
            throw new KilledException();
        }

        bool breaks = Breaks();
        AppendResult result = await Inner.AppendAsync(batch, cancellationToken);
        return kills ? throw new KilledException() : breaks ? throw new StoreUnavailableException("The answer got lost.") : result;
    }

    public override ValueTask<EventPage> ReadQueryAsync(EventQuery query, long fromOffset, int maxCount, CancellationToken cancellationToken = default) =>
        Breaks() ? throw new StoreUnavailableException("The line is down.") : base.ReadQueryAsync(query, fromOffset, maxCount, cancellationToken);

    public override ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default) =>
        Breaks() ? throw new StoreUnavailableException("The line is down.") : base.ReadStreamAsync(streamId, fromSequence, maxCount, cancellationToken);

    private bool Breaks()
    {
        bool breaks = Interlocked.Increment(ref _calls) % every == 0;
        Failures += breaks ? 1 : 0;
        return breaks;
    }
}

