using Daybook.Stores;

namespace Daybook.Tests.Stores;

/// <summary>A real store whose first append or deletion stands still before it happens, until it is let go.</summary>
internal sealed class HoldingStore(IEventStore inner) : DelegatingEventStore(inner)
{
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _holds;

    /// <summary>Done when somebody stands still.</summary>
    public Task Held => _held.Task;

    public void HoldNext() => Volatile.Write(ref _holds, 1);

    /// <summary>Lets the one who stands still go on, after another one had time to overtake if nothing keeps it back.</summary>
    public async Task LetGoAfterAsync(Task other)
    {
        _ = await Task.WhenAny(other, Task.Delay(300, TestContext.Current.CancellationToken));
        _letGo.SetResult();
    }

    public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default)
    {
        await WaitAsync();
        return await base.AppendAsync(batch, cancellationToken);
    }

    public override async ValueTask<bool> DeleteStreamAsync(string streamId, ExpectedVersion expectedVersion = default, CancellationToken cancellationToken = default)
    {
        await WaitAsync();
        return await base.DeleteStreamAsync(streamId, expectedVersion, cancellationToken);
    }

    public override async ValueTask<bool> TruncateStreamAsync(string streamId, long firstSequence, CancellationToken cancellationToken = default)
    {
        await WaitAsync();
        return await base.TruncateStreamAsync(streamId, firstSequence, cancellationToken);
    }

    private async Task WaitAsync()
    {
        if (Interlocked.Exchange(ref _holds, 0) == 1)
        {
            _held.SetResult();
            await _letGo.Task;
        }
    }
}
