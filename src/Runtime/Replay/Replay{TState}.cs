using System.Runtime.CompilerServices;
using Daybook.Stores;

namespace Daybook;

/// <summary>
/// A stream read back with its own timing, event by event, with the state at every step. Enumerating hands out the
/// envelopes; each enumeration starts anew. Control from other threads is safe, two enumerations at once are not.
/// </summary>
/// <typeparam name="TState">The state that the stream folds to.</typeparam>
public sealed class Replay<TState> : IAsyncEnumerable<Envelope>, IAsyncDisposable
    where TState : IState<TState>
{
    private const int PageSize = 1024;

    private readonly IEventStore _store;
    private readonly ReplayOptions _options;
    private readonly ReplayClock _clock;
    private readonly EnvelopeHandlers _handlers = new();
    private readonly CancellationTokenSource _disposal = new();
    private TState _state;
    private bool _hasState;
    private EventId _incarnation;

    internal Replay(IEventStore store, string streamId, ReplayOptions options)
    {
        _store = store;
        StreamId = streamId;
        _options = options;
        _clock = new(options.TimeProvider, options.Speed);
        _state = TState.Initial;
        _hasState = options.From == 0;
        Position = options.From - 1;
    }

    /// <summary>The stream.</summary>
    public string StreamId { get; }

    /// <summary>The sequence of the envelope handed out last; before the first one, the sequence before it.</summary>
    public long Position { get; private set; }

    /// <summary>
    /// The state up to the envelope handed out last; before the first one, the state before it, whatever the range.
    /// </summary>
    /// <exception cref="InvalidOperationException">The range starts later than 0, and nothing was read yet.</exception>
    public TState State => _hasState
        ? _state
        : throw new InvalidOperationException("The state before the range is read with the first event; call StartAsync to have it sooner.");

    /// <summary>How fast time passes: 0 waits for nothing, 1 is real time. It may change at any time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The speed is negative or not a number.</exception>
    public double Speed
    {
        get => _clock.Speed;
        set => _clock.Speed = ReplayExtensions.CheckSpeed(value);
    }

    /// <summary>Whether the replay stands still.</summary>
    public bool IsPaused => _clock.IsPaused;

    /// <summary>Lets the replay stand still before its next envelope.</summary>
    public void Pause() => _clock.IsPaused = true;

    /// <summary>Lets a paused replay go on; the time in between does not count.</summary>
    public void Resume() => _clock.IsPaused = false;

    /// <summary>Calls a handler for every event of a type, older versions of it included, in order with the other handlers.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <param name="handler">Awaited before the envelope is handed out; <see cref="State"/> is up to it already.</param>
    /// <returns>This replay.</returns>
    [OverloadResolutionPriority(1)]
    public Replay<TState> On<TEvent>(Func<TEvent, EventContext, ValueTask> handler)
        where TEvent : IEvent<TEvent>
    {
        _handlers.Add(handler);
        return this;
    }

    /// <inheritdoc cref="On{TEvent}(Func{TEvent, EventContext, ValueTask})"/>
    public Replay<TState> On<TEvent>(Func<TEvent, EventContext, Task> handler)
        where TEvent : IEvent<TEvent>
    {
        _handlers.Add(handler);
        return this;
    }

    /// <inheritdoc cref="On{TEvent}(Func{TEvent, EventContext, ValueTask})"/>
    public Replay<TState> On<TEvent>(Action<TEvent, EventContext> handler)
        where TEvent : IEvent<TEvent>
    {
        _handlers.Add(handler);
        return this;
    }

    /// <summary>Calls a handler for every event, in order with the other handlers.</summary>
    /// <param name="handler">Awaited before the envelope is handed out; <see cref="State"/> is up to it already.</param>
    /// <returns>This replay.</returns>
    [OverloadResolutionPriority(1)]
    public Replay<TState> OnAny(Func<Envelope, ValueTask> handler)
    {
        _handlers.Add(handler);
        return this;
    }

    /// <inheritdoc cref="OnAny(Func{Envelope, ValueTask})"/>
    public Replay<TState> OnAny(Func<Envelope, Task> handler)
    {
        _handlers.Add(handler);
        return this;
    }

    /// <inheritdoc cref="OnAny(Func{Envelope, ValueTask})"/>
    public Replay<TState> OnAny(Action<Envelope> handler)
    {
        _handlers.Add(handler);
        return this;
    }

    /// <summary>Reads the state before the range, and makes sure that the stream is there.</summary>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The state.</returns>
    /// <exception cref="StreamNotFoundException">There is no such stream.</exception>
    public async ValueTask<TState> StartAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposal.IsCancellationRequested, this);
        _clock.Restart();
        StreamInfo? info = await _store.GetStreamInfoAsync(StreamId, cancellationToken).ConfigureAwait(false);
        if (info is null && !_options.AllowMissing)
        {
            throw new StreamNotFoundException(StreamId);
        }

        _state = TState.Initial;
        _incarnation = default;
        long first = _options.From;
        if (first == 0 && info is { FirstSequence: > 0 })
        {
            // The whole of a truncated stream is what there is, if anything stands for what came before.
            first = info.FirstSequence;
            if (_options.To < first && !_options.Load.AllowPartial)
            {
                throw new StreamTruncatedException(StreamId, first);
            }
        }

        if (first > 0 && info is not null)
        {
            Versioned<TState> before = await _store.LoadAsync<TState>(StreamId, AsOf.Sequence(first - 1), _options.Load, cancellationToken).ConfigureAwait(false);
            _state = before.State;
            _incarnation = before.Incarnation;
        }

        Position = first - 1;
        _hasState = true;
        return _state;
    }

    /// <summary>Runs the replay to the end of its range, with its timing and handlers.</summary>
    /// <param name="cancellationToken">Ends the replay.</param>
    /// <returns>The state at the end.</returns>
    public async ValueTask<TState> ToEndAsync(CancellationToken cancellationToken = default)
    {
        await foreach (Envelope _ in this.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // The handlers and the state are what counts.
        }

        return State;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerator<Envelope> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposal.Token);
        _ = await StartAsync(stop.Token).ConfigureAwait(false);
        long next = Position + 1;
        long? end = null;
        while (end is null || next < end)
        {
            EnvelopePage page;
            using (EventPage lent = await _store.ReadStreamAsync(StreamId, next, PageSize, stop.Token).ConfigureAwait(false))
            {
                page = new(lent, TState.Events);
            }

            // What is appended while the replay runs is not part of it.
            end ??= Math.Min(page.Events.StreamVersion, _options.To is { } to && to < long.MaxValue ? to + 1 : long.MaxValue);
            CheckStream(page.Events, next);
            if (page.Events.Count == 0)
            {
                yield break;
            }

            for (int i = 0; i < page.Events.Count && page.Events.Events[i].Sequence < end; i++)
            {
                await _clock.WaitAsync(page.Events.Events[i].TimestampTicks, stop.Token).ConfigureAwait(false);
                _state = Folder.Fold(_state, page.Events, i, 1, _options.Load.SkipUnknownEvents);
                Position = page.Events.Events[i].Sequence;
                var envelope = new Envelope(page, i);
                await _handlers.HandleAsync(envelope).ConfigureAwait(false);
                yield return envelope;
            }

            next = page.Events.Next;
        }
    }

    // The stream may be deleted, created anew or truncated while the replay goes on.
    private void CheckStream(EventPage page, long next)
    {
        if (!_incarnation.IsEmpty && _incarnation != page.Incarnation)
        {
            throw new StreamNotFoundException(StreamId);
        }

        _incarnation = page.Incarnation;
        if (page.FirstSequence > next && !_options.Load.AllowPartial)
        {
            throw new StreamTruncatedException(StreamId, page.FirstSequence);
        }
    }

    /// <summary>Ends a replay that is still running.</summary>
    /// <returns>A finished task.</returns>
    public async ValueTask DisposeAsync() => await _disposal.CancelAsync().ConfigureAwait(false);
}
