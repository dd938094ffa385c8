namespace Daybook.Stores;

/// <summary>Remembers decoded metadata by its bytes: neighbours nearly always carry the same.</summary>
internal sealed class MetadataCache
{
    private const int Slots = 256;
    private readonly Entry?[] _entries = new Entry?[Slots];

    /// <summary>A cache of no lasting use.</summary>
    internal static MetadataCache None => new();

    internal EventMetadata Decode(ReadOnlySpan<byte> bytes)
    {
        // A slot is replaced as a whole, so readers need no lock.
        ref Entry? slot = ref _entries[(int)(StreamHash.Of(bytes) % Slots)];
        if (slot is { } known && bytes.SequenceEqual(known.Bytes))
        {
            return known.Metadata;
        }

        EventMetadata metadata = MetadataFormat.Read(bytes);
        slot = new(bytes.ToArray(), metadata);
        return metadata;
    }

    private sealed record Entry(byte[] Bytes, EventMetadata Metadata);
}
