using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Daybook.Llm;

/// <summary>Counts as JSON objects: whole numbers of one name add up, objects are gone into, and of anything else the later value counts. Null says nothing.</summary>
internal static class UsageCounts
{
    internal static JsonElement? Add(JsonElement? counts, JsonElement? more)
    {
        try
        {
            return counts is { } one && more is { } other ? Sum(one, other) : more ?? counts;
        }
        catch (InvalidOperationException)
        {
            // A name with half a surrogate pair, which is text to nobody: nothing can be found by it.
            return more;
        }
    }

    private static JsonElement Sum(JsonElement one, JsonElement other)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text))
        {
            WriteSum(writer, one, other);
        }

        var reader = new Utf8JsonReader(text.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static void WriteSum(Utf8JsonWriter writer, JsonElement one, JsonElement other)
    {
        switch (one.ValueKind, other.ValueKind)
        {
            case (JsonValueKind.Number, JsonValueKind.Number) when one.TryGetInt64(out long count) && other.TryGetInt64(out long more):
                writer.WriteNumberValue(count + more);
                break;
            case (JsonValueKind.Object, JsonValueKind.Object):
                WriteMembers(writer, one, other);
                break;
            case (_, JsonValueKind.Undefined):
            case (not JsonValueKind.Undefined, JsonValueKind.Null):
                WriteAsItIs(writer, one);
                break;
            default:
                WriteAsItIs(writer, other);
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, JsonElement one, JsonElement other)
    {
        var members = new OrderedDictionary<string, (JsonElement One, JsonElement Other)>(StringComparer.Ordinal);
        foreach (JsonProperty property in one.EnumerateObject())
        {
            members[property.Name] = (property.Value, default);
        }

        foreach (JsonProperty property in other.EnumerateObject())
        {
            members[property.Name] = (members.GetValueOrDefault(property.Name).One, property.Value);
        }

        writer.WriteStartObject();
        foreach ((string name, (JsonElement count, JsonElement more)) in members)
        {
            writer.WritePropertyName(name);
            WriteSum(writer, count, more);
        }

        writer.WriteEndObject();
    }

    private static void WriteAsItIs(Utf8JsonWriter writer, JsonElement value) => writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
}
