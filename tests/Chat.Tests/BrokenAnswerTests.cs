using System.Text;
using Daybook.Llm;
using Microsoft.Extensions.AI;
using RecordChat;

namespace Daybook.Tests.Chat;

/// <summary>Answers that break off or make no sense: state and log say what there was, and never more.</summary>
public sealed class BrokenAnswerTests
{
    private const string Anthropic = """
        event: message_start
        data: {"type":"message_start","message":{"id":"m","model":"a"}}

        event: content_block_delta
        data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"héllo"}}

        event: message_delta
        data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":1}}

        event: message_stop
        data: {"type":"message_stop"}


        """;

    private const string Responses = """
        event: response.created
        data: {"type":"response.created","response":{"id":"r","model":"o"}}

        event: response.output_text.delta
        data: {"type":"response.output_text.delta","delta":"héllo"}

        event: response.completed
        data: {"type":"response.completed","response":{"id":"r","usage":{"output_tokens":1}}}


        """;

    private const string Hello = "data: {\"id\":\"r\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"héllo\"}}]}\n\n";
    private const string Stop = "data: {\"id\":\"r\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

    [Theory]
    [InlineData(Hello + Stop, "\"stop\"")]
    [InlineData(Anthropic, "end_turn")]
    [InlineData(Responses, "response.completed\",")]
    public async Task A_stream_that_is_cut_anywhere_is_complete_only_after_the_model_said_why_it_stopped(string answer, string reason)
    {
        byte[] whole = Encoding.UTF8.GetBytes(answer);
        int said = Encoding.UTF8.GetByteCount(answer.AsSpan(0, answer.IndexOf(reason, StringComparison.Ordinal)));
        int complete = 0;
        for (int cut = 0; cut <= whole.Length; cut++)
        {
            LlmState state = await CutAsync(whole[..cut]);
            Assert.Equal(state.Content.Length > 0 ? "héllo" : "", state.Content.ToString());
            Assert.True(!state.Completed || cut > said);
            complete += state.Completed ? 1 : 0;
        }

        Assert.True(complete > 0);
    }

