using System.Collections.Immutable;

namespace Daybook.Llm;

/// <summary>
/// A stream that is read back: its state at once, its events by enumerating, each enumeration from the beginning. Control from other threads
/// is safe, two enumerations at once are not.
/// </summary>
public sealed partial class ReplayResult : IAsyncEnumerable<Envelope>, IAsyncDisposable
{
    private readonly Replay<LlmState> _replay;
    private readonly LlmState _end;
    private readonly CancellationTokenSource _abort = new();
    private bool _hasBegun;

    internal ReplayResult(Replay<LlmState> replay, LlmState end, LlmOptions originalOptions)
    {
        _replay = replay;
        _end = end;
        OriginalOptions = originalOptions;
    }

    /// <summary>The stream.</summary>
    public string StreamId => _replay.StreamId;

    /// <summary>Always true: nothing of this is live.</summary>
    public bool IsReplay { get; } = true;

    /// <summary>What the stream was asked for when it was recorded, whatever the range; empty when no START is there.</summary>
    public LlmOptions OriginalOptions { get; }

    /// <summary>
    /// The fold of everything up to a point, whatever the range: before the first enumeration up to the end of the range, then up to the envelope
    /// handed out last.
    /// </summary>
    public LlmState State => _hasBegun ? _replay.State : _end;

    /// <summary>The sequence of the envelope handed out last; before the first one, the sequence before it.</summary>
    public long Position => _replay.Position;

    /// <summary>The errors among the envelopes handed out so far, as exceptions.</summary>
    public ImmutableArray<LlmErrorException> Errors { get; private set; } = [];

    /// <summary>How fast time passes: 0 waits for nothing, 1 is real time. It may change at any time.</summary>
    public double Speed
    {
        get => _replay.Speed;
        set => _replay.Speed = value;
    }

    /// <summary>Whether the replay stands still.</summary>
    public bool IsPaused => _replay.IsPaused;

    /// <summary>Lets the replay stand still before its next envelope.</summary>
    public void Pause() => _replay.Pause();

    /// <summary>Lets a paused replay go on; the time in between does not count.</summary>
    public void Resume() => _replay.Resume();

    /// <summary>Ends the replay before its next envelope, without an exception; it hands out nothing any more.</summary>
    public void Abort() => _abort.Cancel();

    /// <summary>Runs the replay to the end of its range, with its timing and handlers.</summary>
    /// <param name="cancellationToken">Ends the replay.</param>
    /// <returns>The state at the end.</returns>
    public async ValueTask<LlmState> ToEndAsync(CancellationToken cancellationToken = default)
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
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _abort.Token);
        Errors = [];
        IAsyncEnumerator<Envelope> envelopes = _replay.GetAsyncEnumerator(stop.Token);
        await using (envelopes.ConfigureAwait(false))
        {
            while (await MoveNextAsync(envelopes, cancellationToken).ConfigureAwait(false))
            {
                _hasBegun = true;
                Envelope envelope = envelopes.Current;
                if (envelope.TryGet<ErrorEvent>(out ErrorEvent? failed))
                {
                    Errors = Errors.Add(failed.Error.ToException());
                }

                await HandleAsync(envelope).ConfigureAwait(false);
                yield return envelope;
            }
        }
    }

    /// <summary>Ends a replay that is still running.</summary>
    /// <returns>A finished task.</returns>
    public ValueTask DisposeAsync()
    {
        Abort();
        return _replay.DisposeAsync();
    }

    private async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<Envelope> envelopes, CancellationToken cancellationToken)
    {
        try
        {
            return !_abort.IsCancellationRequested && await envelopes.MoveNextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_abort.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
