using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Daybook.MessagePack;

public ref partial struct MessagePackWriter
{
    private const int GuidLength = 36;
    private const int LongestDecimal = 31;

    /// <summary>Writes a decimal as its invariant text, so that its scale survives.</summary>
    /// <param name="value">The value.</param>
    public void Write(decimal value)
    {
        ref byte target = ref Reserve(1 + LongestDecimal);
        value.TryFormat(span.Slice(position + 1, LongestDecimal), out int length, default, CultureInfo.InvariantCulture);
        target = (byte)(MessagePackCode.FixString | length);
        position += 1 + length;
    }

    /// <summary>Writes a Guid as text of 36 characters, lower case with hyphens.</summary>
    /// <param name="value">The value.</param>
    public void Write(Guid value)
    {
        Put8(ref Reserve(2 + GuidLength), MessagePackCode.String8, GuidLength);
        value.TryFormat(span.Slice(position + 2, GuidLength), out _, "D");
        position += 2 + GuidLength;
    }

    /// <summary>Writes a time as timestamp extension in UTC, to the tick (100 ns).</summary>
    /// <param name="value">A UTC time; <see cref="DateTimeKind.Unspecified"/> is taken as UTC.</param>
    /// <exception cref="ArgumentException">The kind is <see cref="DateTimeKind.Local"/>, which would mean another moment elsewhere.</exception>
    public void Write(DateTime value)
    {
        if (value.Kind == DateTimeKind.Local)
        {
            throw new ArgumentException("A local time means another moment on another machine; convert it with ToUniversalTime.", nameof(value));
        }

        WriteTicks(value.Ticks);
    }

    /// <summary>Writes an array of two: the local clock time as timestamp, and the offset from UTC in minutes.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="MessagePackDepthException">64 levels are open already.</exception>
    public void Write(DateTimeOffset value)
    {
        Enter();
        WriteArrayHeader(2);
        WriteTicks(value.Ticks);
        Write((long)value.TotalOffsetMinutes);
        Exit();
    }

    /// <summary>Writes a duration as its ticks of 100 ns.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(TimeSpan value) => Write(value.Ticks);

    /// <summary>Writes a date as days since 0001-01-01.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(DateOnly value) => Write(value.DayNumber);

    /// <summary>Writes a time of day as ticks of 100 ns since midnight.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(TimeOnly value) => Write(value.Ticks);

    /// <summary>Writes a URI as its original text, or nil for null.</summary>
    /// <param name="value">The value; may be null.</param>
    public void Write(Uri? value) => Write(value?.OriginalString);

    /// <summary>Writes a version as text of two to four numbers, or nil for null.</summary>
    /// <param name="value">The value; may be null.</param>
    public void Write(Version? value)
    {
        if (value is null)
        {
            WriteNil();
            return;
        }

        Span<char> text = stackalloc char[47];
        value.TryFormat(text, out int length);
        Write(text[..length]);
    }

    /// <summary>Writes free-form data as str holding its compact JSON text, or nil for the default element.</summary>
    /// <param name="value">An element of a living document, or default.</param>
    /// <exception cref="ArgumentException">The element's text is not valid UTF-8.</exception>
    /// <exception cref="MessagePackDepthException">The JSON is nested more than 64 levels deep.</exception>
    public void Write(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            WriteNil();
            return;
        }

        var text = System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value);
        Reserve(checked(5 + text.Length));
        var target = span[position..];
        int header = StringHeaderSize(text.Length);
        int length = CompactJson.Copy(text, target[header..]);
        int needed = StringHeaderSize(length);
        if (needed != header)
        {
            target.Slice(header, length).CopyTo(target[needed..]);
        }

        PutStringHeader(target, needed, length);
        position += needed + length;
    }

    private void WriteTicks(long ticks)
    {
        long seconds = Math.DivRem(ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerSecond, out long rest);
        if (rest < 0)
        {
            seconds--;
            rest += TimeSpan.TicksPerSecond;
        }

        WriteTimestamp(seconds, (uint)rest * (uint)TimeSpan.NanosecondsPerTick);
    }
}
