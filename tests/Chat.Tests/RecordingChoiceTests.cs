using System.Text.Json;
using Daybook.Llm;
using Daybook.Testing;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>Which recordings answer a request, and which do not.</summary>
public sealed class RecordingChoiceTests : IAsyncDisposable
{
    private readonly IEventStore _store = EventStores.Memory();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task An_attempt_answers_its_own_request_only()
    {
        RecordedChatOptions options = new() { StreamId = (_, _) => "turn", OnStoreFailure = StoreFailurePolicy.Fail };
        ChatMessage[] shorter = [new(ChatRole.User, "Shorter, please.")];
        _ = await ScriptedClient.ThatThrows([], _ => new TimeoutException("slow")).Recorded(_store, options).AskAsync();
        _ = await new ScriptedClient(Chats.Answer("brief")).Recorded(_store, options).AskAsync(shorter);

        using var replay = new ReplayChatClient(_store);
        Assert.IsType<RecordingNotFoundException>((await replay.AskAsync()).End);
        Assert.Equal(Chats.Answer("brief").Select(Chats.Json), (await replay.AskAsync(shorter)).Updates);
    }

    [Fact]
    public async Task A_stream_that_begins_anew_answers_its_new_request_only()
    {
        RecordedChatOptions options = new() { StreamId = (_, _) => "turn" };
        ChatMessage[] other = [new(ChatRole.User, "Something else?")];
        using var replay = new ReplayChatClient(_store);
        _ = await new ScriptedClient(Chats.Answer("one")).Recorded(_store, options).AskAsync();
        Assert.Null((await replay.AskAsync()).End);
        Assert.True(await _store.DeleteStreamAsync("turn"));
        _ = await new ScriptedClient(Chats.Answer("two")).Recorded(_store, options).AskAsync(other);

        Assert.IsType<RecordingNotFoundException>((await replay.AskAsync()).End);
        Assert.Null((await replay.AskAsync(other)).End);
    }

    [Fact]
    public async Task A_redacted_answer_is_not_given_as_the_models()
    {
        var inner = new ScriptedClient(Chats.Answer("secret", "rest"));
        using IChatClient client = inner.Cached(_store);
        _ = await client.AskAsync();
        string streamId = await _store.OnlyStreamAsync();
        await _store.RedactAsync(streamId, 2, "asked for");

        Assert.Equal("rest", (await _store.LoadAsync<LlmState>(streamId)).State.Content.ToString());
        Assert.IsType<RecordingIncompleteException>((await new ReplayChatClient(_store, streamId).AskAsync()).End);
        _ = await client.AskAsync();
        Assert.Equal(2, inner.Calls);
    }

    [Fact]
    public async Task An_answer_that_goes_on_in_the_background_is_not_complete()
    {
        var begun = new ChatResponseUpdate(ChatRole.Assistant, "still running");
#pragma warning disable MEAI001 // What goes on in the background is known by it.
        begun.ContinuationToken = ResponseContinuationToken.FromBytes(new byte[] { 1 });
#pragma warning restore MEAI001
        var inner = new ScriptedClient(begun);
        using IChatClient client = inner.Cached(_store);
        _ = await client.AskAsync();
        _ = await client.AskAsync();
        Assert.Equal(2, inner.Calls);
        Assert.DoesNotContain("llm.complete", await _store.TypesAsync((await _store.ListStreamsAsync()).Streams[0].StreamId));
    }

    [Fact]
    public async Task Without_a_model_only_recordings_without_one_count()
    {
        var named = new ScriptedClient(Chats.Answer("a")) { Model = "x" };
        var nameless = new ScriptedClient(Chats.Answer("b"));
        _ = await named.Cached(_store).AskAsync();
        _ = await nameless.Cached(_store).AskAsync();
        _ = await nameless.Cached(_store).AskAsync();
        Assert.Equal((1, 1), (named.Calls, nameless.Calls));
    }

    [Fact]
    public async Task A_look_up_that_is_cancelled_loses_no_recording()
    {
        _ = await new ScriptedClient(Chats.Answer("a")).Recorded(_store).AskAsync();
        await using var faulty = new FaultInjectingStore(_store);
        faulty.Add(new() { Operations = StoreOperations.ReadStream, Times = 1, Throws = () => new OperationCanceledException() });
        using var replay = new ReplayChatClient(faulty);
        Assert.IsType<OperationCanceledException>((await replay.AskAsync()).End);
        Assert.Null((await replay.AskAsync()).End);
    }

    [Fact]
    public void Tools_of_the_provider_count_with_what_they_look_at()
    {
        Assert.NotEqual(HashOf("https://a.example/mcp"), HashOf("https://b.example/mcp"));
        Assert.Equal(HashOf("https://a.example/mcp"), HashOf("https://a.example/mcp"));

        static string HashOf(string address) => ChatRequestHash.Compute(Chats.Question, new() { Tools = [new HostedMcpServerTool("files", new Uri(address))] });
    }

    [Fact]
    public void Waits_have_an_end()
    {
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => new ScriptedClient().Recorded(_store, new() { StoreTimeout = TimeSpan.MaxValue }));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => new ScriptedClient().Recorded(_store, new() { StoreTimeout = TimeSpan.Zero }));
    }

    [Fact]
    public async Task What_is_used_adds_up()
    {
        using IChatClient client = new ScriptedClient(
            new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new() { InputTokenCount = 7 })]),
            new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new() { OutputTokenCount = 2 })])).Recorded(_store);
        _ = await client.AskAsync();
        LlmUsage usage = (await _store.LoadAsync<LlmState>(await _store.OnlyStreamAsync())).State.Usage!;
        Assert.Equal((7, 2), (usage.Input, usage.Output));
    }

    [Fact]
    public async Task What_is_used_besides_adds_up_as_in_the_response()
    {
        using IChatClient client = new ScriptedClient(
            new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new() { AdditionalCounts = new() { ["i"] = 1, ["k"] = 2 } })]),
            new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new() { AdditionalCounts = new() { ["k"] = 2, ["j"] = 3 } })])).Recorded(_store);
        UsageDetails said = (await client.GetStreamingResponseAsync(Chats.Question).ToChatResponseAsync()).Usage!;
        LlmUsage usage = (await _store.LoadAsync<LlmState>(await _store.OnlyStreamAsync())).State.Usage!;
        Assert.Equal((1, 4, 3), (said.AdditionalCounts!["i"], said.AdditionalCounts["k"], said.AdditionalCounts["j"]));
        JsonElement asSaid = JsonSerializer.SerializeToElement(said, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(UsageDetails)));
        Assert.True(JsonElement.DeepEquals(asSaid, usage.Extra!.Value), usage.Extra.Value.GetRawText());
    }
}
