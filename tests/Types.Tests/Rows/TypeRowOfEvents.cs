using System.Text.Json;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Types.Tests;

/// <summary>A row with its events. No test framework is used, so that the same checks run in a Native AOT program.</summary>
/// <param name="type">The type as C# writes it.</param>
/// <param name="schema">The type in schema lines.</param>
/// <param name="samples">Events that hold a sample each, and the samples' bytes.</param>
/// <param name="everywhere">Puts a sample at every place; the nullable one is null if asked.</param>
public sealed class TypeRow<TAlone, TEverywhere>(
    string type,
    string schema,
    (TAlone Event, string Bytes)[] samples,
    Func<TAlone, bool, TEverywhere> everywhere) : TypeRow(type)
    where TAlone : IEvent<TAlone>
    where TEverywhere : IEvent<TEverywhere>
{
    public override IEnumerable<byte[]> Payloads => samples.Select(sample => Written(everywhere(sample.Event, false)));

    private bool HasArray => Type is not "byte";

    public override void Check()
    {
        Same($"0 Value: {schema}", Members(TAlone.Schema), "schema");
        string array = HasArray ? schema : "uint8";
        string held = $"list<{schema}>, 4 Array: {(HasArray ? $"list<{array}>" : "bytes")}?, 5 Values: map<string, {schema}>, 6 Keys: map<{schema}, int32>";
        Same($"0 Value: {schema}, 1 Nullable: {schema}?, 2 Nested: Holder(0 Value: {schema}), 3 List: {held}", Members(TEverywhere.Schema), "schema everywhere");
        foreach ((TAlone sample, string bytes) in samples)
        {
            CheckPayload(sample, "91" + bytes);
            CheckPayload(everywhere(sample, false), Everywhere(bytes, bytes));
            CheckPayload(everywhere(sample, true), Everywhere(bytes, "c0"));
        }
    }

    public override void Read(ReadOnlySpan<byte> payload) => Read<TEverywhere>(payload);

    private string Everywhere(string bytes, string nullable) =>
        $"97{bytes}{nullable}91{bytes}91{bytes}{(HasArray ? "91" + bytes : "c0")}81a16b{bytes}81{bytes}01";

    // Reading and writing what is read must give the same again, and so must the two of them once more.
    private void CheckPayload<TEvent>(TEvent value, string expected)
        where TEvent : IEvent<TEvent>
    {
        byte[] golden = Convert.FromHexString(expected);
        Same(expected, Convert.ToHexStringLower(Written(value)), "written");
        TEvent read = Read<TEvent>(golden);
        Same(expected, Convert.ToHexStringLower(Written(read)), "written after reading");
        CheckTools(TEvent.Schema, golden);
        for (int length = 0; length < golden.Length; length++)
        {
            CheckRefused<TEvent>(golden.AsSpan(0, length));
        }
    }

    private void CheckTools(RecordSchema schema, byte[] payload)
    {
        var parsed = new RecordSchema(schema.Text);
        Same($"{schema.Fingerprint}", $"{parsed.Fingerprint}", "fingerprint");
        JsonDocument.Parse(PayloadJson.ToJson(parsed, payload)).Dispose();
        Same("0", $"{PayloadComparer.Compare(parsed, payload, payload).Count}", "differences");
        Same(parsed.Name, PayloadDisplay.ToDisplay(parsed, payload).Split(' ')[0], "display");
    }

    private void CheckRefused<TEvent>(ReadOnlySpan<byte> payload)
        where TEvent : IEvent<TEvent>
    {
        try
        {
            Read<TEvent>(payload);
        }
        catch (MessagePackFormatException)
        {
            return;
        }

        throw new TypeRowException($"{Type}: {Convert.ToHexStringLower(payload)} is read although it is cut off.");
    }

    private void Same(string expected, string actual, string what)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            throw new TypeRowException($"{Type}, {what}: expected {expected}, got {actual}");
        }
    }

    private static string Members(RecordSchema schema)
    {
        int start = schema.Text.IndexOf('(', StringComparison.Ordinal);
        return schema.Text[(start + 1)..^1];
    }

    private static TEvent Read<TEvent>(ReadOnlySpan<byte> payload)
        where TEvent : IEvent<TEvent>
    {
        var reader = new MessagePackReader(payload);
        TEvent value = TEvent.Read(ref reader);
        return reader.End ? value : throw new MessagePackFormatException("Bytes are left.", reader.Position);
    }

    private static byte[] Written<TEvent>(TEvent value)
        where TEvent : IEvent<TEvent>
    {
        using var buffer = new PooledBuffer();
        var writer = new MessagePackWriter(buffer);
        TEvent.Write(ref writer, in value);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
