using Daybook.Llm;
using Daybook.Stores;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>Requests that are larger than an event of the store may be.</summary>
public sealed class LargeRequestTests
{
    private static readonly ChatMessage[] Picture = [new(ChatRole.User, [new TextContent("What is this?"), new DataContent(new byte[4000], "image/png")])];
    private static readonly ChatMessage[] Book = [new(ChatRole.User, new string('x', 4000))];

    public static TheoryData<string, bool> Limits => new(from limit in (string[])["event", "append"] from cached in (bool[])[true, false] select (limit, cached));

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_request_that_is_too_large_is_left_out(string limit, bool cached)
    {
        await using var store = new SmallStore(limit == "event" ? 3000 : 100_000, limit == "append" ? 3000 : 100_000);
        StartEvent start = await ComesBackAsync(store, Picture, cached);
        Assert.Equal((null, "What is this?", ChatRequestHash.Compute(Picture)), (start.Request, start.Options.Prompt, start.RequestHash));
    }

    [Fact]
    public async Task A_prompt_that_is_too_large_is_left_out_too()
    {
        await using var store = new SmallStore(3000, 3000);
        StartEvent start = await ComesBackAsync(store, Book, cached: true);
        Assert.Equal((null, null, ChatRequestHash.Compute(Book)), (start.Request, start.Options.Prompt, start.RequestHash));
    }

    [Fact]
    public async Task A_request_that_fits_is_kept()
    {
        await using var store = new SmallStore(3000, 3000);
        Assert.NotNull((await ComesBackAsync(store, Chats.Question, cached: true)).Request);
    }

    [Fact]
    public async Task A_START_that_is_too_large_without_them_is_a_failure()
    {
        await using var store = new SmallStore(3000, 3000);
        var failures = new List<RecordingFailure>();
        var client = new RecordedChatClient(new ScriptedClient(Chats.Answer("a")), store, new() { Report = failures.Add });
        Assert.Null((await client.AskAsync(options: new() { ModelId = new string('m', 4000) })).End);
        Assert.IsType<StoreLimitException>(Assert.Single(failures).Exception);
    }

    private static async Task<StartEvent> ComesBackAsync(SmallStore store, ChatMessage[] request, bool cached)
    {
        List<string> expected = [.. Chats.Answer("a", "b").Select(Chats.Json)];
        var inner = new ScriptedClient(Chats.Answer("a", "b"));
        RecordedChatOptions options = new() { OnStoreFailure = StoreFailurePolicy.Fail };
        using IChatClient client = cached ? inner.Cached(store, options) : inner.Recorded(store, options);
        (List<string> said, Exception? end) = await client.AskAsync(request);
        Assert.Null(end);
        Assert.Equal(expected, said);
        using IChatClient again = cached ? client : new ReplayChatClient(store);
        Assert.Equal(expected, (await again.AskAsync(request)).Updates);
        Assert.Equal(1, inner.Calls);
        return Assert.Single(await store.EventsAsync<StartEvent>(await store.OnlyStreamAsync()));
    }

    private sealed class SmallStore(int payload, int append) : DelegatingEventStore(EventStores.Memory())
    {
        public override StoreLimits Limits => base.Limits with { MaxPayloadBytes = payload, MaxAppendBytes = append };

        // What the store behind it is not asked to check.
        public override ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default) =>
            batch.Buffer.Length > Math.Min(payload, append)
                ? throw new StoreLimitException(batch.StreamId, "size", batch.Buffer.Length, Math.Min(payload, append))
                : base.AppendAsync(batch, cancellationToken);
    }
}
