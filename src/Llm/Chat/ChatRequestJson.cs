using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>A request as JSON: what is recorded of it, and what its hash is computed from.</summary>
internal static class ChatRequestJson
{
    internal const string HasRaw = "hasRawRepresentation";

    internal static void Write(IBufferWriter<byte> buffer, IEnumerable<ChatMessage> messages, ChatOptions? options, JsonSerializerOptions json)
    {
        using var writer = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteStartArray("messages");
        var messageInfo = (JsonTypeInfo<ChatMessage>)json.GetTypeInfo(typeof(ChatMessage));
        foreach (ChatMessage message in messages)
        {
            JsonSerializer.Serialize(writer, message, messageInfo);
        }

        writer.WriteEndArray();
        if (options is not null)
        {
            writer.WritePropertyName("options");
            JsonSerializer.Serialize(writer, options, (JsonTypeInfo<ChatOptions>)json.GetTypeInfo(typeof(ChatOptions)));
            ChatToolJson.Write(writer, options.Tools ?? [], json);
            if (IsRaw(options))
            {
                writer.WriteBoolean(HasRaw, value: true);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
    }

    /// <summary>Whether the request is made by code of the caller's own, so that nothing here says all of it.</summary>
    internal static bool IsRaw(ChatOptions? options) =>
        options?.RawRepresentationFactory is not null
        || options?.Tools?.Any(static tool => tool is HostedImageGenerationTool { Options.RawRepresentationFactory: not null }) == true;

    /// <summary>What the user said last.</summary>
    internal static string? PromptOf(IReadOnlyList<ChatMessage> messages) => messages.LastOrDefault(message => message.Role == ChatRole.User)?.Text;
}
