using System.Globalization;
using System.Text;
using Daybook.MessagePack;

namespace Daybook.Schema;

/// <summary>Writes a value as text by walking its bytes with the schema in hand.</summary>
/// <param name="style">How much of it, and how.</param>
internal readonly partial struct PayloadText(PayloadTextStyle style)
{
    /// <summary>Text of one whole value that is known to start at the first byte.</summary>
    public string Of(ReadOnlySpan<byte> value, WireType type)
    {
        var text = new StringBuilder();
        var reader = new MessagePackReader(value);
        Append(text, ref reader, type);
        return text.ToString();
    }

    /// <summary>Reads one value and appends its text.</summary>
    public void Append(StringBuilder text, ref MessagePackReader reader, WireType declared)
    {
        var type = declared.Target;
        if (reader.TryReadNil())
        {
            text.Append("null");
            return;
        }

        switch (type.Kind)
        {
            case WireKind.Record:
                AppendRecord(text, ref reader, type);
                break;
            case WireKind.List or WireKind.Set:
                AppendItems(text, ref reader, type);
                break;
            case WireKind.Map:
                AppendMap(text, ref reader, type);
                break;
            case WireKind.Tuple:
                AppendTuple(text, ref reader, type);
                break;
            case WireKind.Union:
                AppendUnion(text, ref reader, type);
                break;
            default:
                AppendScalar(text, ref reader, type);
                break;
        }
    }

    private void AppendScalar(StringBuilder text, ref MessagePackReader reader, WireType type)
    {
        switch (type.Kind)
        {
            case WireKind.String or WireKind.Uri or WireKind.Version or WireKind.Json:
                AppendQuoted(text, reader.ReadRequiredString());
                break;
            case WireKind.Char:
                AppendQuoted(text, reader.ReadChar().ToString());
                break;
            case WireKind.Rune:
                AppendQuoted(text, reader.ReadRune().ToString());
                break;
            case WireKind.Bytes:
                AppendBytes(text, reader.ReadBinarySpan());
                break;
            case WireKind.Enum:
                Int128 number = PayloadNumber.ReadInteger(ref reader, type.Underlying);
                text.Append(type.ConstantName(number) ?? number.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(PayloadNumber.ReadPlain(ref reader, type.Kind));
                break;
        }
    }

    private void AppendBytes(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        bool shorten = bytes.Length > style.LongestText / 2;
        text.Append("0x").Append(Convert.ToHexStringLower(shorten ? bytes[..(style.LongestText / 2)] : bytes));
        if (shorten)
        {
            text.Append(CultureInfo.InvariantCulture, $"… ({bytes.Length} bytes)");
        }
    }

    private void AppendQuoted(StringBuilder text, string value)
    {
        bool shorten = value.Length > style.LongestText;
        int length = shorten ? style.LongestText : value.Length;
        length -= shorten && length > 0 && char.IsHighSurrogate(value[length - 1]) ? 1 : 0;
        if (style.Quoted)
        {
            text.Append('"');
        }

        foreach (char c in value.AsSpan(0, length))
        {
            AppendChar(text, c);
        }

        text.Append(shorten ? "…" : "").Append(style.Quoted ? "\"" : "");
    }

    // Displays are one line, and quoted texts must not be mistaken for each other.
    private void AppendChar(StringBuilder text, char c)
    {
        if (char.IsControl(c) || c is '\u2028' or '\u2029')
        {
            text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        else
        {
            text.Append(style.Quoted && c is '"' or '\\' ? "\\" : "").Append(c);
        }
    }
}
