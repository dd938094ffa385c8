using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Daybook.Testing;

/// <summary>What the clients of a round share: the streams, and which appends were tried, so that some are tried again.</summary>
internal sealed class LinearizabilityWork(string[] streams)
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ImmutableArray<EventId>>> _tried = new(StringComparer.Ordinal);

    internal string[] Streams => streams;

    internal void Remember(string stream, ImmutableArray<EventId> ids) => _tried.GetOrAdd(stream, static _ => new()).Enqueue(ids);

    /// <summary>The ids of an append that somebody tried; null while nobody did.</summary>
    internal ImmutableArray<EventId>? Recall(string stream, Random random)
    {
        ImmutableArray<EventId>[] tried = [.. _tried.GetOrAdd(stream, static _ => new())];
        return tried.Length == 0 ? null : tried[random.Next(tried.Length)];
    }
}
