using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>Contents of answers as JSON, in whole and without what an event has members for.</summary>
internal static class ContentJson
{
    internal const string Type = "$type";

    internal static JsonElement ToJson(AIContent content, JsonSerializerOptions json) =>
        JsonSerializer.SerializeToElement(content, (JsonTypeInfo<AIContent>)json.GetTypeInfo(typeof(AIContent)));

    internal static AIContent FromJson(JsonElement content, JsonSerializerOptions json) =>
        content.Deserialize((JsonTypeInfo<AIContent>)json.GetTypeInfo(typeof(AIContent)))!;

    internal static JsonElement ToJson(AdditionalPropertiesDictionary properties, JsonSerializerOptions json) =>
        JsonSerializer.SerializeToElement(properties, (JsonTypeInfo<AdditionalPropertiesDictionary>)json.GetTypeInfo(typeof(AdditionalPropertiesDictionary)));

    internal static AdditionalPropertiesDictionary? ToProperties(JsonElement? properties, JsonSerializerOptions json) =>
        properties?.Deserialize((JsonTypeInfo<AdditionalPropertiesDictionary>)json.GetTypeInfo(typeof(AdditionalPropertiesDictionary)));

    /// <summary>What an object has besides some of its members; null when that is nothing.</summary>
    internal static JsonElement? Without(JsonElement value, params ReadOnlySpan<string> names)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        bool isEmpty = true;
        writer.WriteStartObject();
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                property.WriteTo(writer);
                isEmpty = false;
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return isEmpty ? null : Parse(buffer.WrittenMemory);
    }

    /// <summary>An object with further members.</summary>
    internal static JsonElement With(JsonElement? value, Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writeMembers(writer);
        if (value is { } members)
        {
            foreach (JsonProperty property in members.EnumerateObject())
            {
                property.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return Parse(buffer.WrittenMemory);
    }

    internal static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.Span);
        return JsonElement.ParseValue(ref reader);
    }
}
