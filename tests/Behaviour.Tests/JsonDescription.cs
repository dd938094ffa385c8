using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Daybook.Schema;
using Daybook.Tests;

namespace Daybook.Behaviour.Tests;

/// <summary>What any MessagePack library must see in a payload, worked out from the payload's JSON and the wire layouts of docs/schema.md, without its bytes.</summary>
internal static class JsonDescription
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static string Of(RecordSchema schema, string json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement, schema.Record);
    }

    private static string Of(JsonElement json, WireType declared)
    {
        WireType type = declared.Target;
        return json.ValueKind == JsonValueKind.Null ? "nil" : type.Kind switch
        {
            WireKind.Record => Array(Enumerable.Range(0, type.Members.IsEmpty ? 0 : type.Members[^1].Key + 1).Select(key => Member(json, type, key))),
            WireKind.List or WireKind.Set => Array(json.EnumerateArray().Select(item => Of(item, type.Arguments[0]))),
            WireKind.Tuple => Array(json.EnumerateArray().Zip(type.Arguments, Of)),
            WireKind.Map => Map(json, type.Arguments[0], type.Arguments[1]),
            WireKind.Union => Union(json.EnumerateObject().Single(), type),
            WireKind.Json => Text(json.GetRawText()),
            _ => Scalar(json.ValueKind == JsonValueKind.String ? Regex.Unescape(json.GetRawText()[1..^1]) : json.GetRawText(), type),
        };
    }

    private static string Array(IEnumerable<string> items) => $"[{string.Join(',', items)}]";

    private static string Member(JsonElement json, WireType type, int key) =>
        type.Members.FirstOrDefault(member => member.Key == key) is { } member ? Of(json.GetProperty(member.Name), member.Type) : "nil";

    private static string Union(JsonProperty json, WireType type)
    {
        WireCase found = type.Cases.Single(@case => (@case.Type.Name.Length > 0 ? @case.Type.Name : @case.Tag.ToString(Invariant)) == json.Name);
        return Array([Integer(found.Tag), Of(json.Value, found.Type)]);
    }

    private static string Map(JsonElement json, WireType key, WireType value)
    {
        IEnumerable<string> entries = json.ValueKind == JsonValueKind.Object
            ? json.EnumerateObject().Select(entry => $"{Scalar(entry.Name, key.Target)}={Of(entry.Value, value)}")
            : json.EnumerateArray().Select(entry => $"{Of(entry.GetProperty("key"), key)}={Of(entry.GetProperty("value"), value)}");
        return $"{{{string.Join(',', entries)}}}";
    }

    private static string Scalar(string text, WireType type) => type.Kind switch
    {
        WireKind.Boolean => text,
        WireKind.Float32 => Description.OfFloat(float.Parse(text, Invariant)),
        WireKind.Float64 => Description.OfFloat(double.Parse(text, Invariant)),
        WireKind.Decimal or WireKind.String or WireKind.Uri or WireKind.Version or WireKind.Guid => Text(text),
        WireKind.Char => Integer(text.Single()),
        WireKind.Bytes => "b:" + Convert.ToHexStringLower(Convert.FromBase64String(text)),
        WireKind.DateTime => Timestamp(DateTimeOffset.Parse(text, Invariant)),
        WireKind.DateTimeOffset => DateTimeOffset.Parse(text, Invariant) is var time ? Array([Timestamp(new(time.DateTime, TimeSpan.Zero)), Integer(time.TotalOffsetMinutes)]) : "",
        WireKind.TimeSpan => Integer(TimeSpan.ParseExact(text, "c", Invariant).Ticks),
        WireKind.Date => Integer(DateOnly.ParseExact(text, "yyyy-MM-dd", Invariant).DayNumber),
        WireKind.Time => Integer(TimeOnly.Parse(text, Invariant).Ticks),
        WireKind.Enum => "i:" + (type.Constants.FirstOrDefault(constant => constant.Name == text)?.Value.ToString(Invariant) ?? text),
        _ => "i:" + text,
    };

    private static string Integer(long value) => "i:" + value.ToString(Invariant);

    private static string Timestamp(DateTimeOffset time)
    {
        long ticks = (time - DateTimeOffset.UnixEpoch).Ticks;
        long seconds = (long)Math.Floor(ticks / (decimal)TimeSpan.TicksPerSecond);
        return string.Create(Invariant, $"t:{seconds}:{(ticks - (seconds * TimeSpan.TicksPerSecond)) * 100}");
    }

    private static string Text(string text)
    {
        var bytes = new List<byte>();
        for (int i = 0; i < text.Length; i++)
        {
            if (Rune.TryGetRuneAt(text, i, out Rune rune))
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
                i += rune.Utf16SequenceLength - 1;
            }
            else
            {
                bytes.AddRange([0xED, (byte)(0x80 | ((text[i] >> 6) & 0x3F)), (byte)(0x80 | (text[i] & 0x3F))]);
            }
        }

        return "s:" + Convert.ToHexStringLower([.. bytes]);
    }
}
