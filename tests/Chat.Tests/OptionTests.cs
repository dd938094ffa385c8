using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

public sealed class OptionTests
{
    [Fact]
    public async Task Events_carry_the_metadata_of_their_request()
    {
        await using IEventStore store = EventStores.Memory();
        RecordedChatOptions options = new()
        {
            Recorder = new() { Metadata = new() { Source = "test" } },
            Metadata = (messages, _) => messages.Count == 1 ? new() { CorrelationId = messages[0].Text, Actor = "me" } : null,
        };
        using IChatClient client = new ScriptedClient(Chats.Answer("a")).Recorded(store, options);
        _ = await client.AskAsync([new(ChatRole.User, "job-1")]);
        _ = await client.AskAsync();
        int own = 0;
        int others = 0;
        await foreach (Envelope envelope in store.ReadAllEventsAsync())
        {
            own += envelope.Metadata == new EventMetadata { CorrelationId = "job-1", Actor = "me" } ? 1 : 0;
            others += envelope.Metadata == new EventMetadata { Source = "test" } ? 1 : 0;
        }

        Assert.Equal((6, 6), (own, others));
    }

    [Fact]
    public async Task Stack_traces_are_kept_only_where_that_is_asked_for()
    {
        foreach (bool keeps in (bool[])[false, true])
        {
            await using IEventStore store = EventStores.Memory();
            using IChatClient client = ScriptedClient.ThatThrows([], _ => new TimeoutException()).Recorded(store, new() { KeepStackTraces = keeps });
            _ = await client.AskAsync();
            Assert.Equal(keeps, Assert.Single(await store.EventsAsync<ErrorEvent>(await store.OnlyStreamAsync())).Error.Stack is not null);
        }
    }

    [Fact]
    public async Task A_report_that_throws_breaks_nothing()
    {
        var store = new Daybook.Testing.FaultInjectingStore(EventStores.Memory());
        store.Add(new() { Times = int.MaxValue, Throws = () => new IOException("gone") });
        await using (store)
        {
            var client = new RecordedChatClient(new ScriptedClient(Chats.Answer("a")), store, new() { Report = _ => throw new InvalidOperationException() });
            (List<string> updates, Exception? end) = await client.AskAsync();
            Assert.Equal((3, null), (updates.Count, end));
        }
    }

    [Fact]
    public async Task A_stream_id_that_is_missing_is_a_failure_to_record()
    {
        await using IEventStore store = EventStores.Memory();
        var failures = new List<RecordingFailure>();
        using IChatClient client = new ScriptedClient(Chats.Answer("a")).Recorded(store, new() { StreamId = (_, _) => null!, Report = failures.Add });
        Assert.Null((await client.AskAsync()).End);
        RecordingFailure failure = Assert.Single(failures);
        Assert.Equal("", failure.StreamId);
        Assert.Contains("RecordedChatOptions.StreamId", failure.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(8192, 3)]
    public async Task No_more_is_said_ahead_of_the_store_than_is_buffered(int bufferedEvents, int said)
    {
        var store = new Daybook.Testing.FaultInjectingStore(EventStores.Memory());
        var down = new TaskCompletionSource();
        store.Add(new() { Times = int.MaxValue, Run = _ => new(down.Task), Throws = () => new IOException("gone") });
        await using (store)
        {
            using IChatClient client = new ScriptedClient(token =>
            {
                down.SetResult();
                return ScriptedClient.SayAsync(Chats.Answer("a"), token);
            }).Recorded(store, new() { OnStoreFailure = StoreFailurePolicy.Fail, BufferedEvents = bufferedEvents });
            (List<string> updates, Exception? end) = await client.AskAsync();
            Assert.IsType<IOException>(end);
            Assert.InRange(updates.Count, 0, said);
        }
    }

    [Fact]
    public async Task The_clients_behind_each_other_are_found()
    {
        await using IEventStore store = EventStores.Memory();
        using IChatClient client = new ScriptedClient(Chats.Answer("a")) { Model = "x" }.Cached(store);
        Assert.NotNull(client.GetService<CachedChatClient>());
        Assert.Same(store, client.GetService<RecordedChatClient>()!.Store);
        Assert.Equal("x", client.GetService<ChatClientMetadata>()!.DefaultModelId);
        using var replay = new ReplayChatClient(store);
        Assert.Same(replay, ((IChatClient)replay).GetService<ReplayChatClient>());
    }

    [Fact]
    public async Task START_says_what_was_asked()
    {
        await using IEventStore store = EventStores.Memory();
        using IChatClient client = new ScriptedClient(Chats.Answer("a")) { Model = "default" }.Recorded(store);
        _ = await client.AskAsync(options: new() { ModelId = "asked", Temperature = 0.5f, Tools = [new HostedWebSearchTool()] });
        StartEvent start = Assert.Single(await store.EventsAsync<StartEvent>(await store.OnlyStreamAsync()));
        Assert.Equal(("asked", "What is an event?"), (start.Options.Model, start.Options.Prompt));
        Assert.Equal(
            """{"messages":[{"role":"system","contents":[{"$type":"text","text":"Be brief."}]},{"role":"user","contents":[{"$type":"text","text":"What is an event?"}]}],"options":{"temperature":0.5,"modelId":"asked"},"tools":[{"name":"web_search","description":"","type":"HostedWebSearchTool"}]}""",
            start.Request!.Value.GetRawText());
    }
}
