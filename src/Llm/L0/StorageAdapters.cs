using System.Collections.Immutable;

namespace Daybook.Llm;

/// <summary>The adapters of one <see cref="EventSourcing"/>, in the order in which they came. Safe for concurrent use.</summary>
internal sealed class StorageAdapters
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, StorageAdapterFactory> _factories = new(StringComparer.Ordinal);

    internal ImmutableArray<string> Names
    {
        get
        {
            lock (_lock)
            {
                return [.. _factories.Keys];
            }
        }
    }

    internal void Add(string adapterType, StorageAdapterFactory factory, bool replace)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(adapterType);
        ArgumentNullException.ThrowIfNull(factory);
        lock (_lock)
        {
            if (!replace && _factories.ContainsKey(adapterType))
            {
                throw new ArgumentException($"The adapter '{adapterType}' is registered already; unregister it first, or say replace: true.", nameof(adapterType));
            }

            _factories[adapterType] = factory;
        }
    }

    internal bool Remove(string adapterType)
    {
        ArgumentNullException.ThrowIfNull(adapterType);
        lock (_lock)
        {
            return _factories.Remove(adapterType);
        }
    }

    internal StorageAdapterFactory Find(string adapterType)
    {
        lock (_lock)
        {
            return _factories.TryGetValue(adapterType, out StorageAdapterFactory? factory)
                ? factory
                : throw new UnknownStorageAdapterException(adapterType, [.. _factories.Keys]);
        }
    }
}
