using System.Text.Json;
using Microsoft.Extensions.AI;

namespace RecordChat;

/// <summary>OpenAI responses: https://platform.openai.com/docs/api-reference/responses-streaming</summary>
internal sealed class ResponsesParser : ProviderParser
{
    private bool _hasCalls;

    internal override ChatResponseUpdate? Read(string type, JsonElement message)
    {
        JsonElement? response = message.Find("response");
        ResponseId = response?.Text("id") ?? ResponseId;
        Model = response?.Text("model") ?? Model;
        CreatedAt = response?.Number("created_at") is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : CreatedAt;
        switch (type)
        {
            case "response.output_text.delta":
                return Update(Text(message.Text("delta")));
            case "response.reasoning_summary_text.delta" or "response.reasoning_text.delta":
                return Update(Reasoning(message.Text("delta")));
            case "response.output_item.done" when message.Find("item") is { } item && item.Text("type") == "function_call":
                _hasCalls = true;
                return Update(Call(item.Text("call_id") ?? "", item.Text("name") ?? "", item.Text("arguments") ?? ""));
            case "response.completed" or "response.incomplete":
                ChatResponseUpdate last = Update(UsageOf(response?.Find("usage")));
                string? reason = response?.Find("incomplete_details")?.Text("reason");
                last.FinishReason = Finish(reason ?? (_hasCalls ? "tool_calls" : "completed"));
                IsClosed = true;
                return last;
            case "response.failed":
                throw new ChatProviderException(response?.Find("error")?.Text("message") ?? "The response failed.");
            default:
                return type == "response.created" ? Update() : null;
        }
    }

    private static UsageContent? UsageOf(JsonElement? usage) => usage is not { ValueKind: JsonValueKind.Object } counts ? null : new(new()
    {
        InputTokenCount = counts.Number("input_tokens"),
        OutputTokenCount = counts.Number("output_tokens"),
        TotalTokenCount = counts.Number("total_tokens"),
        CachedInputTokenCount = counts.Find("input_tokens_details")?.Number("cached_tokens"),
        ReasoningTokenCount = counts.Find("output_tokens_details")?.Number("reasoning_tokens"),
    });
}
