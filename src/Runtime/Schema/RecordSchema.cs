using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Daybook.Schema;

/// <summary>The schema of one version of an event or state: one line of text, parsed when first asked for. Immutable and thread-safe.</summary>
public sealed class RecordSchema : IEquatable<RecordSchema>
{
    private WireType? record;

    /// <summary>Parses a line, for instance one of <c>daybook.schema.txt</c> or of a store.</summary>
    /// <param name="text">The line, without line end (docs/schema.md).</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="SchemaFormatException">The line does not follow the grammar.</exception>
    public RecordSchema(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        (Kind, Name, Version, record) = SchemaParser.Parse(text);
        Text = text;
        Fingerprint = FingerprintOf(text);
    }

    /// <summary>Takes over what a compiler has worked out already; nothing is checked before <see cref="Record"/> is asked for.</summary>
    /// <param name="kind">Event or state, as in the line.</param>
    /// <param name="name">The name, as in the line.</param>
    /// <param name="version">The schema version, as in the line.</param>
    /// <param name="fingerprint">What <see cref="FingerprintOf"/> gives for the line.</param>
    /// <param name="text">The line.</param>
    public RecordSchema(RecordKind kind, string name, int version, ulong fingerprint, string text)
    {
        Kind = kind;
        Name = name;
        Version = version;
        Fingerprint = fingerprint;
        Text = text;
    }

    /// <summary>Event or state.</summary>
    public RecordKind Kind { get; }

    /// <summary>The stable wire name, <c>cart.item-added</c>.</summary>
    public string Name { get; }

    /// <summary>The schema version; not negative.</summary>
    public int Version { get; }

    /// <summary>The first 8 bytes, big-endian, of SHA-256 over the line's UTF-8.</summary>
    public ulong Fingerprint { get; }

    /// <summary>The line.</summary>
    public string Text { get; }

    /// <summary>The members. The record's name is that of the event or state.</summary>
    /// <exception cref="SchemaFormatException">The line given at construction does not follow the grammar.</exception>
    public WireType Record => record ??= SchemaParser.Parse(Text).Record;

    /// <summary>Works out a line's fingerprint.</summary>
    /// <param name="text">The line.</param>
    /// <returns>The first 8 bytes, big-endian, of SHA-256 over its UTF-8.</returns>
    public static ulong FingerprintOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    /// <summary>Whether both have the same line.</summary>
    /// <param name="other">The other schema; may be null.</param>
    /// <returns>Whether kind and text are equal.</returns>
    public bool Equals(RecordSchema? other) => other is not null && Kind == other.Kind && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RecordSchema);

    /// <inheritdoc/>
    public override int GetHashCode() => Fingerprint.GetHashCode();

    /// <summary>The line.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
