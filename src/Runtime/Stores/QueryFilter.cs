using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>Decides which events of a store's pages a query wants.</summary>
internal sealed class QueryFilter(IEventStore store, EventQuery query)
{
    private readonly Dictionary<string, bool> _categories = new(StringComparer.Ordinal);
    private readonly List<bool> _wantsTypes = [];
    private readonly long _from = query.From?.UtcTicks ?? 0;
    private readonly long _before = query.Before?.UtcTicks ?? long.MaxValue;
    private readonly bool _asksMetadata = query.CorrelationId is not null || query.CausationId is not null || query.Actor is not null
        || query.Source is not null || !query.Headers.IsEmpty;

    internal ValueTask<bool> WantsAsync(EventPage page, int index, CancellationToken cancellationToken)
    {
        ref readonly RecordedEvent recorded = ref page.Events[index];
        bool wants = recorded.TimestampTicks >= _from && recorded.TimestampTicks < _before
            && (query.StreamPrefix is null || recorded.StreamId.StartsWith(query.StreamPrefix, StringComparison.Ordinal))
            && (query.Types.IsEmpty || WantsType(page.Types, recorded.TypeIndex))
            && (!_asksMetadata || WantsMetadata(recorded.Metadata ?? EventMetadata.Empty));
        return wants && query.Category is not null ? IsOfCategoryAsync(recorded.StreamId, cancellationToken) : new(wants);
    }

    // All pages come from one store, whose types keep their indexes.
    private bool WantsType(EventTypeTable types, int index)
    {
        while (_wantsTypes.Count <= index)
        {
            RecordSchema schema = types[_wantsTypes.Count];
            _wantsTypes.Add(query.Types.Contains(new(schema.Name, schema.Version)));
        }

        return _wantsTypes[index];
    }

    private bool WantsMetadata(EventMetadata metadata)
    {
        foreach ((string name, string value) in query.Headers)
        {
            if (!metadata.Headers.TryGetValue(name, out string? actual) || !string.Equals(actual, value, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return Wants(query.CorrelationId, metadata.CorrelationId) && Wants(query.CausationId, metadata.CausationId)
            && Wants(query.Actor, metadata.Actor) && Wants(query.Source, metadata.Source);
    }

    private static bool Wants(string? wanted, string? actual) => wanted is null || string.Equals(wanted, actual, StringComparison.Ordinal);

    private async ValueTask<bool> IsOfCategoryAsync(string streamId, CancellationToken cancellationToken)
    {
        if (!_categories.TryGetValue(streamId, out bool wants))
        {
            StreamInfo? info = await store.GetStreamInfoAsync(streamId, cancellationToken).ConfigureAwait(false);
            wants = string.Equals(info?.Category, query.Category, StringComparison.Ordinal);
            _categories.Add(streamId, wants);
        }

        return wants;
    }
}
