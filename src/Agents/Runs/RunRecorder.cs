using System.Text.Json;

namespace Daybook.Agents.Runs;

/// <summary>
/// Appends the events of one run, turn by turn. The id of an event is made of run, turn, actor and how many that actor has had in the turn, so a turn that is played again
/// after a crash records the same events once. Not for several callers at once.
/// </summary>
public sealed class RunRecorder
{
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);

    /// <summary>Begins or goes on with a run at a turn.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="runId">The run.</param>
    /// <param name="turn">The turn, from 0.</param>
    public RunRecorder(Ledger ledger, string runId, int turn = 0)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentException.ThrowIfNullOrEmpty(runId);
        ArgumentOutOfRangeException.ThrowIfNegative(turn);
        Ledger = ledger;
        RunId = runId;
        Turn = turn;
    }

    /// <summary>The ledger.</summary>
    public Ledger Ledger { get; }

    /// <summary>The run.</summary>
    public string RunId { get; }

    /// <summary>The turn that is being played.</summary>
    public int Turn { get; private set; }

    /// <summary>The session that the events belong to, if there is one.</summary>
    public string? SessionId { get; init; }

    /// <summary>
    /// Takes up the run of the ledger's last event where that run was not finished, at its turn: play that turn again from its beginning, and
    /// nothing of it is recorded twice.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The recorder; null when the ledger is empty, or its last event is <see cref="LedgerKinds.RunFinished"/>: a new run begins then.</returns>
    public static async ValueTask<RunRecorder?> RestoreAsync(Ledger ledger, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        LedgerEntry? last = await ledger.GetLastAsync(cancellationToken).ConfigureAwait(false);
        return last is null or { Event.Kind: LedgerKinds.RunFinished } ? null : new(ledger, last.Event.RunId, last.Event.Turn) { SessionId = last.Event.SessionId };
    }

    /// <summary>Appends what happens next in this turn.</summary>
    /// <param name="kind">What happened, such as <c>agent.spoke</c>: see <see cref="LedgerKinds"/>.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="payload">What there is to say about it; an empty object when null.</param>
    /// <param name="modelId">The model that was used.</param>
    /// <param name="modelProfile">The profile of that model.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    /// <returns>Where it stands; <see cref="AppendResult.WasRepeated"/> when it stood there before, be it redacted since.</returns>
    /// <exception cref="DuplicateEventException">The turn was played before, and went another way.</exception>
    public async ValueTask<AppendResult> RecordAsync(
        string kind, string actor, JsonElement? payload = null, string? modelId = null, string? modelProfile = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        int ordinal = _ordinals.GetValueOrDefault(actor);
        var value = new LedgerEvent
        {
            Id = LedgerEvent.IdOf(RunId, Turn, actor, ordinal),
            RunId = RunId,
            Turn = Turn,
            Kind = kind,
            Actor = actor,
            SessionId = SessionId,
            ModelId = modelId,
            ModelProfile = modelProfile,
        };
        AppendResult result = await AppendAsync(payload is { } given ? value with { Payload = given } : value, cancellationToken).ConfigureAwait(false);

        // Only what is stored counts: a call that failed is made again with the same id.
        _ordinals[actor] = ordinal + 1;
        return result;
    }

    /// <summary>Goes on to the next turn.</summary>
    public void NextTurn()
    {
        Turn++;
        _ordinals.Clear();
    }

    private async ValueTask<AppendResult> AppendAsync(LedgerEvent value, CancellationToken cancellationToken)
    {
        try
        {
            return await Ledger.AppendAsync(value, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (DuplicateEventException duplicate)
        {
            // What was redacted is erased elsewhere, too, so that it may not be said again as it was. That step is done.
            await foreach (Envelope stored in Ledger.Store.ReadEventsAsync(duplicate.StreamId, duplicate.Sequence, catalog: null, cancellationToken).ConfigureAwait(false))
            {
                if (stored.EventId == value.Id && stored.Is<Redacted>())
                {
                    return new(stored.Sequence, [stored.Offset]);
                }

                break;
            }

            throw;
        }
    }
}
