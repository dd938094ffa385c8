using Daybook.Llm;
using Microsoft.Extensions.AI;

#pragma warning disable MEAI001 // What goes on in the background is known by its token.

namespace Daybook.Tests.Chat;

/// <summary>Answers in one piece: what the response says as a whole, also where it has no messages.</summary>
public sealed class WholeAnswerTests : IAsyncDisposable
{
    private readonly IEventStore _store = EventStores.Memory();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_goes_on_in_the_background_is_not_complete(bool hasMessage)
    {
        // The properties make an update of their own, behind the one with the token.
        var inner = new WholeAnswerClient(() => new()
        {
            Messages = hasMessage ? [new(ChatRole.Assistant, "half")] : [],
            ResponseId = "r1",
            Usage = new() { InputTokenCount = 7 },
            AdditionalProperties = new() { ["tier"] = "slow" },
            ContinuationToken = Token(),
        });
        using IChatClient client = inner.Cached(_store);
        _ = await client.GetResponseAsync(Chats.Question);
        _ = await client.GetResponseAsync(Chats.Question);
        Assert.Equal(2, inner.Calls);

        string streamId = (await _store.ListStreamsAsync()).Streams[0].StreamId;
        List<string> types = await _store.TypesAsync(streamId);
        Assert.DoesNotContain("llm.complete", types);
        Assert.DoesNotContain("llm.error", types);
        using var replay = new ReplayChatClient(_store, streamId);
        var updates = new List<ChatResponseUpdate>();
        _ = await Assert.ThrowsAsync<RecordingIncompleteException>(async () =>
        {
            await foreach (ChatResponseUpdate update in replay.GetStreamingResponseAsync(Chats.Question))
            {
                updates.Add(update);
            }
        });
        ChatResponseUpdate going = Assert.Single(updates, update => update.ContinuationToken is not null);
        Assert.Equal([1, 2, 3], going.ContinuationToken!.ToBytes().ToArray());
        Assert.Equal("r1", going.ResponseId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_without_messages_comes_back_with_all_that_it_says(bool cached)
    {
        var inner = new WholeAnswerClient(Filtered);
        using IChatClient client = cached ? inner.Cached(_store) : inner.Recorded(_store);
        string expected = Chats.Json(Filtered());
        Assert.Equal(expected, Chats.Json(await client.GetResponseAsync(Chats.Question)));
        Assert.Equal("llm.complete", (await _store.TypesAsync(await _store.OnlyStreamAsync()))[^1]);
        using IChatClient again = cached ? client : new ReplayChatClient(_store);
        Assert.Equal(expected, Chats.Json(await again.GetResponseAsync(Chats.Question)));
        Assert.Equal(1, inner.Calls);

        static ChatResponse Filtered() => new()
        {
            ResponseId = "r1",
            ConversationId = "c1",
            ModelId = "model-1",
            CreatedAt = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            FinishReason = ChatFinishReason.ContentFilter,
            Usage = new() { InputTokenCount = 7 },
            AdditionalProperties = new() { ["filter"] = "hate" },
        };
    }

    [Fact]
    public async Task One_that_says_nothing_but_its_id_is_an_error_that_nobody_sees()
    {
        var inner = new WholeAnswerClient(() => new() { ResponseId = "r1" });
        using IChatClient client = inner.Recorded(_store);
        _ = await client.GetResponseAsync(Chats.Question);
        Assert.Equal(["llm.start", "llm.chunk", "llm.error"], await _store.TypesAsync(await _store.OnlyStreamAsync()));
        Assert.Equal(Chats.Json(new ChatResponse { ResponseId = "r1" }), Chats.Json(await new ReplayChatClient(_store).GetResponseAsync(Chats.Question)));
    }

    private static ResponseContinuationToken Token() => ResponseContinuationToken.FromBytes(new byte[] { 1, 2, 3 });
}
