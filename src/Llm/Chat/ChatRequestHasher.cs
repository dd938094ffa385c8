using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Daybook.MessagePack;

namespace Daybook.Llm;

/// <summary>Writes requests as canonical JSON and hashes that in pieces, so that it is never there as a whole. Hashes one request.</summary>
internal sealed class ChatRequestHasher : IDisposable
{
    private const int Piece = 16 * 1024;

    // Of one name the first stays first.
    private static readonly Comparer<(string Name, int Index, JsonElement Value)> ByName =
        Comparer<(string Name, int Index, JsonElement Value)>.Create(static (left, right) =>
            string.CompareOrdinal(left.Name, right.Name) is var order and not 0 ? order : left.Index.CompareTo(right.Index));

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly PooledBuffer _buffer = new(2 * Piece);
    private readonly Utf8JsonWriter _writer;

    // The members of all open objects.
    private readonly List<(string Name, int Index, JsonElement Value)> _members = [];

    internal ChatRequestHasher() => _writer = new(_buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>How deep the request is nested.</summary>
    internal int Depth { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _buffer.Dispose();
        _hash.Dispose();
    }

    internal string Hash(JsonElement request)
    {
        _hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"daybook-chat-request/{ChatRequestHash.Version}\n")));
        _writer.WriteStartObject();
        _writer.WriteStartArray("messages");
        foreach (JsonElement message in request.GetProperty("messages").EnumerateArray())
        {
            Write(message, static property => property.Name is not ("messageId" or "createdAt"));
        }

        _writer.WriteEndArray();
        foreach (string name in (ReadOnlySpan<string>)["options", ChatRequestJson.HasRaw, "tools"])
        {
            // Options that say nothing are the same as none.
            if (request.TryGetProperty(name, out JsonElement value) && (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Any(SaysSomething)))
            {
                _writer.WritePropertyName(name);
                Write(value, SaysSomething);
            }
        }

        _writer.WriteEndObject();
        HashPiece();
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    private static bool SaysSomething(JsonProperty option) => option.Name switch
    {
        "stopSequences" => option.Value is not { ValueKind: JsonValueKind.Array } names || names.GetArrayLength() > 0,
        "additionalProperties" => option.Value is not { ValueKind: JsonValueKind.Object } properties || properties.GetPropertyCount() > 0,
        _ => true,
    };

    private void Write(JsonElement value, Func<JsonProperty, bool>? isKept = null)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                _writer.WriteStartObject();
                Depth = Math.Max(Depth, _writer.CurrentDepth);
                WriteMembers(value, isKept);
                _writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                _writer.WriteStartArray();
                Depth = Math.Max(Depth, _writer.CurrentDepth);
                foreach (JsonElement element in value.EnumerateArray())
                {
                    Write(element);
                }

                _writer.WriteEndArray();
                break;
            default:
                value.WriteTo(_writer);
                break;
        }

        if (_buffer.Length + _writer.BytesPending >= Piece)
        {
            HashPiece();
        }
    }

    private void WriteMembers(JsonElement value, Func<JsonProperty, bool>? isKept)
    {
        int first = _members.Count;
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (isKept?.Invoke(property) != false)
            {
                _members.Add((property.Name, _members.Count, property.Value));
            }
        }

        int end = _members.Count;
        _members.Sort(first, end - first, ByName);
        for (int i = first; i < end; i++)
        {
            _writer.WritePropertyName(_members[i].Name);
            Write(_members[i].Value);
        }

        _members.RemoveRange(first, end - first);
    }

    private void HashPiece()
    {
        _writer.Flush();
        _hash.AppendData(_buffer.WrittenSpan);
        _buffer.Clear();
    }
}
