using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Daybook;

/// <summary>
/// The idempotency key of an event: a UUID, ordered as its 16 bytes are. A recorder makes UUIDv7 (RFC 9562 §5.7),
/// whose first 48 bits are Unix milliseconds.
/// </summary>
public readonly struct EventId : IEquatable<EventId>, IComparable<EventId>, ISpanFormattable
{
    // Lone surrogates would all become the same replacement, and different keys the same id.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ulong _high;
    private readonly ulong _low;

    internal EventId(ulong high, ulong low)
    {
        _high = high;
        _low = low;
    }

    /// <summary>Takes a UUID as it is.</summary>
    /// <param name="value">The UUID; all zeros means "no id".</param>
    public EventId(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = value.TryWriteBytes(bytes, bigEndian: true, out _);
        this = Read(bytes);
    }

    /// <summary>Whether this is the id of no event: all bits zero.</summary>
    public bool IsEmpty => (_high | _low) == 0;

    /// <summary>The version field of the UUID: 7 for a recorder's ids, 8 for those of <see cref="From"/>.</summary>
    public int Version => (int)(_high >> 12) & 0xF;

    internal ulong High => _high;

    internal ulong Low => _low;

    /// <summary>
    /// Makes the same id for the same stream and key, always: UUIDv8 over SHA-256 (RFC 9562 appendix B.2). Use it
    /// where a step that is run again must not record its events twice.
    /// </summary>
    /// <param name="streamId">The stream that the event goes to.</param>
    /// <param name="key">What tells the event apart in that stream.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException">One of them holds half of a surrogate pair.</exception>
    public static EventId From(string streamId, string key)
    {
        ArgumentNullException.ThrowIfNull(streamId);
        ArgumentNullException.ThrowIfNull(key);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(NameSpace);
        Span<byte> length = stackalloc byte[4];
        byte[] stream = Strict.GetBytes(streamId);
        BinaryPrimitives.WriteInt32BigEndian(length, stream.Length);
        hash.AppendData(length);
        hash.AppendData(stream);
        hash.AppendData(Strict.GetBytes(key));
        Span<byte> digest = stackalloc byte[32];
        _ = hash.GetHashAndReset(digest);
        EventId raw = Read(digest);
        return new((raw._high & ~0xF000UL) | 0x8000UL, (raw._low & ~(3UL << 62)) | (2UL << 62));
    }

    /// <summary>Reads the 16 bytes of an id, most significant first.</summary>
    /// <param name="source">At least 16 bytes.</param>
    /// <returns>The id.</returns>
    public static EventId Read(ReadOnlySpan<byte> source) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(source), BinaryPrimitives.ReadUInt64BigEndian(source[8..]));

    /// <summary>Writes the 16 bytes of the id, most significant first.</summary>
    /// <param name="destination">Room for 16 bytes.</param>
    public void Write(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, _high);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _low);
    }

    /// <summary>Reads the canonical text form, 36 characters.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The id.</returns>
    /// <exception cref="FormatException">The text is not a UUID.</exception>
    public static EventId Parse(string text) => new(Guid.ParseExact(text, "D"));

    /// <summary>The id as a <see cref="Guid"/>.</summary>
    /// <returns>The same UUID.</returns>
    public Guid ToGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        Write(bytes);
        return new(bytes, bigEndian: true);
    }

    /// <summary>The canonical text form, 36 characters.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToGuid().ToString("D", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        ToGuid().TryFormat(destination, out charsWritten);

    /// <inheritdoc/>
    public bool Equals(EventId other) => _high == other._high && _low == other._low;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is EventId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_high, _low);

    /// <inheritdoc/>
    public int CompareTo(EventId other) => _high != other._high ? _high.CompareTo(other._high) : _low.CompareTo(other._low);

    /// <summary>Whether both are the same id.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are.</returns>
    public static bool operator ==(EventId left, EventId right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they do.</returns>
    public static bool operator !=(EventId left, EventId right) => !left.Equals(right);

    /// <summary>Whether the left id is the lesser one.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when it is.</returns>
    public static bool operator <(EventId left, EventId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left id is the greater one.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when it is.</returns>
    public static bool operator >(EventId left, EventId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left id is not the greater one.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when it is not.</returns>
    public static bool operator <=(EventId left, EventId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left id is not the lesser one.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when it is not.</returns>
    public static bool operator >=(EventId left, EventId right) => left.CompareTo(right) >= 0;

    // A UUID of Daybook's own, as RFC 9562 §6.5 asks of a name space.
    private static ReadOnlySpan<byte> NameSpace => [0x5d, 0x1c, 0x0e, 0x6a, 0x8f, 0x27, 0x4b, 0x55, 0x9d, 0x0b, 0x3c, 0x6a, 0x11, 0x6e, 0x72, 0x04];
}
