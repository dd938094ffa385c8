using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Daybook.MessagePack;

namespace Daybook.Schema;

/// <summary>Reads values without parts from JSON and from their plain text.</summary>
internal static class PayloadJsonScalar
{
    private const NumberStyles Integer = NumberStyles.AllowLeadingSign;
    private const int TickDigits = 7;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    internal static bool IsScalar(WireKind kind) => kind is < WireKind.List or WireKind.Enum;

    /// <summary>Writes a value without parts.</summary>
    internal static bool TryWrite(ref MessagePackWriter writer, WireType type, JsonElement json)
    {
        switch (type.Kind, json.ValueKind)
        {
            case (WireKind.Json, _):
                writer.Write(json);
                return true;
            case (WireKind.Bytes, JsonValueKind.String):
                return JsonText.TryGetText(json, out string? base64) && TryWriteBytes(ref writer, base64);
            case (WireKind.Boolean, JsonValueKind.True or JsonValueKind.False):
            case (_, JsonValueKind.Number) when type.Kind is <= WireKind.Decimal or WireKind.Enum:
                return TryWriteText(ref writer, type, json.GetRawText());
            case (WireKind.Float16 or WireKind.Float32 or WireKind.Float64, JsonValueKind.String):
                return JsonText.TryGetText(json, out string? special) && special is "NaN" or "Infinity" or "-Infinity" && TryWriteText(ref writer, type, special);
            case (_, JsonValueKind.String) when type.Kind is > WireKind.Decimal or WireKind.Enum:
                return JsonText.TryGetText(json, out string? text) && TryWriteText(ref writer, type, text);
            default:
                return false;
        }
    }

    /// <summary>Writes a time span that is a number of seconds; what is finer than a tick is rounded.</summary>
    internal static bool TryWriteSeconds(ref MessagePackWriter writer, JsonElement json)
    {
        if (!json.TryGetDecimal(out decimal seconds) || Math.Abs(seconds) > long.MaxValue / (decimal)TimeSpan.TicksPerSecond)
        {
            return false;
        }

        writer.Write(new TimeSpan((long)Math.Round(seconds * TimeSpan.TicksPerSecond)));
        return true;
    }

    /// <summary>Writes a key of a map that is an object in JSON.</summary>
    internal static bool TryWriteKey(ref MessagePackWriter writer, WireType declared, string name)
    {
        WireType type = declared.Target;
        if (declared.IsNullable && type.Kind != WireKind.String && name is "null")
        {
            writer.WriteNil();
            return true;
        }

        switch (type.Kind)
        {
            case WireKind.Json:
                // The text itself: keys are compared as they stand.
                writer.Write(name);
                return true;
            case WireKind.Bytes when name.StartsWith("0x", StringComparison.Ordinal) && name.Length % 2 == 0 && name.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0:
                writer.Write(Convert.FromHexString(name.AsSpan(2)));
                return true;
            case WireKind.Bytes:
                return false;
            default:
                return TryWriteText(ref writer, type, name);
        }
    }

    /// <summary>Writes a member's default, as a schema line has it; false for one that is not a constant.</summary>
    internal static bool TryWriteDefault(ref MessagePackWriter writer, WireType type, string text) => text switch
    {
        "..." or "default" => false,
        "null" when type.IsNullable => WriteNil(ref writer),
        ['"' or '\'', ..] => TryWriteText(ref writer, type, JsonText.Unquote(text)),
        [.., 'm'] when type.Kind == WireKind.Decimal => TryWriteText(ref writer, type, text[..^1]),
        _ => TryWriteText(ref writer, type, text),
    };

    private static bool TryWriteBytes(ref MessagePackWriter writer, string base64)
    {
        using var bytes = new PooledBuffer();
        bool isOne = Convert.TryFromBase64String(base64, bytes.GetSpan(base64.Length), out int length);
        if (isOne)
        {
            bytes.Advance(length);
            writer.Write(bytes.WrittenSpan);
        }

        return isOne;
    }

    private static bool WriteNil(ref MessagePackWriter writer)
    {
        writer.WriteNil();
        return true;
    }

