using System.Text;

namespace Daybook.Stores.Sqlite;

/// <summary>Remembers stream ids by their bytes, so that the events of a stream share one string.</summary>
internal sealed class NameCache
{
    private const int Slots = 1024;
    private readonly Entry?[] _entries = new Entry?[Slots];

    internal string Decode(ReadOnlySpan<byte> bytes)
    {
        // A slot is replaced as a whole, so readers need no lock.
        ref Entry? slot = ref _entries[(int)(StreamHash.Of(bytes) % Slots)];
        if (slot is { } known && bytes.SequenceEqual(known.Bytes))
        {
            return known.Name;
        }

        string name = Encoding.UTF8.GetString(bytes);
        slot = new(bytes.ToArray(), name);
        return name;
    }

    private sealed record Entry(byte[] Bytes, string Name);
}
