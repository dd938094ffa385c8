using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Agents;

/// <summary>
/// A payload as the JSON object that it was made from, and back: members in snake case, time spans in seconds. An event whose last member is free-form and called
/// <c>Data</c> has a rest: what has no member, or does not fit it, goes there, and comes out of there among the members. So nothing is lost, and no type is wrong.
/// </summary>
internal static class EventDataCodec
{
    private const string Rest = "Data";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Data may be as deep as a store takes them, and stand below a member here.
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = 256 };
    private static readonly PayloadJsonOptions Json = new() { Naming = JsonNamingPolicy.SnakeCaseLower, TimeSpansInSeconds = true };

    /// <exception cref="ArgumentException">The event has no rest for what fits no member, a member needs something that is not there, or the data are too deep.</exception>
    internal static byte[] ToPayload(RecordSchema schema, JsonElement data)
    {
        try
        {
            return PayloadJson.Read(schema, RestOf(schema) is { } rest ? Split(schema, rest, data) : data, Json);
        }
        catch (Exception exception) when (exception is PayloadJsonException or MessagePackDepthException)
        {
            throw new ArgumentException(exception.Message, nameof(data), exception);
        }
    }

    internal static JsonElement ToData(RecordSchema schema, ReadOnlySpan<byte> payload)
    {
        using var buffer = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            PayloadJson.Write(schema, payload, writer, Json);
        }

        using var members = JsonDocument.Parse(buffer.WrittenMemory, new() { MaxDepth = Deep.MaxDepth });
        WireMember? rest = RestOf(schema);
        return Write(writer =>
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (JsonProperty member in members.RootElement.EnumerateObject().Where(static member => member.Value.ValueKind != JsonValueKind.Null))
            {
                bool isRest = rest is not null && member.Value.ValueKind == JsonValueKind.Object && member.NameEquals(Json.NameOf(rest));
                JsonProperty[] properties = isRest ? [.. member.Value.EnumerateObject()] : [member];
                foreach (JsonProperty property in properties)
                {
                    if (names.Add(property.Name))
                    {
                        Write(writer, property.Name, property.Value);
                    }
                }
            }
        });
    }

    private static WireMember? RestOf(RecordSchema schema) => schema.Record.Members is [.., { Name: Rest, Type.Kind: WireKind.Json } last] ? last : null;

    /// <summary>The same data with what fits no member below the name of the rest.</summary>
    private static JsonElement Split(RecordSchema schema, WireMember rest, JsonElement data)
    {
        var members = schema.Record.Members.Where(member => !ReferenceEquals(member, rest)).ToLookup(Json.NameOf, StringComparer.Ordinal);

        // The last one of a name holds, as nearly everywhere.
        var left = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty property in data.EnumerateObject())
        {
            left[NameOf(property)] = property.Value;
        }

        return Write(writer =>
        {
            foreach ((string name, JsonElement value) in left)
            {
                if (members[name].FirstOrDefault() is { } member && PayloadJson.Fits(member.Type, value, Json))
                {
                    Write(writer, name, value);

                    // Null is what a member gives that was left out: only the rest can tell that it was said.
                    _ = value.ValueKind != JsonValueKind.Null && left.Remove(name);
                }
            }

            if (left.Count > 0 || !rest.Type.IsNullable)
            {
                Write(writer, Json.NameOf(rest), Write(inner =>
                {
                    foreach ((string name, JsonElement value) in left)
                    {
                        Write(inner, name, value);
                    }
                }));
            }
        });
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

    private static JsonElement Write(Action<Utf8JsonWriter> properties)
    {
        using var text = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(text, Readable))
        {
            writer.WriteStartObject();
            properties(writer);
            writer.WriteEndObject();
        }

        var reader = new Utf8JsonReader(text.WrittenSpan, Deep);
        return JsonElement.ParseValue(ref reader);
    }

    // As it is: JSON may hold escapes of half a surrogate pair, which a writer refuses.
    private static void Write(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
    }
}
