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
            LlmErrorException recorded = Assert.IsType<LlmErrorException>(replayedEnd);
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
        bool isComplete = true;
        try
        {
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Chats.Question))
            {
                live.Add(update);
            }
        }
        catch (ChatProviderException)
        {
            isComplete = false;
        }

        await using var walk = new PrefixWalk(store, await store.OnlyStreamAsync());
        await walk.NextIsAsync<StartEvent>();
        await walk.NextAreAsync(live);
        if (isComplete)
        {
            await walk.NextIsAsync<CompleteEvent>();
        }
        else
        {
            await walk.NextIsAsync<ErrorEvent>();
        }

        await walk.EndsAsync(isComplete);
    }
}
