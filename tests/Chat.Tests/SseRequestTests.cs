using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using RecordChat;

namespace Daybook.Tests.Chat;

/// <summary>What the sample's client asks a provider for: all that it was told, or it says what it cannot ask.</summary>
public sealed class SseRequestTests
{
    private const string Reply = "data: {\"id\":\"r\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

    [Fact]
    public async Task Options_are_sent()
    {
        JsonElement schema = JsonElement.Parse("""{"type":"object","properties":{"day":{"type":"string"}}}""");
        string body = await BodyOfAsync(
            [new(ChatRole.System, "Be brief."), new(ChatRole.User, "Well?")],
            new()
            {
                ModelId = "m",
                Instructions = "Be kind.",
                Temperature = 0.5f,
                TopP = 0.25f,
                MaxOutputTokens = 7,
                StopSequences = ["END"],
                Seed = 42,
                FrequencyPenalty = 0.125f,
                PresencePenalty = -0.5f,
                ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "Plan", "A plan"),
                Tools = [AIFunctionFactory.CreateDeclaration("weather", "Tells the weather", schema)],
                ToolMode = ChatToolMode.RequireSpecific("weather"),
                AllowMultipleToolCalls = false,
                AdditionalProperties = new() { ["top_k"] = 3 },
            });
        AssertJson(
            """
            {
              "model": "m", "stream": true, "temperature": 0.5, "top_p": 0.25, "max_tokens": 7, "stop": ["END"], "seed": 42, "frequency_penalty": 0.125, "presence_penalty": -0.5, "top_k": 3,
              "messages": [{"role": "system", "content": "Be kind."}, {"role": "system", "content": "Be brief."}, {"role": "user", "content": "Well?"}],
              "tools": [{"type": "function", "function": {"name": "weather", "description": "Tells the weather", "parameters": {"type": "object", "properties": {"day": {"type": "string"}}}}}],
              "tool_choice": {"type": "function", "function": {"name": "weather"}}, "parallel_tool_calls": false,
              "response_format": {"type": "json_schema", "json_schema": {"name": "Plan", "description": "A plan", "schema": {"type": "object", "properties": {"day": {"type": "string"}}}}}
            }
            """,
            body);
        AssertJson("""{"model": "default", "stream": true, "messages": [{"role": "user", "content": "Well?"}]}""", await BodyOfAsync([new(ChatRole.User, "Well?")]));
        AssertJson(
            """{"model": "default", "stream": true, "messages": [], "tool_choice": "none", "response_format": {"type": "json_object"}}""",
            await BodyOfAsync([], new() { ToolMode = ChatToolMode.None, ResponseFormat = ChatResponseFormat.Json }));
    }

    [Fact]
    public async Task A_conversation_with_tools_is_sent()
    {
        string body = await BodyOfAsync(
        [
            new(ChatRole.User, [new TextContent("Is it "), new TextContent("raining?")]),
            new(ChatRole.Assistant, [new TextContent("Let me see."), new FunctionCallContent("1", "weather", new Dictionary<string, object?> { ["day"] = "today" })]),
            new(ChatRole.Tool, [new FunctionResultContent("1", "It rains."), new FunctionResultContent("2", new[] { 1, 2 })]),
        ]);
        AssertJson(
            """
            {
              "model": "default", "stream": true,
              "messages": [
                {"role": "user", "content": "Is it raining?"},
                {"role": "assistant", "content": "Let me see.", "tool_calls": [{"id": "1", "type": "function", "function": {"name": "weather", "arguments": "{\"day\":\"today\"}"}}]},
                {"role": "tool", "tool_call_id": "1", "content": "It rains."},
                {"role": "tool", "tool_call_id": "2", "content": "[1,2]"}
              ]
            }
            """,
            body);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_named()
    {
        var image = new DataContent(new byte[] { 1 }, "image/png");
        Assert.Contains(nameof(DataContent), await RefusalAsync([new(ChatRole.User, [image])]), StringComparison.Ordinal);
        Assert.Contains(nameof(DataContent), await RefusalAsync([new(ChatRole.Tool, [new FunctionResultContent("1", "a"), image])]), StringComparison.Ordinal);
        Assert.Contains(nameof(HostedWebSearchTool), await RefusalAsync([], new() { Tools = [new HostedWebSearchTool()] }), StringComparison.Ordinal);
        Assert.Contains(nameof(ChatOptions.TopK), await RefusalAsync([], new() { TopK = 3 }), StringComparison.Ordinal);
        Assert.Contains(nameof(ChatOptions.ConversationId), await RefusalAsync([], new() { ConversationId = "c" }), StringComparison.Ordinal);
        Assert.Contains(nameof(ChatOptions.RawRepresentationFactory), await RefusalAsync([], new() { RawRepresentationFactory = _ => "a" }), StringComparison.Ordinal);
    }

    private static async Task<string> RefusalAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null) =>
        (await Assert.ThrowsAsync<NotSupportedException>(() => BodyOfAsync(messages, options))).Message;

    private static async Task<string> BodyOfAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null)
    {
        using var provider = new Provider();
        using var client = new SseChatClient(new HttpClient(provider, disposeHandler: false), new("http://saved.example"), "default");
        Assert.Equal("a", (await client.GetResponseAsync(messages, options)).Text);
        return provider.Body;
    }

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(actual)), actual);

    private sealed class Provider : HttpMessageHandler
    {
        internal string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new() { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Reply)) };
        }
    }
}
