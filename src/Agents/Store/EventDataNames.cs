using System.Runtime.InteropServices;
using System.Text.Json;
using Daybook.Schema;

namespace Daybook.Agents;

/// <summary>What the members of events are called in JSON.</summary>
internal static class EventDataNames
{
    private const string Rest = "Data";

    internal static string Of(WireMember member) => JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name);

    /// <summary>The member that takes whatever has no member of its own: the last one, if it is free-form and called <c>Data</c>.</summary>
    internal static WireMember? RestOf(RecordSchema schema) =>
        schema.Record.Members is [.., { Name: Rest, Type.Kind: WireKind.Json } last] ? last : null;

    /// <summary>Writes a property as it is: JSON may hold escapes of half a surrogate pair, which a writer refuses.</summary>
    internal static void Write(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
    }
}
