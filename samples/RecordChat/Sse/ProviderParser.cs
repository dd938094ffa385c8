using System.Text.Json;
using Microsoft.Extensions.AI;

namespace RecordChat;

/// <summary>Understands the messages of one streamed response of a provider, one update each.</summary>
internal abstract class ProviderParser
{
    /// <summary>Whether the model has said why it stopped.</summary>
    internal bool HasFinished { get; private set; }

    /// <summary>Whether nothing more comes.</summary>
    internal bool IsClosed { get; private protected set; }

    private protected string? ResponseId { get; set; }

    private protected string? Model { get; set; }

    private protected DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The parser for a response that begins with a message; null for a message of no known provider.</summary>
    internal static ProviderParser? For(string type, JsonElement message) => type switch
    {
        _ when message.Find("choices") is not null => new ChatCompletionParser(),
        _ when type.StartsWith("response.", StringComparison.Ordinal) => new ResponsesParser(),
        "message_start" or "content_block_start" => new AnthropicParser(),
        _ => null,
    };

    /// <summary>Understands a message; null when it says nothing.</summary>
    internal abstract ChatResponseUpdate? Read(string type, JsonElement message);

    private protected ChatResponseUpdate Update(params IEnumerable<AIContent?> contents)
    {
        var update = new ChatResponseUpdate { Role = ChatRole.Assistant, ResponseId = ResponseId, MessageId = ResponseId, ModelId = Model, CreatedAt = CreatedAt };
        foreach (AIContent? content in contents)
        {
            if (content is not null)
            {
                update.Contents.Add(content);
            }
        }

        return update;
    }

    private protected ChatFinishReason Finish(string reason)
    {
        HasFinished = true;
        return reason switch
        {
            "end_turn" or "stop_sequence" or "completed" => ChatFinishReason.Stop,
            "max_tokens" or "max_output_tokens" => ChatFinishReason.Length,
            "tool_use" => ChatFinishReason.ToolCalls,
            "refusal" => ChatFinishReason.ContentFilter,
            _ => new(reason),
        };
    }

    private protected static TextContent? Text(string? text) => string.IsNullOrEmpty(text) ? null : new(text);

    private protected static TextReasoningContent? Reasoning(string? text) => string.IsNullOrEmpty(text) ? null : new(text);

    /// <summary>A tool call; arguments that are no JSON object are kept as the text that they are.</summary>
    private protected static FunctionCallContent Call(string id, string name, string arguments)
    {
        try
        {
            using var document = JsonDocument.Parse(arguments.Length == 0 ? "{}" : arguments);
            return new(id, name, document.RootElement.EnumerateObject().ToDictionary(member => member.Name, object? (member) => member.Value.Clone()));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new(id, name, new Dictionary<string, object?> { ["arguments"] = arguments });
        }
    }
}
