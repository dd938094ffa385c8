using Daybook.MessagePack;

namespace Daybook.Stores;

/// <summary>The metadata of one append: neighbours that carry the same share it.</summary>
internal sealed class MetadataTable : IDisposable
{
    // A longer search would make large appends with ever new metadata quadratic.
    private const int Search = 8;

    private readonly PooledBuffer _scratch = new();
    private readonly List<EventMetadata> _entries = [];

    internal int Count => _entries.Count;

    internal void Clear() => _entries.Clear();

    /// <summary>The index of an event's metadata; -1 for none.</summary>
    internal int Add(EventMetadata? metadata)
    {
        if (metadata is null)
        {
            return -1;
        }

        for (int i = _entries.Count - 1; i >= 0 && i >= _entries.Count - Search; i--)
        {
            if (_entries[i].Equals(metadata))
            {
                return i;
            }
        }

        _entries.Add(metadata);
        return _entries.Count - 1;
    }

    internal void Write(ref ByteWriter writer)
    {
        if (_entries.Count == 0)
        {
            return;
        }

        writer.Count(_entries.Count);
        foreach (EventMetadata metadata in _entries)
        {
            _scratch.Clear();
            MetadataFormat.Write(_scratch, metadata);
            writer.Count(_scratch.Length);
            writer.Bytes(_scratch.WrittenSpan);
        }
    }

    public void Dispose() => _scratch.Dispose();
}
