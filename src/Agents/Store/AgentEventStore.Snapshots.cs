using System.Text.Json;

namespace Daybook.Agents;

public sealed partial class AgentEventStore
{
    /// <summary>
    /// Saves what somebody has worked out from an aggregate's events. It goes when the aggregate is deleted. A state of your own needs none of this: the
    /// runtime takes its snapshots and knows when they are of no use any more.
    /// </summary>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="aggregateType">What the aggregate is.</param>
    /// <param name="data">The data, any JSON.</param>
    /// <param name="version">The version that it takes in.</param>
    /// <param name="expiresAt">From when on it is not found any more; null for never.</param>
    /// <param name="cancellationToken">Ends the work before anything is written.</param>
    /// <returns>False when there is one of this or a later version already, which has not expired.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The aggregate has no event of this version.</exception>
    public async ValueTask<bool> SaveSnapshotAsync(
        string aggregateId, string aggregateType, JsonElement data, long version, DateTimeOffset? expiresAt = null, CancellationToken cancellationToken = default)
    {
        string streamId = StreamOf(aggregateId, aggregateType);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        if (data.ValueKind == JsonValueKind.Undefined)
        {
            throw new ArgumentException("A snapshot needs data.", nameof(data));
        }

        StreamInfo? info = await Store.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
        AgentEvent? last = await FindVersionAsync(streamId, version, cancellationToken).ConfigureAwait(false);
        if (info is null || last is null)
        {
            throw new ArgumentOutOfRangeException(nameof(version), version, $"The {aggregateType} '{aggregateId}' has no event of this version.");
        }

        if (await GetSnapshotAsync(aggregateId, aggregateType, cancellationToken: cancellationToken).ConfigureAwait(false) is { } newest && newest.Version >= version)
        {
            return false;
        }

        var snapshot = new AggregateSnapshot
        {
            Data = data.Clone(),
            Version = version,
            LastEventId = last.EventId.ToGuid(),
            CreatedAt = _options.TimeProvider.GetUtcNow(),
            ExpiresAt = expiresAt,
        };

        // Behind expired ones, too, which stay: deleted they would take the live ones of the stream with them.
        var saved = new Versioned<AggregateSnapshot>(snapshot, version, info.Incarnation);
        await Store.ReplaceSnapshotAsync(streamId, saved, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Finds the newest snapshot of an aggregate that has not expired.</summary>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="aggregateType">What the aggregate is.</param>
    /// <param name="atOrBefore">The last version that it may take in.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The snapshot; null when there is none.</returns>
    public async ValueTask<AggregateSnapshot?> GetSnapshotAsync(
        string aggregateId, string aggregateType, long atOrBefore = long.MaxValue, CancellationToken cancellationToken = default)
    {
        string streamId = StreamOf(aggregateId, aggregateType);
        ArgumentOutOfRangeException.ThrowIfLessThan(atOrBefore, 1);
        while (atOrBefore > 0)
        {
            if (await Store.GetSnapshotAsync<AggregateSnapshot>(streamId, atOrBefore - 1, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                break;
            }

            if (!IsExpired(found.State))
            {
                return found.State;
            }

            atOrBefore = found.Version - 1;
        }

        return null;
    }

    private bool IsExpired(AggregateSnapshot snapshot) => snapshot.ExpiresAt <= _options.TimeProvider.GetUtcNow();

    private async ValueTask<AgentEvent?> FindVersionAsync(string streamId, long version, CancellationToken cancellationToken)
    {
        await foreach (AgentEvent e in ReadAsync(streamId, version - 1, cancellationToken).ConfigureAwait(false))
        {
            return e.Version == version ? e : null;
        }

        return null;
    }
}
