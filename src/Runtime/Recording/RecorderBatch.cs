using Daybook.Stores;

namespace Daybook;

/// <summary>
/// Events that go into their stream in one append, all or nothing. The generator derives a batch from it for every
/// state. What is not committed when the batch is disposed is dropped. Not safe for concurrent use.
/// </summary>
public abstract class RecorderBatch : IAsyncDisposable
{
    private readonly EventRecorder _recorder;
    private readonly AppendOptions _options;
    private AppendBatch? _batch;

    /// <summary>Starts a batch.</summary>
    /// <param name="recorder">The recorder whose stream and settings the batch has.</param>
    /// <param name="options">How to append the batch; it has no event id, since every event needs one of its own.</param>
    /// <exception cref="ArgumentException">The options carry an event id.</exception>
    protected RecorderBatch(EventRecorder recorder, in AppendOptions options)
    {
        ArgumentNullException.ThrowIfNull(recorder);
        if (!options.EventId.IsEmpty)
        {
            throw new ArgumentException("A batch has no event id; give each of its events its own.", nameof(options));
        }

        _recorder = recorder;
        _options = options;
        _batch = recorder.Rent(options);
    }

    /// <summary>How many events the batch holds.</summary>
    public int Count => _batch?.Count ?? 0;

    /// <summary>How many bytes the payloads of its events take.</summary>
    public int Bytes => _batch?.Buffer.Length ?? 0;

    /// <summary>Appends the batch. An empty batch appends nothing.</summary>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    /// <returns>Where the events stand; the default when the batch is empty.</returns>
    /// <exception cref="InvalidOperationException">The batch was committed or disposed before.</exception>
    public ValueTask<AppendResult> CommitAsync(CancellationToken cancellationToken = default)
    {
        AppendBatch batch = Open();
        if (batch.Count == 0)
        {
            return default;
        }

        _batch = null;
        return _recorder.SendAsync(batch, cancellationToken);
    }

    /// <summary>Drops what was not committed.</summary>
    /// <returns>A finished task.</returns>
    public ValueTask DisposeAsync()
    {
        AppendBatch? batch = _batch;
        _batch = null;
        if (batch is not null)
        {
            _recorder.Return(batch);
        }

        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal void Expect(ExpectedVersion version, EventId incarnation)
    {
        AppendBatch batch = Open();
        batch.ExpectedVersion = version;
        batch.ExpectedIncarnation = incarnation;
    }

    /// <summary>Adds an event behind the others.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <param name="value">The event.</param>
    /// <param name="options">What it has of its own.</param>
    /// <exception cref="InvalidOperationException">The batch was committed or disposed before.</exception>
    protected void Add<TEvent>(in TEvent value, in EventOptions options)
        where TEvent : IEvent<TEvent> =>
        _recorder.Add(Open(), value, options.EventId, options.Timestamp ?? _options.Timestamp, options.Metadata ?? _options.Metadata);

    private AppendBatch Open() =>
        _batch ?? throw new InvalidOperationException("The batch was committed or disposed; start another one.");
}