    private static bool TryWriteText(ref MessagePackWriter writer, WireType type, string text)
    {
        var invariant = CultureInfo.InvariantCulture;
        switch (type.Kind)
        {
            case WireKind.Boolean when text is "true" or "false":
                writer.Write(text is "true");
                return true;
            case WireKind.Int128 when Int128.TryParse(text, Integer, invariant, out Int128 number):
                writer.Write(number);
                return true;
            case WireKind.UInt128 when UInt128.TryParse(text, Integer, invariant, out UInt128 number):
                writer.Write(number);
                return true;
            case WireKind.BigInt when BigInteger.TryParse(text, Integer, invariant, out BigInteger number):
                writer.Write(number);
                return true;
            case WireKind.Float16 when Half.TryParse(text, NumberStyles.Float, invariant, out Half number) && (Half.IsFinite(number) || IsSpecial(text)):
                writer.Write(number);
                return true;
            case WireKind.Float32 when float.TryParse(text, NumberStyles.Float, invariant, out float number) && (float.IsFinite(number) || IsSpecial(text)):
                writer.Write(number);
                return true;
            case WireKind.Float64 when double.TryParse(text, NumberStyles.Float, invariant, out double number) && (double.IsFinite(number) || IsSpecial(text)):
                writer.Write(number);
                return true;
            case WireKind.Decimal when decimal.TryParse(text, NumberStyles.Float, invariant, out decimal number):
                writer.Write(number);
                return true;
            case WireKind.String:
                writer.Write(text);
                return true;
            case WireKind.Char when text.Length == 1:
                writer.Write(text[0]);
                return true;
            case WireKind.Rune when text.Length > 0 && Rune.TryGetRuneAt(text, 0, out Rune rune) && rune.Utf16SequenceLength == text.Length:
                writer.Write(rune);
                return true;
            case WireKind.Index when int.TryParse(text.AsSpan(text.StartsWith('^') ? 1 : 0), NumberStyles.None, invariant, out int index):
                writer.Write(new Index(index, text.StartsWith('^')));
                return true;
            case WireKind.Guid when Guid.TryParseExact(text, "D", out Guid guid):
                writer.Write(guid);
                return true;
            case WireKind.DateTime when TryGetTime(text, out DateTimeOffset time):
                writer.Write(time.UtcDateTime);
                return true;
            case WireKind.DateTimeOffset when TryGetTime(text, out DateTimeOffset time):
                writer.Write(time);
                return true;
            case WireKind.TimeSpan when TimeSpan.TryParseExact(text, "c", invariant, out TimeSpan span):
                writer.Write(span);
                return true;
            case WireKind.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out DateOnly date):
                writer.Write(date);
                return true;
            case WireKind.Time when TimeOnly.TryParseExact(text, "HH:mm:ss.FFFFFFF", invariant, DateTimeStyles.None, out TimeOnly time):
                writer.Write(time);
                return true;
            case WireKind.Uri when Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? uri):
                writer.Write(uri);
                return true;
            case WireKind.Version when Version.TryParse(text, out Version? version):
                writer.Write(version);
                return true;
            case WireKind.Enum when TryGetConstant(type, text, out Int128 value):
                WriteInteger(ref writer, value);
                return true;
            default:
                bool isInteger = TryGetInteger(type.Kind, text, out Int128 integer);
                if (isInteger)
                {
                    WriteInteger(ref writer, integer);
                }

                return isInteger;
        }
    }

    private static bool TryGetConstant(WireType type, string text, out Int128 value)
    {
        foreach (WireConstant constant in type.Constants)
        {
            if (string.Equals(constant.Name, text, StringComparison.Ordinal))
            {
                value = constant.Value;
                return true;
            }
        }

        return TryGetInteger(type.Underlying, text, out value);
    }

    private static bool TryGetInteger(WireKind kind, string text, out Int128 value) =>
        Int128.TryParse(text, Integer, CultureInfo.InvariantCulture, out value)
        && SchemaNames.Range(kind, out Int128 least, out Int128 greatest) && value >= least && value <= greatest;

    private static void WriteInteger(ref MessagePackWriter writer, Int128 value)
    {
        if (value > long.MaxValue)
        {
            writer.Write((ulong)value);
        }
        else
        {
            writer.Write((long)value);
        }
    }

    private static bool IsSpecial(string text) => text is "NaN" or "Infinity" or "-Infinity";

    // ISO 8601 only. A time without an offset is UTC, wherever this runs; what is finer than 100 ns is cut off.
    private static bool TryGetTime(string text, out DateTimeOffset time)
    {
        int fraction = text.IndexOf('.', StringComparison.Ordinal) + 1;
        int end = fraction;
        while (fraction > 0 && end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        text = end - fraction > TickDigits ? text.Remove(fraction + TickDigits, end - fraction - TickDigits) : text;
        string[] forms =
        [
            "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'",
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        ];
        return DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }
}
