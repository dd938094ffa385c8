using System.Net;
using System.Text;
using System.Text.Json;
using Daybook;
using Daybook.Llm;
using Microsoft.Extensions.AI;
using RecordChat;

namespace Llm.Aot;

/// <summary>Records a client of contents of all kinds and one that parses server-sent events, replays both, and folds them.</summary>
internal static class ChatPart
{
    private const string Answer = """
        data: {"id":"r","model":"m","choices":[{"index":0,"delta":{"role":"assistant","reasoning":"hm"}}]}

        data: {"id":"r","model":"m","choices":[{"index":0,"delta":{"content":"half \ud83d"}}]}

        data: {"id":"r","model":"m","choices":[{"index":0,"delta":{"content":"\ude00"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":3}}


        """;

    internal static async Task RunAsync()
    {
        await RunAsync("script", new Script());
        await RunAsync("sse", new SseChatClient(new HttpClient(new Saved()), new("http://saved.example/"), "m"));
        await using IEventStore store = EventStores.Memory();
        using IChatClient cached = new Script().Cached(store);
        string first = (await cached.GetResponseAsync("once")).Text;
        Console.WriteLine($"cached: {first == (await cached.GetResponseAsync("once")).Text}");
        HostedMcpServerTool tool = new("s", "https://s.example") { AllowedTools = ["t"], ApprovalMode = HostedMcpServerToolApprovalMode.RequireSpecific(["t"], null) };
        var hosted = new ChatOptions { Tools = [tool, new HostedFileSearchTool { Inputs = [new HostedFileContent("f")] }] };
        _ = await cached.GetResponseAsync("hosted", hosted);
        Console.WriteLine($"hosted tools: {(await new ReplayChatClient(store).GetResponseAsync("hosted", hosted)).Text == first}");
        try
        {
            _ = await new ReplayChatClient(store).GetResponseAsync("never");
        }
        catch (RecordingNotFoundException exception)
        {
            Console.WriteLine($"missing: {exception.Nearest.Length} near");
        }
    }

    private static async Task RunAsync(string name, IChatClient inner)
    {
        await using IEventStore store = EventStores.Memory();
        using IChatClient client = inner.Recorded(store, new() { OnStoreFailure = StoreFailurePolicy.Fail });
        var options = new ChatOptions
        {
            Temperature = 0.5f,
            StopSequences = ["end"],
            Tools = [AIFunctionFactory.CreateDeclaration("f", "Does something", JsonElement.Parse("""{"type":"object"}"""))],
            AdditionalProperties = new() { ["top_k"] = 7 },
        };
        List<string> live = await AskAsync(client, options);
        List<string> replayed = await AskAsync(new ReplayChatClient(store), options);
        string streamId = (await store.ListStreamsAsync()).Streams[0].StreamId;
        LlmState state = (await store.LoadAsync<LlmState>(streamId)).State;
        Console.WriteLine($"{name}: {live.Count} chunks, same: {live.SequenceEqual(replayed)}, \"{state.Content}\", {state.ToolCalls.Count} call, {state.Usage?.Output} used, completed: {state.Completed}");
    }

    private static async Task<List<string>> AskAsync(IChatClient client, ChatOptions options)
    {
        var updates = new List<string>();
        await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync("What is it?", options))
        {
            updates.Add(JsonSerializer.Serialize(update, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(ChatResponseUpdate))));
        }

        return updates;
    }

    private sealed class Saved : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Answer)) });
    }
}
