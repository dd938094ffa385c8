using System.Collections.Immutable;

namespace Daybook;

/// <summary>Who and what stands behind an event. Every part is optional.</summary>
public sealed record EventMetadata
{
    // Ordinal order, so that the stored bytes do not depend on the culture. Stands before Empty, which needs it.
    private static readonly ImmutableSortedDictionary<string, string> NoHeaders = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Metadata that says nothing.</summary>
    public static EventMetadata Empty { get; } = new();

    /// <summary>Ties together all events of one piece of work, across streams.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The event or command that caused this event.</summary>
    public string? CausationId { get; init; }

    /// <summary>The user or agent who acted.</summary>
    public string? Actor { get; init; }

    /// <summary>The service that recorded the event.</summary>
    public string? Source { get; init; }

    /// <summary>Anything else, by name; names and values are text.</summary>
    public ImmutableSortedDictionary<string, string> Headers
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value.WithComparers(StringComparer.Ordinal);
        }
    } = NoHeaders;

    /// <summary>Whether nothing is set.</summary>
    public bool IsEmpty => CorrelationId is null && CausationId is null && Actor is null && Source is null && Headers.IsEmpty;

    /// <inheritdoc/>
    public bool Equals(EventMetadata? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && string.Equals(CorrelationId, other.CorrelationId, StringComparison.Ordinal)
            && string.Equals(CausationId, other.CausationId, StringComparison.Ordinal)
            && string.Equals(Actor, other.Actor, StringComparison.Ordinal)
            && string.Equals(Source, other.Source, StringComparison.Ordinal)
            && Headers.Count == other.Headers.Count
            && Headers.SequenceEqual(other.Headers));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(CorrelationId, CausationId, Actor, Source, Headers.Count);
}
