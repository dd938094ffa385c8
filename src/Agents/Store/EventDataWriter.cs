using System.Globalization;
using System.Text.Json;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Agents;

/// <summary>
/// A JSON object as a payload: a property goes to the member of its name, written in snake case, if it fits there, and to the rest
/// otherwise. So nothing is lost, and no type is wrong.
/// </summary>
internal static class EventDataWriter
{
    // Beyond it a number of seconds is no time span.
    private const double MaxSeconds = 9e11;

    /// <exception cref="ArgumentException">The event has no rest for a property that fits no member, or a member needs one that is not there.</exception>
    internal static byte[] ToPayload(RecordSchema schema, JsonElement data)
    {
        // The last one of a name holds, as nearly everywhere.
        var left = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty property in data.EnumerateObject())
        {
            left[NameOf(property)] = property.Value;
        }

        using var buffer = new PooledBuffer();
        var writer = new MessagePackWriter(buffer);
        var members = schema.Record.Members;
        WireMember? rest = EventDataNames.RestOf(schema);
        writer.WriteArrayHeader(members.IsEmpty ? 0 : members[^1].Key + 1);
        int key = 0;
        foreach (WireMember member in members)
        {
            for (; key < member.Key; key++)
            {
                writer.WriteNil();
            }

            key++;
            if (ReferenceEquals(member, rest))
            {
                WriteRest(ref writer, member, left);
            }
            else
            {
                WriteMember(ref writer, schema, member, left);
            }
        }

        writer.Flush();
        return rest is not null || left.Count == 0
            ? buffer.WrittenSpan.ToArray()
            : throw new ArgumentException($"The event '{schema.Name}' has no member that takes '{left.Keys.First()}'.", nameof(data));
    }

    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException exception)
        {
            throw new ArgumentException("The data of an event has a property whose name is half a surrogate pair.", exception);
        }
    }

    private static void WriteMember(ref MessagePackWriter writer, RecordSchema schema, WireMember member, Dictionary<string, JsonElement> left)
    {
        string name = EventDataNames.Of(member);
        if (left.TryGetValue(name, out JsonElement value) && TryWrite(ref writer, member.Type, value))
        {
            _ = left.Remove(name);
        }
        else if (member.Type.IsNullable)
        {
            writer.WriteNil();
        }
        else
        {
            throw new ArgumentException($"The event '{schema.Name}' needs '{name}' of the type {member.Type}.");
        }
    }

    private static void WriteRest(ref MessagePackWriter writer, WireMember member, Dictionary<string, JsonElement> left)
    {
        if (left.Count == 0 && member.Type.IsNullable)
        {
            writer.WriteNil();
            return;
        }

        using var text = new PooledBuffer();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            foreach ((string name, JsonElement value) in left)
            {
                EventDataNames.Write(json, name, value);
            }

            json.WriteEndObject();
        }

        // Read once more, since free-form data is stored compact.
        using var rest = JsonDocument.Parse(text.WrittenMemory);
        writer.Write(rest.RootElement);
    }

    private static bool TryWrite(ref MessagePackWriter writer, WireType type, JsonElement value)
    {
        switch (type.Kind, value.ValueKind)
        {
            case (_, JsonValueKind.Null):
                return false;
            case (WireKind.Json, _):
                writer.Write(value);
                return true;
            case (WireKind.Boolean, JsonValueKind.True or JsonValueKind.False):
                writer.Write(value.GetBoolean());
                return true;
            case (WireKind.Int32, JsonValueKind.Number) when value.TryGetInt32(out int number):
                writer.Write(number);
                return true;
            case (WireKind.Int64, JsonValueKind.Number) when value.TryGetInt64(out long number):
                writer.Write(number);
                return true;
            case (WireKind.Float64, JsonValueKind.Number) when value.TryGetDouble(out double number) && double.IsFinite(number):
                writer.Write(number);
                return true;
            case (WireKind.TimeSpan, JsonValueKind.Number) when value.TryGetDouble(out double seconds) && Math.Abs(seconds) < MaxSeconds:
                writer.Write(TimeSpan.FromSeconds(seconds));
                return true;
            case (WireKind.DateTimeOffset, JsonValueKind.String) when TryGetTime(value, out DateTimeOffset time):
                writer.Write(time);
                return true;
            case (WireKind.String, JsonValueKind.String) when TryGetText(value, out string? text):
                writer.Write(text);
                return true;
            case (WireKind.List, JsonValueKind.Array) when type.Arguments[0].Kind == WireKind.String && TryGetTexts(value, out string[] texts):
                writer.WriteArrayHeader(texts.Length);
                foreach (string text in texts)
                {
                    writer.Write(text);
                }

                return true;
            default:
                return false;
        }
    }

    // ISO 8601 only. A time without an offset is UTC, wherever this runs.
    private static bool TryGetTime(JsonElement value, out DateTimeOffset time)
    {
        time = default;
        return TryGetText(value, out string? text)
            && value.TryGetDateTimeOffset(out _)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    private static bool TryGetTexts(JsonElement value, out string[] texts)
    {
        texts = new string[value.GetArrayLength()];
        int i = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || !TryGetText(item, out string? text))
            {
                return false;
            }

            texts[i++] = text;
        }

        return true;
    }

    private static bool TryGetText(JsonElement value, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? text)
    {
        try
        {
            text = value.GetString();
            return text is not null;
        }
        catch (InvalidOperationException)
        {
            // An escape of half a surrogate pair: JSON keeps it, text does not.
            text = null;
            return false;
        }
    }
}
