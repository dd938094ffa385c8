using System.Globalization;
using System.Text.Json;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Agents;

/// <summary>A payload as the JSON object that it was made from: members in snake case, time spans in seconds, what is null left out, the rest among them.</summary>
internal static class EventDataReader
{
    internal static JsonElement ToData(RecordSchema schema, ReadOnlySpan<byte> payload)
    {
        using var buffer = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            PayloadJson.Write(schema, payload, writer);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            return document.RootElement.Clone();
        }

        using var text = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(text))
        {
            Write(schema, document.RootElement, writer);
        }

        var reader = new Utf8JsonReader(text.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static void Write(RecordSchema schema, JsonElement members, Utf8JsonWriter writer)
    {
        WireMember? rest = EventDataNames.RestOf(schema);
        writer.WriteStartObject();
        foreach (WireMember member in schema.Record.Members)
        {
            if (!members.TryGetProperty(member.Name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (ReferenceEquals(member, rest) && value.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    EventDataNames.Write(writer, property.Name, property.Value);
                }

                continue;
            }

            if (member.Type.Kind == WireKind.TimeSpan)
            {
                writer.WriteNumber(EventDataNames.Of(member), TimeSpan.Parse(value.GetString()!, CultureInfo.InvariantCulture).TotalSeconds);
            }
            else
            {
                EventDataNames.Write(writer, EventDataNames.Of(member), value);
            }
        }

        writer.WriteEndObject();
    }
}
