using Daybook.Stores;

namespace Daybook.Llm;

/// <summary>
/// Brings the events of one response into their stream, in order and off the way of the response: one batch is filled while the one before it is
/// appended, so that a slow store gets few large appends. Every append expects the version that the ones before have made: nobody else's events come in between.
/// </summary>
internal sealed class ChatEventWriter : IThreadPoolWorkItem
{
    private const int LargestBatchEvents = 4096;
    private const int LargestBatchBytes = 1024 * 1024;

    private readonly LlmState.Recorder _recorder;
    private readonly Action<Exception> _failed;
    private readonly int _maxEvents;
    private readonly int _maxBytes;
    private readonly Queue<LlmState.Batch> _full = new();
    private LlmState.Batch? _filling;
    private long _version;
    private int _waiting;
    private bool _isWriting;
    private bool _isGivenUp;
    private TaskCompletionSource? _idle;

    internal ChatEventWriter(LlmState.Recorder recorder, long version, Action<Exception> failed)
    {
        _recorder = recorder;
        _version = version;
        _failed = failed;
        StoreLimits limits = recorder.Store.Limits;
        _maxEvents = Math.Min(limits.MaxAppendEvents, LargestBatchEvents);
        _maxBytes = Math.Min(limits.MaxAppendBytes, LargestBatchBytes);
        LargestEvent = Math.Min(limits.MaxPayloadBytes, limits.MaxAppendBytes);
    }

    /// <summary>Held while events are put into a batch.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>How many bytes an event of the store has at most.</summary>
    internal int LargestEvent { get; }

    /// <summary>Why nothing more is written.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>How many events are not in the store yet.</summary>
    internal int Waiting => Volatile.Read(ref _waiting);

    /// <summary>The batch for the next event; under <see cref="Gate"/>.</summary>
    /// <param name="size">How many bytes the event has.</param>
    internal LlmState.Batch BatchFor(int size)
    {
        if (_filling is { } batch && (batch.Count >= _maxEvents || (batch.Count > 0 && batch.Bytes + size > _maxBytes)))
        {
            _full.Enqueue(batch);
            Close();
        }

        return _filling ??= _recorder.Batch(new() { ExpectedVersion = ExpectedVersion.At(_version) });
    }

    /// <summary>Lets what was put in be written; under <see cref="Gate"/>.</summary>
    /// <param name="events">How many events that is.</param>
    internal void Send(int events)
    {
        _waiting += events;
        if (!_isWriting && Failure is null)
        {
            _isWriting = true;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Waits until everything is in the store, or nothing more goes there.</summary>
    internal async ValueTask WaitAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        Task idle;
        lock (Gate)
        {
            if (!_isWriting || _isGivenUp)
            {
                return;
            }

            idle = (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        try
        {
            await idle.WaitAsync(timeout, _recorder.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            _isGivenUp = true;
            Fail(new StoreUnavailableException($"The store did not take the events of stream '{_recorder.StreamId}' within {timeout}.", exception));
        }
    }

    /// <summary>Nothing more is put in; what was put in before is still written.</summary>
    internal void Stop(Exception exception) => Stop(exception, isWritten: true);

    /// <summary>Nothing more is written: what stands behind a gap would not be true.</summary>
    private void Fail(Exception exception) => Stop(exception, isWritten: false);

    // In one step: what is put in between the dropping and the stop would be written behind the gap.
    private void Stop(Exception exception, bool isWritten)
    {
        lock (Gate)
        {
            if (!isWritten)
            {
                _waiting = 0;
                _full.Clear();
                _filling = null;
            }

            if (Failure is not null)
            {
                return;
            }

            Failure = exception;
        }

        _failed(exception);
    }

    /// <inheritdoc/>
    void IThreadPoolWorkItem.Execute() => _ = WriteAsync();

    private async Task WriteAsync()
    {
        while (Take() is { } batch)
        {
            int count = batch.Count;
            try
            {
                _ = await batch.CommitAsync().ConfigureAwait(false);
                lock (Gate)
                {
                    _waiting = Math.Max(0, _waiting - count);
                }
            }
#pragma warning disable CA1031 // Whatever a store throws, the response decides by its policy.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Fail(exception);
            }
        }
    }

    private LlmState.Batch? Take()
    {
        lock (Gate)
        {
            if (_full.TryDequeue(out LlmState.Batch? batch))
            {
                return batch;
            }

            if (_filling is { Count: > 0 } filling)
            {
                Close();
                return filling;
            }

            _isWriting = false;
            _idle?.SetResult();
            _idle = null;
            return null;
        }
    }

    private void Close()
    {
        _version += _filling!.Count;
        _filling = null;
    }
}
