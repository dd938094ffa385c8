using System.Text.Json;

namespace RecordChat;

/// <summary>One message of a provider, in the terms of this program.</summary>
internal sealed record ProviderMessage(string Provider)
{
    internal string? Model { get; init; }

    /// <summary>Pieces of text; never empty ones.</summary>
    internal IReadOnlyList<ResponseSignal.Delta> Deltas { get; init; } = [];

    /// <summary>Why the model stopped, when a closing mark is still to come.</summary>
    internal string? FinishReason { get; init; }

    /// <summary>The end of the response, when this is it.</summary>
    internal ResponseSignal? Last { get; init; }

    /// <summary>Understands a message.</summary>
    /// <param name="eventType">The server-sent event's own type.</param>
    /// <param name="message">The message.</param>
    /// <returns>The meaning; null for a message of no known provider.</returns>
    internal static ProviderMessage? Of(string eventType, JsonElement message)
    {
        string type = message.Text("type") ?? eventType;
        if (type == "error" || message.Find("error") is { ValueKind: JsonValueKind.Object })
        {
            JsonElement error = message.Find("error") is { ValueKind: JsonValueKind.Object } inner ? inner : message;
            return new(ProviderOf(message)) { Last = new ResponseSignal.Error(error.Text("message") ?? error.GetRawText()) };
        }

        if (message.Find("choices") is not null)
        {
            return ChatCompletion(message);
        }

        return type.StartsWith("response.", StringComparison.Ordinal) ? Response(type, message) : Anthropic(type, message);
    }

    private static string ProviderOf(JsonElement message) => message.Text("type") == "error" && message.Find("error") is not null ? "anthropic" : "openai";

    // https://platform.openai.com/docs/api-reference/chat-streaming; reasoning is an extension of others.
    private static ProviderMessage ChatCompletion(JsonElement message)
    {
        JsonElement? choice = message.Find("choices").First();
        JsonElement? delta = choice?.Find("delta");
        return new("openai-chat")
        {
            Model = message.Text("model"),
            Deltas =
            [
                .. Piece(delta?.Text("reasoning_content") ?? delta?.Text("reasoning"), TokenKind.Reasoning),
                .. Piece(delta?.Text("content") ?? choice?.Text("text"), TokenKind.Text),
            ],
            FinishReason = choice?.Text("finish_reason"),
        };
    }

    // https://platform.openai.com/docs/api-reference/responses-streaming
    private static ProviderMessage Response(string type, JsonElement message)
    {
        var known = new ProviderMessage("openai-responses") { Model = message.Find("response")?.Text("model") };
        return type switch
        {
            "response.output_text.delta" => known with { Deltas = Piece(message.Text("delta"), TokenKind.Text) },
            "response.reasoning_summary_text.delta" or "response.reasoning_text.delta" => known with { Deltas = Piece(message.Text("delta"), TokenKind.Reasoning) },
            "response.completed" => known with { Last = new ResponseSignal.End("completed") },
            "response.incomplete" => known with { Last = new ResponseSignal.End(message.Find("response")?.Find("incomplete_details")?.Text("reason") ?? "incomplete") },
            "response.failed" => known with { Last = new ResponseSignal.Error(message.Find("response")?.Find("error")?.Text("message") ?? "The response failed.") },
            _ => known,
        };
    }

    // https://docs.anthropic.com/en/docs/build-with-claude/streaming
    private static ProviderMessage? Anthropic(string type, JsonElement message)
    {
        var known = new ProviderMessage("anthropic");
        return type switch
        {
            "message_start" => known with { Model = message.Find("message")?.Text("model") },
            "content_block_start" => known with { Deltas = Block(message.Find("content_block")) },
            "content_block_delta" => known with { Deltas = Block(message.Find("delta")) },
            "message_delta" => known with { FinishReason = message.Find("delta")?.Text("stop_reason") },
            "message_stop" => known with { Last = new ResponseSignal.End("message_stop") },
            "ping" or "content_block_stop" => known,
            _ => null,
        };
    }

    private static IReadOnlyList<ResponseSignal.Delta> Block(JsonElement? block) =>
        [.. Piece(block?.Text("thinking"), TokenKind.Reasoning), .. Piece(block?.Text("text"), TokenKind.Text)];

    private static IReadOnlyList<ResponseSignal.Delta> Piece(string? text, TokenKind kind) =>
        string.IsNullOrEmpty(text) ? [] : [new(text, kind)];
}
