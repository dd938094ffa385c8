using System.Runtime.ExceptionServices;

namespace Daybook.Stores.Sqlite;

/// <summary>A change that somebody asked for, on its way through the group commit.</summary>
internal abstract class WriteRequest
{
    private const int Waiting = 0;
    private const int Started = 1;
    private const int Cancelled = 2;
    private TaskCompletionSource? _completion;
    private int _state;

    /// <summary>Whether the change must survive a power loss.</summary>
    internal abstract bool NeedsFlush { get; }

    /// <summary>Why it was refused.</summary>
    internal Exception? Failure { get; set; }

    /// <summary>Makes the change in an open transaction; throws before anything is written if it cannot be. May run again after a rollback.</summary>
    internal abstract void Run(StoreWriter writer);

    /// <summary>Makes the request one that somebody waits for; before it is queued.</summary>
    internal void Queue() => _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for the end of a queued request.</summary>
    /// <param name="cancellationToken">Ends the wait unless the request has started.</param>
    internal async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static (request, token) => ((WriteRequest)request!).Cancel(token), this);
        await _completion!.Task.ConfigureAwait(false);
    }

    /// <summary>Makes the request one that cannot be cancelled any more.</summary>
    /// <returns>False when it was cancelled.</returns>
    internal bool TryStart() => Interlocked.CompareExchange(ref _state, Started, Waiting) != Cancelled;

    /// <summary>Tells whoever waits.</summary>
    internal void End()
    {
        if (Failure is null)
        {
            _ = _completion?.TrySetResult();
        }
        else
        {
            _ = _completion?.TrySetException(Failure);
        }
    }

    internal void ThrowIfFailed()
    {
        if (Failure is not null)
        {
            ExceptionDispatchInfo.Throw(Failure);
        }
    }

    private void Cancel(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _state, Cancelled, Waiting) == Waiting)
        {
            _ = _completion!.TrySetCanceled(cancellationToken);
        }
    }
}
