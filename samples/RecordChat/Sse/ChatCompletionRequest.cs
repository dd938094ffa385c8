using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace RecordChat;

/// <summary>Writes a request in the form of OpenAI chat completions. What has no place there is refused: nobody should believe that it was sent.</summary>
internal static class ChatCompletionRequest
{
    internal static JsonObject ToJson(IEnumerable<ChatMessage> messages, ChatOptions options, string? model)
    {
        ThrowIfAny(options);
        IEnumerable<ChatMessage> instructions = options.Instructions is { } text ? [new(ChatRole.System, text)] : [];
        var body = new JsonObject
        {
            ["model"] = options.ModelId ?? model,
            ["stream"] = true,
            ["messages"] = new JsonArray([.. instructions.Concat(messages).SelectMany(ToMessages)]),
        };
        Set("temperature", options.Temperature);
        Set("top_p", options.TopP);
        Set("max_tokens", options.MaxOutputTokens);
        Set("seed", options.Seed);
        Set("frequency_penalty", options.FrequencyPenalty);
        Set("presence_penalty", options.PresencePenalty);
        Set("stop", options.StopSequences is { Count: > 0 } stop ? new JsonArray([.. stop.Select(word => (JsonNode)word)]) : null);
        Set("tools", options.Tools is { Count: > 0 } tools ? new JsonArray([.. tools.Select(ToTool)]) : null);
        Set("tool_choice", ToToolChoice(options.ToolMode));
        Set("parallel_tool_calls", options.AllowMultipleToolCalls);
        Set("response_format", ToResponseFormat(options.ResponseFormat));
        foreach ((string name, object? value) in options.AdditionalProperties ?? [])
        {
            // Whatever else a provider knows, under its own name.
            body[name] = ToNode(value, typeof(object));
        }

        return body;

        void Set(string name, JsonNode? value)
        {
            if (value is not null)
            {
                body[name] = value;
            }
        }
    }

    // A result of a tool is a message of its own.
    private static IEnumerable<JsonObject> ToMessages(ChatMessage message)
    {
        foreach (FunctionResultContent result in message.Contents.OfType<FunctionResultContent>())
        {
            yield return new() { ["role"] = "tool", ["tool_call_id"] = result.CallId, ["content"] = result.Result as string ?? ToJson(result.Result, typeof(object)) };
        }

        AIContent[] others = [.. message.Contents.Where(content => content is not FunctionResultContent)];
        if (others.Length > 0 || message.Contents.Count == 0)
        {
            yield return ToMessage(message, others);
        }
    }

    private static JsonObject ToMessage(ChatMessage message, AIContent[] contents)
    {
        if (contents.FirstOrDefault(content => content is not (TextContent or FunctionCallContent)) is { } other)
        {
            throw new NotSupportedException($"This client sends text and tool calls; a message of role '{message.Role}' has a {other.GetType().Name}.");
        }

        var json = new JsonObject { ["role"] = message.Role.Value, ["content"] = message.Text };
        if (message.AuthorName is { } name)
        {
            json["name"] = name;
        }

        JsonNode[] calls = [.. contents.OfType<FunctionCallContent>().Select(call => new JsonObject
        {
            ["id"] = call.CallId,
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = ToJson(call.Arguments ?? new Dictionary<string, object?>(), typeof(IDictionary<string, object?>)) },
        })];
        if (calls.Length > 0)
        {
            json["tool_calls"] = new JsonArray(calls);
        }

        return json;
    }

    private static JsonObject ToTool(AITool tool) => tool is AIFunctionDeclaration function
        ? new()
        {
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = function.Name, ["description"] = function.Description, ["parameters"] = JsonObject.Create(function.JsonSchema) },
        }
        : throw new NotSupportedException($"This client sends functions; the tool '{tool.Name}' is a {tool.GetType().Name}.");

    private static JsonNode? ToToolChoice(ChatToolMode? mode) => mode switch
    {
        null => null,
        RequiredChatToolMode { RequiredFunctionName: { } name } => new JsonObject { ["type"] = "function", ["function"] = new JsonObject { ["name"] = name } },
        RequiredChatToolMode => "required",
        NoneChatToolMode => "none",
        _ => "auto",
    };

    private static JsonObject? ToResponseFormat(ChatResponseFormat? format)
    {
        if (format is not ChatResponseFormatJson { Schema: { } schema } json)
        {
            return format is null ? null : new() { ["type"] = format is ChatResponseFormatJson ? "json_object" : "text" };
        }

        var named = new JsonObject { ["name"] = json.SchemaName ?? "answer", ["schema"] = JsonObject.Create(schema) };
        if (json.SchemaDescription is { } description)
        {
            named["description"] = description;
        }

        return new() { ["type"] = "json_schema", ["json_schema"] = named };
    }

    private static void ThrowIfAny(ChatOptions options)
    {
#pragma warning disable MEAI001 // What is there is refused, also while its API is experimental.
        (string Name, bool IsSet)[] others =
        [
            (nameof(options.ConversationId), options.ConversationId is not null),
            (nameof(options.TopK), options.TopK is not null),
            (nameof(options.Reasoning), options.Reasoning is not null),
            (nameof(options.AllowBackgroundResponses), options.AllowBackgroundResponses == true),
            (nameof(options.ContinuationToken), options.ContinuationToken is not null),
            (nameof(options.RawRepresentationFactory), options.RawRepresentationFactory is not null),
        ];
#pragma warning restore MEAI001
        if (others.FirstOrDefault(other => other.IsSet).Name is { } name)
        {
            throw new NotSupportedException($"This client does not send ChatOptions.{name}.");
        }
    }

    private static string ToJson(object? value, Type type) => ToNode(value, type)?.ToJsonString() ?? "null";

    private static JsonNode? ToNode(object? value, Type type) => JsonSerializer.SerializeToNode(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(type));
}
