using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.Agents;

/// <summary>The events of an aggregate in order, and its newest snapshot. Immutable.</summary>
/// <param name="AggregateId">The aggregate's id.</param>
/// <param name="AggregateType">What the aggregate is.</param>
/// <param name="Events">The events, oldest first.</param>
/// <param name="Version">The version of the last event, 0 without one.</param>
/// <param name="Snapshot">The newest snapshot that has not expired; null without one.</param>
public sealed record AgentEventStream(
    string AggregateId, string AggregateType, ImmutableArray<AgentEvent> Events, long Version = 0, AggregateSnapshot? Snapshot = null)
{
    /// <summary>Adds the next event. Nothing is stored: see <see cref="AgentEventStore.SaveAsync"/>.</summary>
    /// <param name="next">The event; its version follows the stream's.</param>
    /// <returns>The stream with it.</returns>
    /// <exception cref="ArgumentException">The event is another aggregate's, or not the next one.</exception>
    public AgentEventStream Append(AgentEvent next)
    {
        ArgumentNullException.ThrowIfNull(next);
        bool isOurs = string.Equals(next.AggregateId, AggregateId, StringComparison.Ordinal) && string.Equals(next.AggregateType, AggregateType, StringComparison.Ordinal);
        if (!isOurs)
        {
            throw new ArgumentException($"The event is of {next.AggregateType} '{next.AggregateId}', the stream of {AggregateType} '{AggregateId}'.", nameof(next));
        }

        return next.Version == Version + 1
            ? this with { Events = Events.Add(next), Version = next.Version }
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The event's version {next.Version} does not follow the stream's version {Version}."), nameof(next));
    }

    /// <summary>The events from a version on.</summary>
    /// <param name="version">The first version.</param>
    /// <returns>The events.</returns>
    public ImmutableArray<AgentEvent> GetEventsFromVersion(long version) => [.. Events.Where(e => e.Version >= version)];
}
