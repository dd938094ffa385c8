namespace Daybook.Stores;

/// <summary>Wakes those who wait for the feed. Appends that nobody waits for cost one read.</summary>
internal sealed class FeedSignal
{
    private TaskCompletionSource? _waiting;

    /// <summary>Wakes everybody who waits.</summary>
    internal void Set()
    {
        if (Volatile.Read(ref _waiting) is not null)
        {
            Interlocked.Exchange(ref _waiting, null)?.SetResult();
        }
    }

    /// <summary>A task that the next <see cref="Set"/> ends. Ask for it first, then look whether there is anything to wait for.</summary>
    internal Task NextAsync()
    {
        while (true)
        {
            TaskCompletionSource? waiting = Volatile.Read(ref _waiting);
            if (waiting is not null)
            {
                return waiting.Task;
            }

            var added = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (Interlocked.CompareExchange(ref _waiting, added, null) is null)
            {
                return added.Task;
            }
        }
    }
}
