using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Daybook.MessagePack;

namespace Daybook.Schema;

/// <summary>
/// Payloads as JSON. Members by their own names (missing ones left out), enums by name where the value has one, decimals and integers of any size as
/// numbers, NaN and infinities as strings, bytes as base64, times in ISO 8601, json as itself, sets and tuples as arrays, unions as an object
/// of one member named after the case. Maps with scalar keys are objects, other maps arrays of <c>{"key": …, "value": …}</c>.
/// </summary>
public static class PayloadJson
{
    /// <summary>Writes a payload as one JSON value.</summary>
    /// <param name="schema">The payload's schema.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="writer">Where it goes; after an exception it holds a part.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="MessagePackFormatException">The payload is malformed, or not of that schema.</exception>
    public static void Write(RecordSchema schema, ReadOnlySpan<byte> payload, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(writer);
        var reader = new MessagePackReader(payload);
        new PayloadJsonWalk(writer).Write(ref reader, schema.Record);
        PayloadNumber.RefuseRest(ref reader);
    }

    /// <summary>Gives a payload as JSON text.</summary>
    /// <param name="schema">The payload's schema.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="indented">Whether to spread it over lines.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="schema"/> is null.</exception>
    /// <exception cref="MessagePackFormatException">The payload is malformed, or not of that schema.</exception>
    public static string ToJson(RecordSchema schema, ReadOnlySpan<byte> payload, bool indented = false)
    {
        using var buffer = new PooledBuffer();
        var options = new JsonWriterOptions { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            Write(schema, payload, writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
