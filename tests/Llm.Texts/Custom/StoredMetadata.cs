using System.Collections.Immutable;

namespace Daybook.Tests.Llm.Texts.Custom;

/// <summary>Metadata as the custom stores keep it: JSON would read the headers back with a comparer of the culture's.</summary>
internal sealed record StoredMetadata(string? CorrelationId, string? CausationId, string? Actor, string? Source, Dictionary<string, string> Headers)
{
    internal static StoredMetadata? Of(EventMetadata? metadata) =>
        metadata is null ? null : new(metadata.CorrelationId, metadata.CausationId, metadata.Actor, metadata.Source, new(metadata.Headers, StringComparer.Ordinal));

    internal EventMetadata ToMetadata() => new()
    {
        CorrelationId = CorrelationId,
        CausationId = CausationId,
        Actor = Actor,
        Source = Source,
        Headers = Headers.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };
}
