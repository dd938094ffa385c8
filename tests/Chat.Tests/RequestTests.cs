using System.Text.Json;
using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>What counts of a request, what is recorded of it, and what that costs.</summary>
public sealed class RequestTests : IAsyncDisposable
{
    private const string Deep = """{"deep":""";

    private readonly IEventStore _store = EventStores.Memory();

    private static ChatOptions Raw => new() { RawRepresentationFactory = _ => new object() };

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public void Everything_that_a_tool_is_told_counts()
    {
        AITool[] tools =
        [
            new HostedImageGenerationTool(),
            new HostedImageGenerationTool { Options = new() { Count = 1, ImageSize = new(1024, 1024) } },
            new HostedImageGenerationTool { Options = new() { Count = 2, ImageSize = new(1024, 1024) } },
            new HostedImageGenerationTool { Options = new() { Count = 1, ImageSize = new(1024, 512) } },
            new HostedImageGenerationTool { Options = new() { ModelId = "m" } },
            new HostedImageGenerationTool { Options = new() { MediaType = "image/png" } },
            new HostedImageGenerationTool { Options = new() { StreamingCount = 1 } },
            new HostedImageGenerationTool { Options = new() { ResponseFormat = ImageGenerationResponseFormat.Uri } },
            new HostedImageGenerationTool { Options = new() { AdditionalProperties = new() { ["quality"] = "high" } } },
            new HostedImageGenerationTool(new Dictionary<string, object?> { ["quality"] = "high" }),
#pragma warning disable MEAI001 // All tools that there are.
            new HostedToolSearchTool(),
            new HostedToolSearchTool { DeferredTools = [] },
            new HostedToolSearchTool { DeferredTools = ["a"] },
            new HostedToolSearchTool { Namespace = "n" },
            new HostedToolSearchTool { NamespaceDescription = "n" },
#pragma warning restore MEAI001
            Function(),
            Function(("strict", true)),
            Function(("strict", false)),
            Function(("strict", false), ("more", 1)),
            Function(("made", new Func<int>(() => 1))),
            Function(("made", new Func<string>(() => ""))),
            new UnknownTool("a", "x"),
            new UnknownTool("b", "x"),
            new UnknownTool("a", "y"),
        ];
        Assert.Equal(tools.Length, tools.Select(tool => ChatRequestHash.Compute(Chats.Question, new() { Tools = [tool] })).Distinct().Count());
        Assert.All(tools, tool => Assert.Equal(ChatRequestHash.Compute(Chats.Question, new() { Tools = [tool] }), ChatRequestHash.Compute(Chats.Question, new() { Tools = [tool] })));
    }

