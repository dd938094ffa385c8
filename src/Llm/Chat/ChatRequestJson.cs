using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>A request as JSON: what is recorded of it, and what its hash is computed from.</summary>
internal static class ChatRequestJson
{
    private static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static JsonElement ToJson(IEnumerable<ChatMessage> messages, ChatOptions? options, JsonSerializerOptions json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
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
            WriteTools(writer, options.Tools ?? [], json);
        }

        writer.WriteEndObject();
        writer.Flush();
        return ContentJson.Parse(buffer.WrittenMemory);
    }

    internal static ReadOnlyMemory<byte> ToCanonical(JsonElement request)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Canonical);
        writer.WriteStartObject();
        writer.WriteStartArray("messages");
        foreach (JsonElement message in request.GetProperty("messages").EnumerateArray())
        {
            Write(writer, message, static name => name is not ("messageId" or "createdAt"));
        }

        writer.WriteEndArray();
        foreach (string name in (ReadOnlySpan<string>)["options", "tools"])
        {
            // Options that say nothing are the same as none.
            if (request.TryGetProperty(name, out JsonElement value) && (value.ValueKind == JsonValueKind.Array || value.EnumerateObject().Any()))
            {
                writer.WritePropertyName(name);
                Write(writer, value, static _ => true);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>What the user said last.</summary>
    internal static string? PromptOf(IReadOnlyList<ChatMessage> messages) => messages.LastOrDefault(message => message.Role == ChatRole.User)?.Text;

    private static void WriteTools(Utf8JsonWriter writer, IList<AITool> tools, JsonSerializerOptions json)
    {
        if (tools.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("tools");
        foreach (AITool tool in tools)
        {
            writer.WriteStartObject();
            writer.WriteString("name", tool.Name);
            writer.WriteString("description", tool.Description);
            if (tool is AIFunctionDeclaration function)
            {
                writer.WritePropertyName("schema");
                function.JsonSchema.WriteTo(writer);
            }
            else
            {
                WriteHosted(writer, tool, json);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // A tool that runs at the provider's is what it may look at: never what it is let in with.
    private static void WriteHosted(Utf8JsonWriter writer, AITool tool, JsonSerializerOptions json)
    {
        writer.WriteString("type", tool.GetType().Name);
        switch (tool)
        {
            case HostedMcpServerTool server:
                writer.WriteString("serverName", server.ServerName);
                writer.WriteString("serverAddress", server.ServerAddress);
                writer.WriteString("serverDescription", server.ServerDescription);
                WriteNames(writer, "allowedTools", server.AllowedTools);
                writer.WriteString("approvalMode", server.ApprovalMode?.GetType().Name);
                if (server.ApprovalMode is HostedMcpServerToolRequireSpecificApprovalMode specific)
                {
                    WriteNames(writer, "alwaysRequireApproval", specific.AlwaysRequireApprovalToolNames);
                    WriteNames(writer, "neverRequireApproval", specific.NeverRequireApprovalToolNames);
                }

                break;
            case HostedFileSearchTool search:
                WriteInputs(writer, search.Inputs, json);
                if (search.MaximumResultCount is { } count)
                {
                    writer.WriteNumber("maximumResultCount", count);
                }

                break;
            case HostedCodeInterpreterTool interpreter:
                WriteInputs(writer, interpreter.Inputs, json);
                break;
        }

        if (tool.AdditionalProperties.Count > 0)
        {
            writer.WritePropertyName("additionalProperties");
            ContentJson.ToJson(new AdditionalPropertiesDictionary(tool.AdditionalProperties), json).WriteTo(writer);
        }
    }

    // None that are named is something else than no names.
    private static void WriteNames(Utf8JsonWriter writer, string member, IList<string>? names)
    {
        if (names is null)
        {
            writer.WriteNull(member);
            return;
        }

        writer.WriteStartArray(member);
        foreach (string name in names)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }

    private static void WriteInputs(Utf8JsonWriter writer, IList<AIContent>? inputs, JsonSerializerOptions json)
    {
        writer.WriteStartArray("inputs");
        foreach (AIContent input in inputs ?? [])
        {
            ContentJson.ToJson(input, json).WriteTo(writer);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, Func<string, bool> isKept)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty property in value.EnumerateObject().Where(property => isKept(property.Name)).OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value, static _ => true);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement element in value.EnumerateArray())
                {
                    Write(writer, element, static _ => true);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
