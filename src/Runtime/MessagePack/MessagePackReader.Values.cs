using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Daybook.MessagePack;

public ref partial struct MessagePackReader
{
    /// <summary>0001-01-01 00:00:00 UTC in seconds since 1970.</summary>
    private const long MinimumSeconds = -62_135_596_800;

    /// <summary>9999-12-31 23:59:59 UTC in seconds since 1970.</summary>
    private const long MaximumSeconds = 253_402_300_799;

    /// <summary>Reads a decimal that is written as invariant text.</summary>
    /// <returns>The value, with its scale.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next.</exception>
    public decimal ReadDecimal()
    {
        int start = position;
        var text = ReadStringSpan();
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal value) ? value : throw NotA("decimal", start);
    }

    /// <summary>Reads a Guid that is written as text of 36 characters with hyphens.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next.</exception>
    public Guid ReadGuid()
    {
        int start = position;
        var text = ReadStringSpan();
        return Utf8Parser.TryParse(text, out Guid value, out int consumed) && consumed == text.Length ? value : throw NotA("Guid", start);
    }

    /// <summary>Reads a timestamp extension as UTC time.</summary>
    /// <returns>The value, of kind <see cref="DateTimeKind.Utc"/>; nanoseconds below a tick (100 ns) are cut off.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, or a time before year 1 or after year 9999.</exception>
    public DateTime ReadDateTime()
    {
        int start = position;
        ReadTimestamp(out long seconds, out uint nanoseconds);
        return seconds >= MinimumSeconds && seconds <= MaximumSeconds
            ? new(DateTime.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond) + (nanoseconds / TimeSpan.NanosecondsPerTick), DateTimeKind.Utc)
            : throw OutOfRange(start);
    }

    /// <summary>Reads an array of two: local clock time as timestamp, and offset in minutes.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, or a value out of range.</exception>
    public DateTimeOffset ReadDateTimeOffset()
    {
        int start = position;
        Enter();
        if (ReadArrayHeader() != 2)
        {
            throw NotA("DateTimeOffset", start);
        }

        long ticks = ReadDateTime().Ticks;
        var offset = TimeSpan.FromMinutes(ReadInt16());
        Exit();
        long utc = ticks - offset.Ticks;
        bool valid = offset.Duration() <= TimeSpan.FromHours(14) && utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks;
        return valid ? new(ticks, offset) : throw NotA("DateTimeOffset", start);
    }

    /// <summary>Reads a duration that is written as ticks of 100 ns.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TimeSpan ReadTimeSpan() => new(ReadInt64());

    /// <summary>Reads a date that is written as days since 0001-01-01.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, or a day after year 9999.</exception>
    public DateOnly ReadDateOnly() => DateOnly.FromDayNumber((int)ReadInteger(0, DateOnly.MaxValue.DayNumber));

    /// <summary>Reads a time of day that is written as ticks of 100 ns.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, or a day's worth of ticks or more.</exception>
    public TimeOnly ReadTimeOnly() => new(ReadInteger(0, TimeOnly.MaxValue.Ticks));

    /// <summary>Reads a URI, absolute or relative, or nil.</summary>
    /// <returns>The value, or null for nil.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next.</exception>
    public Uri? ReadUri() => TryReadNil() ? null : ReadRequiredUri();

    /// <summary>Reads a URI, absolute or relative.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, nil too.</exception>
    public Uri ReadRequiredUri()
    {
        int start = position;
        return Uri.TryCreate(ReadRequiredString(), UriKind.RelativeOrAbsolute, out var value) ? value : throw NotA("URI", start);
    }

    /// <summary>Reads a version that is written as text of two to four numbers, or nil.</summary>
    /// <returns>The value, or null for nil.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next.</exception>
    public Version? ReadVersion() => TryReadNil() ? null : ReadRequiredVersion();

    /// <summary>Reads a version that is written as text of two to four numbers.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, nil too.</exception>
    public Version ReadRequiredVersion()
    {
        int start = position;
        return Version.TryParse(ReadRequiredString(), out var value) ? value : throw NotA("version", start);
    }

    /// <summary>Reads free-form data that is written as JSON text, or nil.</summary>
    /// <returns>An element with memory of its own, or the default element for nil.</returns>
    /// <exception cref="MessagePackFormatException">Something else is next, or text that is not one JSON value.</exception>
    public JsonElement ReadJsonElement()
    {
        if (TryReadNil())
        {
            return default;
        }

        int start = position;
        try
        {
            var text = ReadStringSpan();
            var json = new Utf8JsonReader(text);
            var value = JsonElement.ParseValue(ref json);
            return json.Read() || !Utf8.IsValid(text) ? throw NotA("JSON value", start) : value;
        }
        catch (JsonException exception)
        {
            throw new MessagePackFormatException("The text is not one JSON value.", start, exception);
        }
    }

    private static MessagePackFormatException NotA(string what, int start) => new($"Not a {what}.", start);
}