    [Fact]
    public async Task A_cache_tells_what_tools_are_told_apart()
    {
        var inner = new ScriptedClient(Chats.Answer("a"));
        using IChatClient client = inner.Cached(_store);
        ChatOptions[] asked = [new() { Tools = [Function(("strict", true))] }, new() { Tools = [Function(("strict", false))] }, new() { Tools = [new HostedImageGenerationTool { Options = new() { Count = 2 } }] }];
        foreach (ChatOptions options in asked.Concat(asked))
        {
            _ = await client.AskAsync(options: options);
        }

        Assert.Equal(asked.Length, inner.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_callers_make_themselves_passes_the_cache_by_and_is_recorded(bool streaming)
    {
        ChatOptions ofTool = new() { Tools = [new HostedImageGenerationTool { Options = new() { RawRepresentationFactory = _ => new object() } }] };
        foreach (ChatOptions raw in (ChatOptions[])[Raw, ofTool])
        {
            var inner = new ScriptedClient(Chats.Answer("raw"));
            using IChatClient client = inner.Cached(_store);
            for (int i = 1; i <= 2; i++)
            {
                Assert.Null((await client.AskAsync(streaming, options: raw)).End);
                Assert.Equal(i, inner.Calls);
            }

            using var replay = new ReplayChatClient(_store);
            Assert.Equal("raw", (await replay.GetResponseAsync(Chats.Question, raw)).Text);
        }

        // Who makes nothing does not get what was made for others.
        var plain = new ScriptedClient(Chats.Answer("plain"));
        Assert.Equal("plain", (await plain.Cached(_store).GetResponseAsync(Chats.Question)).Text);
    }

    [Fact]
    public void Options_that_say_nothing_are_the_same_as_none()
    {
        string hash = ChatRequestHash.Compute(Chats.Question);
        Assert.Equal(hash, ChatRequestHash.Compute(Chats.Question, new() { StopSequences = [], AdditionalProperties = [], Tools = [] }));
        Assert.Equal(ChatRequestHash.Compute(Chats.Question, new() { Seed = 1 }), ChatRequestHash.Compute(Chats.Question, new() { Seed = 1, StopSequences = [], AdditionalProperties = [] }));
        Assert.NotEqual(hash, ChatRequestHash.Compute(Chats.Question, new() { StopSequences = [""] }));
        Assert.NotEqual(hash, ChatRequestHash.Compute(Chats.Question, new() { AdditionalProperties = new() { ["a"] = null } }));
    }

    // Of 64 levels that an event takes, the request's own are six.
    [Theory]
    [InlineData(57, true)]
    [InlineData(58, true)]
    [InlineData(59, false)]
    [InlineData(63, false)]
    public async Task A_request_that_is_nested_too_deep_is_recorded_without_itself(int levels, bool isKept)
    {
        string nested = string.Concat(Enumerable.Repeat(Deep, levels)) + "1" + new string('}', levels);
        var call = new FunctionCallContent("c", "f", new Dictionary<string, object?> { ["value"] = JsonElement.Parse(nested) });
        ChatMessage[] request = [new(ChatRole.Assistant, [call]), new(ChatRole.Tool, [new FunctionResultContent("c", "done")])];
        var inner = new ScriptedClient(Chats.Answer("a"));
        using var client = new CachedChatClient(inner, _store);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal("a", (await client.GetResponseAsync(request)).Text);
        }

        StartEvent start = Assert.Single(await _store.EventsAsync<StartEvent>(await _store.OnlyStreamAsync()));
        Assert.Equal((1, isKept, ChatRequestHash.Compute(request)), (inner.Calls, start.Request is not null, start.RequestHash));
    }

    [Fact]
    public void The_hash_of_odd_requests_is_the_same_for_ever()
    {
        ChatMessage[] odd =
        [
            new(ChatRole.User, [new TextContent("ä + <b> \u2028 😀 \"q\" \\ \n \0 \u007f \ufffe"), new DataContent(Enumerable.Range(0, 300).Select(i => (byte)i).ToArray(), "image/png")])
            {
                AuthorName = "ä+",
                AdditionalProperties = new() { ["b"] = 2, ["a"] = (string[])["x", "ü"], ["\uff5a"] = 1.50, ["\U00010000"] = null },
            },
            new(ChatRole.Assistant,
            [
                new TextReasoningContent("hm") { ProtectedData = "p+/=" },
                new FunctionCallContent("c1", "f", new Dictionary<string, object?> { ["z"] = JsonElement.Parse("""{"b":[1.0,1e5,{"y":null,"x":true}],"a":"\u00e9+","a":"second"}"""), ["a"] = 1 }),
            ]),
            new(ChatRole.Tool, [new FunctionResultContent("c1", JsonElement.Parse("""{"ok":true,"Z":1,"_":2,"é":3}"""))]),
        ];
        Assert.Equal("10509f2669be83c6a7417b3b2f716a21d585dbcb20b116e1882224941749744f", ChatRequestHash.Compute(odd));
        Assert.Equal("8770b00bf493f3823207237970a49d063a9e940d26f342434b62b45e1391f0cd", ChatRequestHash.Compute([]));
        Assert.Equal("682a1d20901d2d20b1b8d96d6788ce95a58d6aea06aae6aab375bb406a1aaeb2", ChatRequestHash.Compute([new(ChatRole.User, new string('x', 100_000) + "é"), .. Chats.Question]));
    }

    [Fact]
    public void A_request_is_turned_into_JSON_once_and_hashed_on_the_way()
    {
        const int Size = 1_000_000;
        ChatMessage[] request = [new(ChatRole.System, new string('x', Size)), .. Chats.Question];
        int asked = 0;
        Assert.InRange(BytesOf(inner => inner.Recorded(_store, new() { KeepRequest = false })), 0, Size / 10);

        // Once as JSON, once on its way into the store.
        Assert.InRange(BytesOf(inner => inner.Recorded(_store)), Size, Size * 2.2);
        Assert.InRange(BytesOf(inner => inner.Cached(_store)), Size, Size * 2.2);

        // Up to the moment at which the client is asked. The least of some, since the pool may have to be filled.
        long BytesOf(Func<IChatClient, IChatClient> recorded) => Enumerable.Range(0, 8).Min(_ =>
        {
            long before = 0;
            long bytes = -1;
            using IChatClient client = recorded(new ScriptedClient(token =>
            {
                bytes = GC.GetAllocatedBytesForCurrentThread() - before;
                return ScriptedClient.SayAsync(Chats.Answer("a"), token);
            }));
            IAsyncEnumerator<ChatResponseUpdate> updates = client.GetStreamingResponseAsync(request, new() { Seed = asked++ }).GetAsyncEnumerator();
            before = GC.GetAllocatedBytesForCurrentThread();
            ValueTask<bool> first = updates.MoveNextAsync();

            // Another thread would have allocated elsewhere.
            Assert.True(bytes >= 0);
            EndAsync(updates, first).GetAwaiter().GetResult();
            return bytes;
        });
    }

    private static async Task EndAsync(IAsyncEnumerator<ChatResponseUpdate> updates, ValueTask<bool> next)
    {
        while (await next)
        {
            next = updates.MoveNextAsync();
        }

        await updates.DisposeAsync();
    }

    private static AIFunction Function(params (string Name, object Value)[] properties) => AIFunctionFactory.Create(
        () => 1, new AIFunctionFactoryOptions { Name = "one", AdditionalProperties = properties.ToDictionary(property => property.Name, object? (property) => property.Value) });

    private sealed class UnknownTool(string name, string value) : AITool
    {
        public override string Name => name;

        public override IReadOnlyDictionary<string, object?> AdditionalProperties { get; } = new Dictionary<string, object?> { ["value"] = value };
    }
}
