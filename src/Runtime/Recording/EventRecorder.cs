using Daybook.MessagePack;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook;

/// <summary>
/// Appends events to one stream. The generator derives a recorder from it for every state, with a method for every
/// event. Safe for concurrent use.
/// </summary>
public abstract class EventRecorder
{
    private readonly EventIdGenerator _ids = new();
    private readonly string _category;

    private const int LargestSpareBytes = 1024 * 1024;

    // One batch is kept for the next append, so that an append allocates nothing of its own.
    private AppendBatch? _spare;

    private protected EventRecorder(IEventStore store, string streamId, string category, RecorderOptions? options)
    {
        ArgumentNullException.ThrowIfNull(store);
        Daybook.StreamId.Validate(streamId);
        Options = options ?? RecorderOptions.Default;
        ArgumentNullException.ThrowIfNull(Options.TimeProvider, nameof(options));
        ArgumentNullException.ThrowIfNull(Options.Load, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.MaxAttempts, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.RetryDelay, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(Options.MaxConflicts, nameof(options));
        Store = store;
        StreamId = streamId;
        _category = category;
    }

    /// <summary>The store that the events go to.</summary>
    public IEventStore Store { get; }

    /// <summary>The stream that the events go to.</summary>
    public string StreamId { get; }

    /// <summary>How the recorder works.</summary>
    public RecorderOptions Options { get; }

    /// <summary>Appends one event.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <param name="value">The event.</param>
    /// <param name="options">How to append it.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    /// <returns>Where it stands.</returns>
    protected ValueTask<AppendResult> AppendAsync<TEvent>(in TEvent value, in AppendOptions options, CancellationToken cancellationToken)
        where TEvent : IEvent<TEvent>
    {
        AppendBatch batch = Rent(options);
        try
        {
            Add(batch, value, options.EventId, options.Timestamp, options.Metadata);
        }
        catch
        {
            Return(batch);
            throw;
        }

        return SendAsync(batch, cancellationToken);
    }

    internal AppendBatch Rent(in AppendOptions options)
    {
        AppendBatch batch = Interlocked.Exchange(ref _spare, null) ?? new();
        batch.Start(StreamId, _category);
        batch.ExpectedVersion = options.ExpectedVersion;
        batch.Durability = options.Durability;
        return batch;
    }

    internal void Return(AppendBatch batch)
    {
        if (batch.Buffer.Length > LargestSpareBytes)
        {
            batch.Dispose();
            return;
        }

        AppendBatch? spare = Interlocked.Exchange(ref _spare, batch);
        spare?.Dispose();
    }

    internal void Add<TEvent>(AppendBatch batch, in TEvent value, EventId id, DateTimeOffset? timestamp, EventMetadata? metadata)
        where TEvent : IEvent<TEvent>
    {
        if (value is null)
        {
            throw new ArgumentNullException(nameof(value));
        }

        DateTimeOffset now = timestamp ?? Options.TimeProvider.GetUtcNow();
        if (id.IsEmpty)
        {
            // A time stamp of the caller's may lie in the far future, and would make all later ids look old.
            id = _ids.Next(timestamp is null ? now : Options.TimeProvider.GetUtcNow());
        }

        int start = batch.Buffer.Length;
        try
        {
            var writer = new MessagePackWriter(batch.Buffer);
            RecordSchema schema = TEvent.Record(ref writer, in value);
            writer.Flush();
            batch.Add(schema, id, now, metadata ?? Options.Metadata, start);
        }
        catch
        {
            batch.Buffer.Truncate(start);
            throw;
        }
    }

    internal ValueTask<AppendResult> SendAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        ValueTask<AppendResult> append;
        try
        {
            append = Store.AppendAsync(batch, cancellationToken);
        }
        catch (Exception exception) when (exception is StoreUnavailableException or StoreFaultedException)
        {
            append = ValueTask.FromException<AppendResult>(exception);
        }
        catch
        {
            Return(batch);
            throw;
        }

        if (!append.IsCompletedSuccessfully)
        {
            return WaitAsync(append, batch, cancellationToken);
        }

        AppendResult result = append.Result;
        Count(batch, result);
        Return(batch);
        return new(result);
    }

    /// <summary>Hears of what was appended, where there is a policy for snapshots.</summary>
    private protected virtual void OnAppended(int events, int bytes)
    {
    }

    private void Count(AppendBatch batch, in AppendResult result)
    {
        if (Options.Snapshots is not null && !result.WasRepeated)
        {
            OnAppended(batch.Count, batch.Buffer.Length);
        }
    }

    // After a lost answer even a cancelled wait or a closed store says nothing about the attempt before.
    private static bool LeavesOutcomeOpen(Exception exception, int attempt) =>
        exception is StoreUnavailableException or StoreFaultedException
        || (attempt > 1 && exception is (OperationCanceledException or ObjectDisposedException));

    private async ValueTask<AppendResult> WaitAsync(ValueTask<AppendResult> append, AppendBatch batch, CancellationToken cancellationToken)
    {
        // A batch whose outcome is unknown belongs to the exception that carries it.
        bool isOurs = true;
        try
        {
            TimeSpan delay = Options.RetryDelay;
            for (int attempt = 1; ; attempt++)
            {
                try
                {
                    if (attempt > 1)
                    {
                        await Task.Delay(delay, Options.TimeProvider, cancellationToken).ConfigureAwait(false);
                        delay *= 2;
                        append = Store.AppendAsync(batch, cancellationToken);
                    }

                    AppendResult result = await append.ConfigureAwait(false);
                    Count(batch, result);
                    return result;
                }
                catch (StoreUnavailableException) when (attempt < Options.MaxAttempts)
                {
                    // The same ids go out again, so it does not matter whether the lost answer was a yes.
                }
                catch (Exception exception) when (LeavesOutcomeOpen(exception, attempt))
                {
                    isOurs = false;
                    throw new AppendOutcomeUnknownException(Store, batch, exception);
                }
            }
        }
        finally
        {
            if (isOurs)
            {
                Return(batch);
            }
        }
    }
}
