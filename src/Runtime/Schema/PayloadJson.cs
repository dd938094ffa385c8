using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Daybook.MessagePack;

namespace Daybook.Schema;

/// <summary>
/// Payloads as JSON. Members by their own names (missing ones left out), enums by name where the value has one, decimals and integers of any size as
/// numbers, NaN and infinities as strings, bytes as base64, times in ISO 8601, json as itself, sets and tuples as arrays, unions as an object
/// of one member named after the case. Maps with scalar keys are objects, other maps arrays of <c>{"key": …, "value": …}</c>. What is written so can be read again.
/// </summary>
public static class PayloadJson
{
    /// <summary>Writes a payload as one JSON value.</summary>
    /// <param name="schema">The payload's schema.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="writer">Where it goes; after an exception it holds a part.</param>
    /// <param name="options">How it looks.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="MessagePackFormatException">The payload is malformed, or not of that schema.</exception>
    public static void Write(RecordSchema schema, ReadOnlySpan<byte> payload, Utf8JsonWriter writer, PayloadJsonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(writer);
        var reader = new MessagePackReader(payload);
        new PayloadJsonWalk(writer, options ?? PayloadJsonOptions.Default).Write(ref reader, schema.Record);
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

    /// <summary>
    /// Makes a payload of JSON. Members may come in any order; the last one of a name holds. One that is left out becomes what the declaration says, if that
    /// is known here: a constant, null, or anything at all where nothing that is given stands behind it.
    /// </summary>
    /// <param name="schema">The payload's schema.</param>
    /// <param name="json">The JSON object.</param>
    /// <param name="options">How it looks.</param>
    /// <returns>The payload.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="schema"/> is null.</exception>
    /// <exception cref="PayloadJsonException">A value does not fit its member, a member is missing that must be there, or one is there that is unknown.</exception>
    public static byte[] Read(RecordSchema schema, JsonElement json, PayloadJsonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        using var buffer = new PooledBuffer();
        var writer = new MessagePackWriter(buffer);
        if (new PayloadJsonReader(options ?? PayloadJsonOptions.Default).Read(ref writer, schema.Record, json) is var (path, problem))
        {
            throw new PayloadJsonException(schema, path, problem);
        }

        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Whether JSON can be read as a type.</summary>
    /// <param name="type">The type, for instance a member's.</param>
    /// <param name="json">The JSON.</param>
    /// <param name="options">How it looks.</param>
    /// <returns>True when it can.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    public static bool Fits(WireType type, JsonElement json, PayloadJsonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        using var buffer = new PooledBuffer();
        var writer = new MessagePackWriter(buffer);
        return new PayloadJsonReader(options ?? PayloadJsonOptions.Default).Read(ref writer, type, json) is null;
    }
}
