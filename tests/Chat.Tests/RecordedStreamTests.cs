using Daybook.Llm;
using Microsoft.Extensions.AI;
using RecordChat;

namespace Daybook.Tests.Chat;

/// <summary>Every recorded stream of a real provider, from a server on this machine through the client, the recording and back.</summary>
public sealed class RecordedStreamTests : IDisposable
{
    private const string NoData = "The recorded streams are not beside this checkout.";

    private readonly Stores _stores = new();

    public static TheoryData<string, string> FilesAndStores =>
        new(from file in Files from kind in Stores.Kinds select (file, kind));

    public static TheoryData<string> AllFiles => [.. Files];

    private static IEnumerable<string> Files =>
        Repository.LlmStreams is { } folder ? Directory.GetFiles(folder, "*.sse").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal) : ["none"];

    public void Dispose() => _stores.Dispose();

    [Theory]
    [MemberData(nameof(FilesAndStores))]
    public async Task It_comes_back_chunk_by_chunk(string file, string kind)
    {
        Assert.SkipWhen(Repository.LlmStreams is null, NoData);
        byte[] bytes = await File.ReadAllBytesAsync(Path.Combine(Repository.LlmStreams!, file));
        await using IEventStore store = _stores.Open(kind);
        await using var server = new SseServer(bytes, seed: bytes.Length);
        var options = new ChatOptions { Temperature = 0.5f };
        List<string> live;
        Exception? liveEnd;
        using (IChatClient client = new SseChatClient(new HttpClient(), server.Address, "model").Recorded(store))
        {
            (live, liveEnd) = await client.AskAsync(options: options);
        }

        // What the server cuts in pieces says the same as the file in one.
        var direct = new List<string>();
        try
        {
            await foreach (ChatResponseUpdate update in ResponseReader.ReadAsync(new MemoryStream(bytes)))
            {
                direct.Add(Chats.Json(update));
            }
        }
        catch (ChatProviderException exception)
        {
            Assert.Equal(liveEnd!.Message, exception.Message);
        }

        Assert.True(live.Count > 10);
        Assert.Equal(direct, live);
        using var replay = new ReplayChatClient(store);
        (List<string> replayed, Exception? replayedEnd) = await replay.AskAsync(options: options);
        Assert.Equal(live, replayed);
        if (liveEnd is null)
        {
            Assert.Null(replayedEnd);
            ChatResponse expected = await ResponseReader.ReadAsync(new MemoryStream(bytes)).ToChatResponseAsync();
            Assert.Equal(Chats.Json(expected), Chats.Json(await replay.GetResponseAsync(Chats.Question, options)));
        }
        else
        {
            RecordedErrorException recorded = Assert.IsType<RecordedErrorException>(replayedEnd);
            Assert.Equal((nameof(ChatProviderException), liveEnd.Message), (recorded.Error.Name, recorded.Error.Message));
        }
    }

    [Theory]
    [MemberData(nameof(AllFiles))]
    public async Task Every_prefix_folds_to_what_was_there_live(string file)
    {
        Assert.SkipWhen(Repository.LlmStreams is null, NoData);
        await using IEventStore store = EventStores.Memory();
        await using var server = new SseServer(await File.ReadAllBytesAsync(Path.Combine(Repository.LlmStreams!, file)), seed: 1);
        using IChatClient client = new SseChatClient(new HttpClient(), server.Address).Recorded(store);
        var live = new List<ChatResponseUpdate>();
        try
        {
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Chats.Question))
            {
                live.Add(update);
            }
        }
        catch (ChatProviderException)
        {
            // The error is the last event.
        }

        string streamId = await store.OnlyStreamAsync();
        await using Replay<LlmState> replay = store.Replay<LlmState>(streamId);
        await using IAsyncEnumerator<Envelope> events = replay.GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());
        Assert.True(events.Current.Is<StartEvent>());
        var expected = new LiveState();
        foreach (ChatResponseUpdate update in live)
        {
            Assert.True(await events.MoveNextAsync());
            expected.Begin(update);
            if (events.Current.Is<ChunkEvent>())
            {
                await CheckAsync();
            }

            for (int i = 0; i < update.Contents.Count; i++)
            {
                Assert.True(i == 0 && !events.Current.Is<ChunkEvent>() || await events.MoveNextAsync());
                expected.Add(update.Contents[i]);
                await CheckAsync();
            }
        }

        Assert.True(await events.MoveNextAsync());
        Assert.True(events.Current.Is<CompleteEvent>() || events.Current.Is<ErrorEvent>());
        Assert.Equal(events.Current.Is<CompleteEvent>(), replay.State.Completed);
        Assert.False(await events.MoveNextAsync());

        async Task CheckAsync()
        {
            expected.AgreesWith(replay.State);
            Assert.False(replay.State.Completed);
            Assert.Null(replay.State.Error);
            if (replay.Position % 37 == 0)
            {
                expected.AgreesWith((await store.LoadAsync<LlmState>(streamId, AsOf.Sequence(replay.Position))).State);
            }
        }
    }
}
