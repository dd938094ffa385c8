using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Daybook.Agents;

/// <summary>Changes of free-form data as JSON Merge Patch (RFC 7396) has them: what is named is set, null takes out, objects are gone into, everything else stays.</summary>
internal static class JsonMergePatch
{
    internal static JsonElement? Apply(JsonElement? target, JsonElement? patch)
    {
        try
        {
            return patch is { } changes ? Merge(target ?? default, changes) : target;
        }
        catch (InvalidOperationException)
        {
            // A name with half a surrogate pair, which is text to nobody: nothing can be found by it.
            return patch;
        }
    }

    private static JsonElement Merge(JsonElement target, JsonElement patch)
    {
        if (patch.ValueKind != JsonValueKind.Object)
        {
            return patch;
        }

        var merged = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        if (target.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in target.EnumerateObject())
            {
                merged[property.Name] = property.Value;
            }
        }

        foreach (JsonProperty change in patch.EnumerateObject())
        {
            if (change.Value.ValueKind == JsonValueKind.Null)
            {
                _ = merged.Remove(change.Name);
            }
            else
            {
                merged[change.Name] = Merge(merged.GetValueOrDefault(change.Name), change.Value);
            }
        }

        return ToObject(merged);
    }

    private static JsonElement ToObject(OrderedDictionary<string, JsonElement> properties)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            foreach ((string name, JsonElement value) in properties)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        var reader = new Utf8JsonReader(text.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}
