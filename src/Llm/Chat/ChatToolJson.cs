using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>The tools of a request as JSON: everything that each is told, and never what it is let in with.</summary>
internal static class ChatToolJson
{
    internal static void Write(Utf8JsonWriter writer, IList<AITool> tools, JsonSerializerOptions json)
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

            WriteProperties(writer, tool.AdditionalProperties, json);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // A tool that runs at the provider's. One of a type that is not known here has no more members than any tool.
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
            case HostedImageGenerationTool { Options: { } images }:
                writer.WriteStartObject("options");
                WriteImages(writer, images, json);
                writer.WriteEndObject();
                break;
#pragma warning disable MEAI001 // Whoever uses a tool under evaluation has said so.
            case HostedToolSearchTool tools and not { DeferredTools: null, Namespace: null, NamespaceDescription: null }:
#pragma warning restore MEAI001
                WriteNames(writer, "deferredTools", tools.DeferredTools);
                writer.WriteString("namespace", tools.Namespace);
                writer.WriteString("namespaceDescription", tools.NamespaceDescription);
                break;
        }
    }

    private static void WriteImages(Utf8JsonWriter writer, ImageGenerationOptions images, JsonSerializerOptions json)
    {
        WriteNumber(writer, "count", images.Count);
        WriteNumber(writer, "width", images.ImageSize?.Width);
        WriteNumber(writer, "height", images.ImageSize?.Height);
        writer.WriteString("mediaType", images.MediaType);
        writer.WriteString("modelId", images.ModelId);
        writer.WriteString("responseFormat", images.ResponseFormat?.ToString());
        WriteNumber(writer, "streamingCount", images.StreamingCount);
        WriteProperties(writer, images.AdditionalProperties ?? [], json);
    }

    // What has no JSON counts by its type: functions carry whatever their makers put there.
    private static void WriteProperties(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> properties, JsonSerializerOptions json)
    {
        if (properties.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("additionalProperties");
        foreach ((string name, object? value) in properties)
        {
            try
            {
                foreach (JsonProperty property in ContentJson.ToJson(new AdditionalPropertiesDictionary { [name] = value }, json).EnumerateObject())
                {
                    property.WriteTo(writer);
                }
            }
            catch (Exception exception) when (exception is NotSupportedException or JsonException)
            {
                writer.WriteString(name, value?.GetType().FullName);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string member, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(member, number);
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
        var info = (JsonTypeInfo<AIContent>)json.GetTypeInfo(typeof(AIContent));
        writer.WriteStartArray("inputs");
        foreach (AIContent input in inputs ?? [])
        {
            JsonSerializer.Serialize(writer, input, info);
        }

        writer.WriteEndArray();
    }
}
