using System.Collections.Concurrent;

namespace Daybook.Stores.Composite;

/// <summary>The streams in which secondaries are known to differ from the primary.</summary>
internal sealed class CompositeLag
{
    private readonly ConcurrentDictionary<(int Store, string StreamId), bool> _streams = new();

    internal int Count => _streams.Count;

    internal void Add(int store, string streamId) => _streams[(store, streamId)] = true;

    internal bool Contains(int store, string streamId) => _streams.ContainsKey((store, streamId));

    internal void Remove(int store, string streamId) => _streams.TryRemove((store, streamId), out _);

    internal IEnumerable<string> Of(int store) => _streams.Keys.Where(key => key.Store == store).Select(key => key.StreamId);
}
