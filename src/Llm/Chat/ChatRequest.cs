using System.Text.Json;
using Daybook.MessagePack;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>What is recorded of a request. It is made once for each request and handed on.</summary>
/// <param name="Hash">The request's <see cref="ChatRequestHash"/>.</param>
/// <param name="Json">The request; null where it is not kept, or is nested deeper than an event can be.</param>
internal sealed record ChatRequest(string Hash, JsonElement? Json)
{
    // What a writer of JSON writes at most, and what an event takes.
    private const int DeepestRead = 1000;
    private const int DeepestKept = 64;

    internal static ChatRequest Of(IEnumerable<ChatMessage> messages, ChatOptions? options, RecordedChatOptions recording) =>
        Of(messages, options, recording.Json, recording.KeepRequest);

    internal static ChatRequest Of(IEnumerable<ChatMessage> messages, ChatOptions? options, JsonSerializerOptions json, bool keepsJson)
    {
        using var buffer = new PooledBuffer();
        ChatRequestJson.Write(buffer, messages, options, json);
        using var hasher = new ChatRequestHasher();
        if (!keepsJson)
        {
            using var document = JsonDocument.Parse(buffer.WrittenMemory, new() { MaxDepth = DeepestRead });
            return new(hasher.Hash(document.RootElement), Json: null);
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = DeepestRead });
        JsonElement request = JsonElement.ParseValue(ref reader);
        string hash = hasher.Hash(request);
        return new(hash, hasher.Depth <= DeepestKept ? request : null);
    }
}
