using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>What contents of answers are as events, and back.</summary>
internal static class ContentEvents
{
    /// <summary>What a text has besides itself.</summary>
    internal static JsonElement? DetailsOf(AIContent text, JsonSerializerOptions json) =>
        text.Annotations is null && text.AdditionalProperties is null && text is not TextReasoningContent { ProtectedData: not null }
            ? null
            : ContentJson.Without(ContentJson.ToJson(text, json), ContentJson.Type, "text");

    internal static AIContent ToContent(in TokenEvent value, JsonSerializerOptions json)
    {
        bool isText = value.Kind == TokenKind.Text;
        if (value.Details is not { } details)
        {
            return isText ? new TextContent(value.Value) : new TextReasoningContent(value.Value);
        }

        // The text is set behind, since JSON cannot carry half of a surrogate pair.
        AIContent content = ContentJson.FromJson(ContentJson.With(details, writer => writer.WriteString(ContentJson.Type, isText ? "text" : "reasoning")), json);
        if (content is TextContent text)
        {
            text.Text = value.Value;
        }
        else
        {
            ((TextReasoningContent)content).Text = value.Value;
        }

        return content;
    }

    internal static ToolCallEvent ToEvent(FunctionCallContent call, bool isJoined, JsonSerializerOptions json)
    {
        JsonElement whole = ContentJson.ToJson(call, json);
        JsonElement? arguments = whole.TryGetProperty("arguments", out JsonElement found) ? found : null;
        JsonElement? details = call.InformationalOnly
            ? ContentJson.Without(whole, ContentJson.Type, "callId", "name", "arguments")
            : ContentJson.Without(whole, ContentJson.Type, "callId", "name", "arguments", "informationalOnly");
        return new(new(call.CallId, call.Name, arguments), isJoined, details);
    }

    internal static AIContent ToContent(ToolCallEvent value, JsonSerializerOptions json) => ContentJson.FromJson(
        ContentJson.With(value.Details, writer =>
        {
            writer.WriteString(ContentJson.Type, "functionCall");
            writer.WriteString("callId", value.Call.CallId);
            writer.WriteString("name", value.Call.Name);
            if (value.Call.Arguments is { } arguments)
            {
                writer.WritePropertyName("arguments");
                arguments.WriteTo(writer);
            }
        }),
        json);

    internal static UsageEvent ToEvent(UsageContent content, bool isJoined, JsonSerializerOptions json)
    {
        JsonElement whole = ContentJson.ToJson(content, json);
        UsageDetails details = content.Details;
        var usage = new LlmUsage
        {
            Input = details.InputTokenCount,
            Output = details.OutputTokenCount,
            Total = details.TotalTokenCount,
            CachedInput = details.CachedInputTokenCount,
            Reasoning = details.ReasoningTokenCount,
            Extra = ContentJson.Without(
                whole.GetProperty("details"), "inputTokenCount", "outputTokenCount", "totalTokenCount", "cachedInputTokenCount", "reasoningTokenCount"),
        };
        return new(usage, isJoined, ContentJson.Without(whole, ContentJson.Type, "details"));
    }

    internal static AIContent ToContent(UsageEvent value, JsonSerializerOptions json)
    {
        LlmUsage usage = value.Usage;
        JsonElement details = ContentJson.With(usage.Extra, writer =>
        {
            Write(writer, "inputTokenCount", usage.Input);
            Write(writer, "outputTokenCount", usage.Output);
            Write(writer, "totalTokenCount", usage.Total);
            Write(writer, "cachedInputTokenCount", usage.CachedInput);
            Write(writer, "reasoningTokenCount", usage.Reasoning);
        });
        return ContentJson.FromJson(
            ContentJson.With(value.Details, writer =>
            {
                writer.WriteString(ContentJson.Type, "usage");
                writer.WritePropertyName("details");
                details.WriteTo(writer);
            }),
            json);
    }

    private static void Write(Utf8JsonWriter writer, string name, long? count)
    {
        if (count is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }
}
