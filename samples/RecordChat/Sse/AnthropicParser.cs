using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace RecordChat;

/// <summary>Anthropic messages: https://docs.anthropic.com/en/docs/build-with-claude/streaming</summary>
internal sealed class AnthropicParser : ProviderParser
{
    private readonly StringBuilder _arguments = new();
    private JsonElement? _call;

    internal override ChatResponseUpdate? Read(string type, JsonElement message)
    {
        switch (type)
        {
            case "message_start":
                ResponseId = message.Find("message")?.Text("id");
                Model = message.Find("message")?.Text("model");
                return Update();
            case "content_block_start" when message.Find("content_block") is { } block:
                return Start(block);
            case "content_block_delta" when message.Find("delta") is { } delta:
                return Continue(delta);
            case "content_block_stop":
                return Stop();
            case "message_delta":
                ChatResponseUpdate update = Update(UsageOf(message.Find("usage")));
                update.FinishReason = message.Find("delta")?.Text("stop_reason") is { } reason ? Finish(reason) : null;
                return update;
            case "message_stop":
                IsClosed = true;
                return null;
            default:
                return null;
        }
    }

    private ChatResponseUpdate? Start(JsonElement block)
    {
        switch (block.Text("type"))
        {
            case "tool_use" or "server_tool_use":
                _call = block;
                _ = _arguments.Clear();
                return null;
            case { } type when type.EndsWith("_tool_result", StringComparison.Ordinal):
                return Update(new FunctionResultContent(block.Text("tool_use_id") ?? "", block.Find("content")));
            default:
                return Continue(block);
        }
    }

    private ChatResponseUpdate? Continue(JsonElement delta)
    {
        _ = _arguments.Append(delta.Text("partial_json"));
        AIContent? content = delta.Text("type") switch
        {
            "signature_delta" => new TextReasoningContent("") { ProtectedData = delta.Text("signature") },
            "citations_delta" when delta.Find("citation") is { } citation => new TextContent("") { Annotations = [CitationOf(citation)] },
            _ => (AIContent?)Reasoning(delta.Text("thinking")) ?? Text(delta.Text("text")),
        };
        return content is null ? null : Update(content);
    }

    // A tool that the provider itself calls is told, not asked for.
    private ChatResponseUpdate? Stop()
    {
        if (_call is not { } block)
        {
            return null;
        }

        _call = null;
        FunctionCallContent call = Call(block.Text("id") ?? "", block.Text("name") ?? "", _arguments.ToString());
        call.InformationalOnly = block.Text("type") == "server_tool_use";
        return Update(call);
    }

    private static CitationAnnotation CitationOf(JsonElement citation) => new()
    {
        Title = citation.Text("title"),
        Snippet = citation.Text("cited_text"),
        Url = Uri.TryCreate(citation.Text("url"), UriKind.Absolute, out Uri? url) ? url : null,
    };

    private static UsageContent? UsageOf(JsonElement? usage) => usage is not { ValueKind: JsonValueKind.Object } counts ? null : new(new()
    {
        InputTokenCount = counts.Number("input_tokens"),
        OutputTokenCount = counts.Number("output_tokens"),
        CachedInputTokenCount = counts.Number("cache_read_input_tokens"),
        AdditionalCounts = counts.Number("cache_creation_input_tokens") is { } created ? new() { ["cache_creation_input_tokens"] = created } : null,
    });
}
