using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Agents.Runs;

/// <summary>What a run comes to: when it began and ended, how far it went, who acted, and which models were used.</summary>
public sealed record RunSummary
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>When it began last, by its <c>run.started</c>; null without one.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, by its <c>run.finished</c>; null while it goes on.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What was said when it began, as JSON.</summary>
    public JsonElement? Start { get; init; }

    /// <summary>What was said when it ended, as JSON; null while it goes on.</summary>
    public JsonElement? Finish { get; init; }

    /// <summary>The session of the first event that names one.</summary>
    public string? SessionId { get; init; }

    /// <summary>The greatest turn.</summary>
    public int LastTurn { get; init; }

    /// <summary>How many events there are.</summary>
    public long Events { get; init; }

    /// <summary>How many events each actor has.</summary>
    public ImmutableSortedDictionary<string, long> Actors { get; init; } = NoCounts;

    /// <summary>How many events each model has produced, by <see cref="LedgerEvent.ModelId"/>.</summary>
    public ImmutableSortedDictionary<string, long> Models { get; init; } = NoCounts;

    /// <summary>How many events each profile of a model has produced, by <see cref="LedgerEvent.ModelProfile"/>.</summary>
    public ImmutableSortedDictionary<string, long> ModelProfiles { get; init; } = NoCounts;

    private static ImmutableSortedDictionary<string, long> NoCounts { get; } = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>Counts in one more event of the run.</summary>
    /// <param name="value">The event.</param>
    /// <returns>The summary with it.</returns>
    /// <exception cref="ArgumentException">The event is of another run.</exception>
    public RunSummary Apply(LedgerEvent value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!string.Equals(value.RunId, RunId, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The event is of the run '{value.RunId}', not of '{RunId}'.", nameof(value));
        }

        RunSummary next = this with
        {
            SessionId = SessionId ?? value.SessionId,
            LastTurn = Math.Max(LastTurn, value.Turn),
            Events = Events + 1,
            Actors = Count(Actors, value.Actor),
            Models = Count(Models, value.ModelId),
            ModelProfiles = Count(ModelProfiles, value.ModelProfile),
        };
        return value.Kind switch
        {
            LedgerKinds.RunStarted => next with { StartedAt = value.CreatedAt, Start = value.Payload, FinishedAt = null, Finish = null },
            LedgerKinds.RunFinished => next with { FinishedAt = value.CreatedAt, Finish = value.Payload },
            _ => next,
        };
    }

    private static ImmutableSortedDictionary<string, long> Count(ImmutableSortedDictionary<string, long> counts, string? name) =>
        name is null ? counts : counts.SetItem(name, counts.GetValueOrDefault(name) + 1);
}
