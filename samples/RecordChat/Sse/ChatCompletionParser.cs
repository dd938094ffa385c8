using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace RecordChat;

/// <summary>OpenAI chat completions and compatible: https://platform.openai.com/docs/api-reference/chat-streaming; reasoning is an extension of others.</summary>
internal sealed class ChatCompletionParser : ProviderParser
{
    private readonly SortedDictionary<int, (string Id, string Name, StringBuilder Arguments)> _calls = [];

    internal override ChatResponseUpdate? Read(string type, JsonElement message)
    {
        ResponseId = message.Text("id") ?? ResponseId;
        Model = message.Text("model") ?? Model;
        CreatedAt = message.Number("created") is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : CreatedAt;
        JsonElement? choice = message.Find("choices").First();
        JsonElement? delta = choice?.Find("delta");
        foreach (JsonElement call in delta?.Find("tool_calls").Elements() ?? [])
        {
            Collect(call);
        }

        string? reason = choice?.Text("finish_reason");
        ChatResponseUpdate update = Update(
            Reasoning(delta?.Text("reasoning_content") ?? delta?.Text("reasoning")),
            Text(delta?.Text("content") ?? choice?.Text("text")));
        if (reason is not null)
        {
            update.FinishReason = Finish(reason);
            foreach ((string id, string name, StringBuilder arguments) in _calls.Values)
            {
                update.Contents.Add(Call(id, name, arguments.ToString()));
            }

            _calls.Clear();
        }

        if (UsageOf(message.Find("usage") ?? message.Find("x_groq")?.Find("usage")) is { } usage)
        {
            update.Contents.Add(usage);
        }

        if (message.Find("x_groq") is { } groq)
        {
            update.AdditionalProperties = new() { ["x_groq"] = groq };
        }

        return update;
    }

    private void Collect(JsonElement call)
    {
        int index = (int)(call.Number("index") ?? 0);
        JsonElement? function = call.Find("function");
        if (!_calls.TryGetValue(index, out var collected))
        {
            collected = (call.Text("id") ?? "", function?.Text("name") ?? "", new());
            _calls.Add(index, collected);
        }

        _ = collected.Arguments.Append(function?.Text("arguments"));
    }

    private static UsageContent? UsageOf(JsonElement? usage) => usage is not { ValueKind: JsonValueKind.Object } counts ? null : new(new()
    {
        InputTokenCount = counts.Number("prompt_tokens"),
        OutputTokenCount = counts.Number("completion_tokens"),
        TotalTokenCount = counts.Number("total_tokens"),
        CachedInputTokenCount = counts.Find("prompt_tokens_details")?.Number("cached_tokens"),
        ReasoningTokenCount = counts.Find("completion_tokens_details")?.Number("reasoning_tokens"),
    });
}
