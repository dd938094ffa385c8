using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>Answers that end by themselves: which of them are complete, and which only say so.</summary>
public sealed class AnswerEndTests : IAsyncDisposable
{
    private readonly IEventStore _store = EventStores.Memory();

    public static TheoryData<string, bool> Empty => new(from kind in (string[])["nothing", "header", "blank", "usage"] from streaming in (bool[])[false, true] select (kind, streaming));

    public static TheoryData<bool> Forms => [false, true];

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [MemberData(nameof(Empty))]
    public async Task Neither_content_nor_a_finish_reason_is_an_error(string kind, bool streaming)
    {
        List<ChatResponseUpdate> answer = kind switch
        {
            "nothing" => [],
            "header" => Chats.Answer()[..1],
            "blank" => [.. Chats.Answer("", "")[..3], new(ChatRole.Assistant, [new TextReasoningContent("")])],
            _ => [new(ChatRole.Assistant, [new UsageContent(new() { InputTokenCount = 7 })])],
        };
        ErrorEvent error = await IsAnErrorThatNobodySeesAsync(answer, streaming);
        Assert.Equal(("ZeroOutput", FailureType.ZeroOutput), (error.Error.Name, error.FailureType));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_error_as_data_is_an_error(bool streaming)
    {
        List<ChatResponseUpdate> answer = Chats.Answer("one", "two");
        answer.Insert(2, new(ChatRole.Assistant, [new ErrorContent("first")]) { ResponseId = "r1", MessageId = "m1", ModelId = "model-1" });
        answer.Insert(3, new(ChatRole.Assistant, [new ErrorContent("refused") { ErrorCode = "E1", Details = "d" }]) { ResponseId = "r1", MessageId = "m1", ModelId = "model-1" });
        ErrorEvent error = await IsAnErrorThatNobodySeesAsync(answer, streaming);
        Assert.Equal((new("ErrorContent", "refused") { Code = "E1" }, FailureType.Model), (error.Error, error.FailureType));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Content_is_enough_to_be_complete(bool streaming)
    {
        AIContent[] contents =
        [
            new TextContent("a"), new TextReasoningContent("a"), new TextReasoningContent("") { ProtectedData = "s" }, new FunctionCallContent("c", "f"),
            new DataContent(new byte[] { 1 }, "image/png"),
        ];
        foreach (AIContent content in contents)
        {
            await IsCompleteAsync([new(ChatRole.Assistant, [content])], streaming);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public Task A_finish_reason_is_enough_to_be_complete(bool streaming) => IsCompleteAsync([new() { FinishReason = ChatFinishReason.ContentFilter }], streaming);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_client_that_throws_behind_an_error_as_data_ends_with_what_it_throws(bool streaming)
    {
        using IChatClient client = ScriptedClient.ThatThrows([new(ChatRole.Assistant, [new ErrorContent("refused")])], _ => new TimeoutException("late")).Recorded(_store);
        Assert.IsType<TimeoutException>((await client.AskAsync(streaming)).End);
        string streamId = await _store.OnlyStreamAsync();
        Assert.Equal("late", Assert.Single(await _store.EventsAsync<ErrorEvent>(streamId)).Error.Message);
        using var replay = new ReplayChatClient(_store, streamId);
        Assert.IsType<LlmErrorException>((await replay.AskAsync(streaming)).End);
    }

    // The caller gets the answer as it is, live and from the recording; but it is not complete, and no cache keeps it.
    private async Task<ErrorEvent> IsAnErrorThatNobodySeesAsync(List<ChatResponseUpdate> answer, bool streaming)
    {
        (List<string> expected, _) = await new ScriptedClient(answer).AskAsync(streaming);
        var inner = new ScriptedClient(answer);
        using (IChatClient cached = inner.Cached(_store, new() { StreamId = (_, _) => "s" }))
        {
            (List<string> said, Exception? end) = await cached.AskAsync(streaming);
            Assert.Null(end);
            Assert.Equal(expected, said);
            List<string> types = await _store.TypesAsync("s");
            Assert.Equal("llm.error", types[^1]);
            Assert.DoesNotContain("llm.complete", types);
            _ = await cached.AskAsync(streaming);
            Assert.Equal(2, inner.Calls);
        }

        LlmState state = (await _store.LoadAsync<LlmState>("s")).State;
        ErrorEvent error = (await _store.EventsAsync<ErrorEvent>("s"))[^1];
        Assert.Equal((false, error.Error), (state.Completed, state.Error));
        using var replay = new ReplayChatClient(_store);
        (List<string> replayed, Exception? replayedEnd) = await replay.AskAsync(streaming);
        Assert.Null(replayedEnd);
        Assert.Equal(expected, replayed);
        return error;
    }

    private async Task IsCompleteAsync(List<ChatResponseUpdate> answer, bool streaming)
    {
        string streamId = Guid.NewGuid().ToString();
        using IChatClient client = new ScriptedClient(answer).Recorded(_store, new() { StreamId = (_, _) => streamId });
        Assert.Null((await client.AskAsync(streaming)).End);
        Assert.Equal("llm.complete", (await _store.TypesAsync(streamId))[^1]);
        Assert.True((await _store.LoadAsync<LlmState>(streamId)).State.Completed);
    }
}
