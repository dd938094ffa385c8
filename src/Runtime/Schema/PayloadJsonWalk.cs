using System.Globalization;
using System.Text;
using System.Text.Json;
using Daybook.MessagePack;

namespace Daybook.Schema;

/// <summary>Writes a value as JSON by walking its bytes with the schema in hand. <see cref="PayloadJsonReader"/> is its counterpart.</summary>
internal readonly struct PayloadJsonWalk(Utf8JsonWriter writer, PayloadJsonOptions options)
{
    public void Write(ref MessagePackReader reader, WireType declared)
    {
        var type = declared.Target;
        if (reader.TryReadNil())
        {
            writer.WriteNullValue();
            return;
        }

        switch (type.Kind)
        {
            case WireKind.Record:
                WriteRecord(ref reader, type);
                break;
            case WireKind.List or WireKind.Set:
                WriteItems(ref reader, type);
                break;
            case WireKind.Map when IsScalar(type.Arguments[0].Target.Kind):
                WriteObject(ref reader, type);
                break;
            case WireKind.Map:
                WritePairs(ref reader, type);
                break;
            case WireKind.Tuple:
                WriteTuple(ref reader, type);
                break;
            case WireKind.Union:
                WriteUnion(ref reader, type);
                break;
            default:
                WriteScalar(ref reader, type);
                break;
        }
    }

    private static bool IsScalar(WireKind kind) => kind is < WireKind.List or WireKind.Enum;

    private void WriteRecord(ref MessagePackReader reader, WireType type)
    {
        writer.WriteStartObject();
        var walk = new RecordWalk(ref reader, type);
        while (walk.Next(ref reader) is { } member)
        {
            writer.WritePropertyName(options.NameOf(member));
            Write(ref reader, member.Type);
        }

        writer.WriteEndObject();
    }

    private void WriteItems(ref MessagePackReader reader, WireType type)
    {
        reader.Enter();
        int count = reader.ReadArrayHeader();
        writer.WriteStartArray();
        for (int i = 0; i < count; i++)
        {
            Write(ref reader, type.Arguments[0]);
        }

        writer.WriteEndArray();
        reader.Exit();
    }

    private void WriteTuple(ref MessagePackReader reader, WireType type)
    {
        reader.Enter();
        PayloadNumber.ReadCount(ref reader, type.Arguments.Length);
        writer.WriteStartArray();
        foreach (var argument in type.Arguments)
        {
            Write(ref reader, argument);
        }

        writer.WriteEndArray();
        reader.Exit();
    }

    private void WriteObject(ref MessagePackReader reader, WireType type)
    {
        reader.Enter();
        int count = reader.ReadMapHeader();
        writer.WriteStartObject();
        for (int i = 0; i < count; i++)
        {
            writer.WritePropertyName(ReadKey(ref reader, type.Arguments[0].Target));
            Write(ref reader, type.Arguments[1]);
        }

        writer.WriteEndObject();
        reader.Exit();
    }

    private void WritePairs(ref MessagePackReader reader, WireType type)
    {
        reader.Enter();
        int count = reader.ReadMapHeader();
        writer.WriteStartArray();
        for (int i = 0; i < count; i++)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("key"u8);
            Write(ref reader, type.Arguments[0]);
            writer.WritePropertyName("value"u8);
            Write(ref reader, type.Arguments[1]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        reader.Exit();
    }

    private void WriteUnion(ref MessagePackReader reader, WireType type)
    {
        reader.Enter();
        writer.WriteStartObject();
        var body = PayloadNumber.ReadTag(ref reader, type, out int tag);
        if (body is null)
        {
            reader.Skip();
            writer.WriteNull(tag.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WritePropertyName(body.Name.Length > 0 ? body.Name : tag.ToString(CultureInfo.InvariantCulture));
            Write(ref reader, body);
        }

        writer.WriteEndObject();
        reader.Exit();
    }

    private void WriteScalar(ref MessagePackReader reader, WireType type)
    {
        switch (type.Kind)
        {
            case WireKind.Boolean:
                writer.WriteBooleanValue(reader.ReadBoolean());
                break;
            case WireKind.String or WireKind.Uri or WireKind.Version:
                WriteText(reader.ReadRequiredString());
                break;
            case WireKind.Char:
                WriteText(reader.ReadChar().ToString());
                break;
            case WireKind.Rune:
                WriteText(reader.ReadRune().ToString());
                break;
            case WireKind.Bytes:
                writer.WriteBase64StringValue(reader.ReadBinarySpan());
                break;
            case WireKind.Json:
                writer.WriteRawValue(JsonText.Read(ref reader), skipInputValidation: true);
                break;
            case WireKind.Enum:
                WriteEnum(PayloadNumber.ReadInteger(ref reader, type.Underlying), type);
                break;
            case WireKind.Float16 or WireKind.Float32 or WireKind.Float64:
                WriteFloat(PayloadNumber.ReadPlain(ref reader, type.Kind));
                break;
            case WireKind.TimeSpan when options.TimeSpansInSeconds:
                writer.WriteNumberValue(reader.ReadTimeSpan().Ticks / (decimal)TimeSpan.TicksPerSecond);
                break;
            case <= WireKind.Decimal:
                writer.WriteRawValue(PayloadNumber.ReadPlain(ref reader, type.Kind), skipInputValidation: true);
                break;
            default:
                writer.WriteStringValue(PayloadNumber.ReadPlain(ref reader, type.Kind));
                break;
        }
    }

    private void WriteEnum(Int128 value, WireType type)
    {
        if (type.ConstantName(value) is { } name)
        {
            writer.WriteStringValue(name);
        }
        else
        {
            writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);
        }
    }

    private void WriteFloat(string text)
    {
        if (text is "NaN" or "Infinity" or "-Infinity")
        {
            writer.WriteStringValue(text);
        }
        else
        {
            writer.WriteRawValue(text, skipInputValidation: true);
        }
    }

    // The JSON writer refuses lone surrogates; JSON itself has escapes for them.
    private void WriteText(string text)
    {
        if (JsonText.IsWellFormed(text))
        {
            writer.WriteStringValue(text);
        }
        else
        {
            writer.WriteRawValue(JsonText.Escape(text), skipInputValidation: true);
        }
    }

    private static string ReadKey(ref MessagePackReader reader, WireType type) => JsonText.WellFormed(type.Kind switch
    {
        _ when reader.PeekType() == MessagePackType.Nil => ReadDisplay(ref reader, type),
        WireKind.String or WireKind.Uri or WireKind.Version => reader.ReadRequiredString(),
        WireKind.Char => reader.ReadChar().ToString(),
        WireKind.Rune => reader.ReadRune().ToString(),
        _ => ReadDisplay(ref reader, type),
    });

    private static string ReadDisplay(ref MessagePackReader reader, WireType type)
    {
        var text = new StringBuilder();
        new PayloadText(PayloadTextStyle.Identity with { Quoted = false }).Append(text, ref reader, type);
        return text.ToString();
    }
}
