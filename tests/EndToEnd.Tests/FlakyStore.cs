using Daybook.Stores;

namespace Daybook.Tests.EndToEnd;

/// <summary>A real store behind a line that breaks as told: before the append reaches it, or on the way back.</summary>
internal sealed class FlakyStore(IEventStore inner) : DelegatingEventStore(inner)
{
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

    public override ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default)
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

        AppendResult result = await Inner.AppendAsync(batch, cancellationToken);
        return fails ? throw new StoreUnavailableException("The answer got lost.") : result;
    }

    public override async ValueTask<EventPage> ReadStreamAsync(string streamId, long fromSequence, int maxCount, CancellationToken cancellationToken = default)
    {
        EventPage page = await Inner.ReadStreamAsync(streamId, fromSequence, maxCount, cancellationToken);
        EventsRead += streamId.StartsWith('$') ? 0 : page.Count;
        return page;
    }
}
