using Daybook.Stores;

namespace Daybook.Tests.EndToEnd;

/// <summary>A real store behind a line that breaks as told: before the append reaches it, or on the way back.</summary>
internal sealed class FlakyStore(IEventStore inner) : IEventStore
{
    public StoreCapabilities Capabilities => inner.Capabilities;

    public StoreLimits Limits => inner.Limits;

    /// <summary>How many of the next appends fail.</summary>
    public int Failures { get; set; }

    /// <summary>Whether a failing append is stored all the same.</summary>
    public bool LosesAnswers { get; init; }

    public int Appends { get; private set; }

    /// <summary>How many events were handed out.</summary>
    public int EventsRead { get; private set; }

    /// <summary>Runs once, before the next append.</summary>
    public Func<ValueTask>? BeforeAppend { get; set; }

    /// <summary>What a failing append throws at once, before there is a task; null fails in the task.</summary>
    public Func<Exception>? FailsAtOnce { get; init; }

    public ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default)
    {
        Appends++;
        if (Failures > 0 && FailsAtOnce is { } exception)
        {
            Failures--;
            throw exception();
        }

        return AppendLaterAsync(batch, cancellationToken);
    }

    private async ValueTask<AppendResult> AppendLaterAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        if (BeforeAppend is { } before)
        {
            BeforeAppend = null;
            await before();
        }

        bool fails = Failures > 0;
        Failures -= fails ? 1 : 0;
        if (fails && !LosesAnswers)
        {
            throw new StoreUnavailableException("The line is down.");
        }

        AppendResult result = await inner.AppendAsync(batch, cancellationToken);
        return fails ? throw new StoreUnavailableException("The answer got lost.") : result;
    }

    public async ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default)
    {
        EventPage page = await inner.ReadStreamAsync(streamId, fromSequence, maxCount, cancellationToken);
        EventsRead += streamId.StartsWith('$') ? 0 : page.Count;
        return page;
    }

    public ValueTask<EventPage> ReadFeedAsync(long fromOffset, int maxCount, CancellationToken cancellationToken = default) =>
        inner.ReadFeedAsync(fromOffset, maxCount, cancellationToken);

    public ValueTask<StreamInfo?> GetStreamInfoAsync(string streamId, CancellationToken cancellationToken = default) =>
        inner.GetStreamInfoAsync(streamId, cancellationToken);

    public ValueTask<StreamListing> ListStreamsAsync(string prefix = "", string? continuation = null, int maxCount = 1000, CancellationToken cancellationToken = default) =>
        inner.ListStreamsAsync(prefix, continuation, maxCount, cancellationToken);

    public ValueTask<bool> DeleteStreamAsync(string streamId, ExpectedVersion expectedVersion = default, CancellationToken cancellationToken = default) =>
        inner.DeleteStreamAsync(streamId, expectedVersion, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