    [Theory]
    [MemberData(nameof(RecordedStreamTests.AllFiles), MemberType = typeof(RecordedStreamTests))]
    public async Task A_real_stream_may_be_cut_anywhere(string file)
    {
        Assert.SkipWhen(Repository.LlmStreams is null, "The recorded streams are not beside this checkout.");
        byte[] whole = await File.ReadAllBytesAsync(Path.Combine(Repository.LlmStreams!, file));
        foreach (int seed in FuzzSeeds.Of(20))
        {
            // Short beginnings are cheap, and as good as long ones.
            int longest = seed % 5 == 0 ? whole.Length : Math.Min(whole.Length, 20_000);
            _ = await CutAsync(whole[..new Random(seed).Next(longest)]);
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(120)]
    public async Task A_connection_that_is_lost_is_a_failure_of_the_network(int cut)
    {
        await using var server = new SseServer(Encoding.UTF8.GetBytes(Hello + Hello + Stop), seed: 3) { CutAt = cut };
        await using IEventStore store = EventStores.Memory();
        using IChatClient client = new SseChatClient(new HttpClient(), server.Address).Recorded(store);
        (_, Exception? end) = await client.AskAsync();
        Assert.IsAssignableFrom<IOException>(end);
        ErrorEvent error = Assert.Single(await store.EventsAsync<ErrorEvent>(await store.OnlyStreamAsync()));
        Assert.Equal(FailureType.Network, error.FailureType);
    }

    [Theory]
    [InlineData("", "It holds no message of a provider that this program knows.")]
    [InlineData("\n\n\n", "It holds no message of a provider that this program knows.")]
    [InlineData("data: [DONE]\n\n", "The first message is no JSON object.")]
    [InlineData(Hello + "data: {\"error\":{\"message\":\"overloaded\",\"code\":529}}\n\n", "overloaded")]
    [InlineData(Hello + "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"x\",\"message\":\"overloaded\"}}\n\n", "overloaded")]
    [InlineData(Hello + "data: 12\n\n", "A message of the stream is no JSON object.")]
    public async Task Errors_as_data_and_empty_streams_end_in_an_error(string answer, string message)
    {
        await using IEventStore store = EventStores.Memory();
        using IChatClient client = new SseChatClient(new HttpClient(new SavedBytes(Encoding.UTF8.GetBytes(answer))), new("http://saved.example"))
            .Recorded(store, new() { FailureType = exception => exception is ChatProviderException ? FailureType.Model : null });
        (_, Exception? end) = await client.AskAsync();
        string streamId = await store.OnlyStreamAsync();
        ErrorEvent error = Assert.Single(await store.EventsAsync<ErrorEvent>(streamId));
        Assert.Equal((message, message), (end!.Message, error.Error.Message));
        Assert.Equal(end is ChatProviderException ? FailureType.Model : FailureType.Unknown, error.FailureType);
        Assert.False((await store.LoadAsync<LlmState>(streamId)).State.Completed);
    }

    [Fact]
    public async Task A_surrogate_pair_that_is_split_over_two_deltas_comes_back_split()
    {
        const string Halves = """
            data: {"choices":[{"index":0,"delta":{"content":"a\ud83d"}}]}

            data: {"choices":[{"index":0,"delta":{"content":"\ude00b"},"finish_reason":"stop"}]}


            """;
        await using IEventStore store = EventStores.Memory();
        using IChatClient client = new SseChatClient(new HttpClient(new SavedBytes(Encoding.UTF8.GetBytes(Halves))), new("http://saved.example")).Recorded(store);
        (_, Exception? end) = await client.AskAsync();
        Assert.Null(end);
        string streamId = await store.OnlyStreamAsync();
        Assert.Equal("a😀b", (await store.LoadAsync<LlmState>(streamId)).State.Content.ToString());
        using var replay = new ReplayChatClient(store, streamId);
        var texts = new List<string>();
        await foreach (ChatResponseUpdate update in replay.GetStreamingResponseAsync(Chats.Question))
        {
            texts.Add(update.Text);
        }

        Assert.Equal(["a\ud83d", "\ude00b"], texts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_may_throw_at_any_token(bool streaming)
    {
        List<ChatResponseUpdate> answer = Chats.Answer("one", "two", "three");
        for (int count = 0; count <= answer.Count; count++)
        {
            await using IEventStore store = EventStores.Memory();
            var thrown = new TimeoutException("too slow");
            using IChatClient client = ScriptedClient.ThatThrows(answer[..count], _ => thrown).Recorded(store);
            (List<string> updates, Exception? end) = await client.AskAsync(streaming);
            Assert.Same(thrown, end);
            Assert.Equal(answer[..(streaming ? count : 0)].Select(Chats.Json), updates);
            ErrorEvent error = await EndsInErrorAsync(store, updates);
            Assert.Equal(("TimeoutException", "too slow", FailureType.Timeout), (error.Error.Name, error.Error.Message, error.FailureType));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_may_be_cancelled_at_any_token(bool streaming)
    {
        List<ChatResponseUpdate> answer = Chats.Answer("one", "two", "three");
        for (int count = 0; count <= answer.Count; count++)
        {
            await using IEventStore store = EventStores.Memory();
            using var cancel = new CancellationTokenSource();
            using IChatClient client = ScriptedClient.ThatThrows(answer[..count], token =>
            {
                cancel.Cancel();
                return new OperationCanceledException(token);
            }).Recorded(store);
            (List<string> updates, Exception? end) = await client.AskAsync(streaming, cancellationToken: cancel.Token);
            Assert.IsType<OperationCanceledException>(end);
            Assert.Equal(FailureType.Abort, (await EndsInErrorAsync(store, updates)).FailureType);
        }
    }

    [Fact]
    public async Task A_caller_may_stop_reading_at_any_token()
    {
        List<ChatResponseUpdate> answer = Chats.Answer("one", "two", "three");
        for (int count = 1; count <= answer.Count; count++)
        {
            await using IEventStore store = EventStores.Memory();
            using IChatClient client = new ScriptedClient(answer).Recorded(store);
            var updates = new List<string>();
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Chats.Question))
            {
                updates.Add(Chats.Json(update));
                if (updates.Count == count)
                {
                    break;
                }
            }

            ErrorEvent error = await EndsInErrorAsync(store, updates);
            Assert.Equal(("Abandoned", FailureType.Abort), (error.Error.Name, error.FailureType));
        }
    }

    [Fact]
    public async Task A_client_that_throws_before_there_is_a_stream_leaves_an_error_too()
    {
        await using IEventStore store = EventStores.Memory();
        using IChatClient client = new ScriptedClient(_ => throw new HttpRequestException("no route")).Recorded(store);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetResponseAsync(Chats.Question));
        (_, Exception? end) = await client.AskAsync();
        Assert.IsType<HttpRequestException>(end);
        foreach (StreamInfo stream in (await store.ListStreamsAsync()).Streams)
        {
            Assert.Equal(["llm.start", "llm.error"], await store.TypesAsync(stream.StreamId));
            Assert.Equal("no route", (await store.LoadAsync<LlmState>(stream.StreamId)).State.NetworkErrors[0].Message);
        }
    }

    // State, log and replay say what the caller got of these bytes.
    private static async Task<LlmState> CutAsync(byte[] bytes)
    {
        await using IEventStore store = EventStores.Memory();
        using IChatClient client = new SseChatClient(new HttpClient(new SavedBytes(bytes)), new("http://saved.example")).Recorded(store);
        (List<string> updates, Exception? end) = await client.AskAsync();
        string streamId = await store.OnlyStreamAsync();
        LlmState state = (await store.LoadAsync<LlmState>(streamId)).State;
        Assert.Equal(end is null, state.Completed);
        Assert.Equal(end is null, state.Error is null);
        Assert.Equal(end is null ? "llm.complete" : "llm.error", (await store.TypesAsync(streamId))[^1]);

        using var replay = new ReplayChatClient(store, streamId);
        (List<string> replayed, Exception? replayedEnd) = await replay.AskAsync();
        Assert.Equal(updates, replayed);
        Assert.Equal(end is null ? null : typeof(LlmErrorException), replayedEnd?.GetType());
        return state;
    }

    private static async Task<ErrorEvent> EndsInErrorAsync(IEventStore store, List<string> updates)
    {
        string streamId = await store.OnlyStreamAsync();
        ErrorEvent error = Assert.Single(await store.EventsAsync<ErrorEvent>(streamId));
        List<string> types = await store.TypesAsync(streamId);
        Assert.Equal("llm.error", types[^1]);
        Assert.DoesNotContain("llm.complete", types);
        LlmState state = (await store.LoadAsync<LlmState>(streamId)).State;
        Assert.False(state.Completed);
        Assert.Equal(error.Error, state.Error);
        using var replay = new ReplayChatClient(store);
        (List<string> replayed, Exception? end) = await replay.AskAsync();
        Assert.Equal(updates, replayed);
        Assert.Equal(error.FailureType, Assert.IsType<LlmErrorException>(end).FailureType);
        return error;
    }
}
