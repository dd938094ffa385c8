using System.Net;
using System.Text;
using Daybook.Llm;
using Microsoft.Extensions.AI;
using RecordChat;

namespace Daybook.Tests.Chat;

/// <summary>What a request is let in with is not recorded: it stands in no byte of a store.</summary>
public sealed class SecretTests
{
    private const string Secret = "SECRET-9f3a";

    public static TheoryData<string, bool> StoresAndForms =>
        new(from kind in (string[])["file", "sqlite"] from streaming in (bool[])[true, false] select (kind, streaming));

    [Theory]
    [MemberData(nameof(StoresAndForms))]
    public async Task Headers_of_a_request_are_not_recorded(string kind, bool streaming)
    {
        const string Answer = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hello\"},\"finish_reason\":\"stop\"}]}\n\n";
        using var stores = new Stores();
        foreach (HttpStatusCode status in (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Unauthorized])
        {
            await using IEventStore store = stores.Open(kind);
            await using var server = new SseServer(Encoding.UTF8.GetBytes(Answer), seed: 1) { Status = status };
            var http = new HttpClient { DefaultRequestHeaders = { { "Authorization", $"Bearer {Secret}" }, { "X-Key", Secret } } };
            using IChatClient client = new SseChatClient(http, server.Address).Recorded(store, new() { KeepStackTraces = true, OnStoreFailure = StoreFailurePolicy.Fail });
            Exception? end = (await client.AskAsync(streaming, [new(ChatRole.User, $"I am told {status}.")])).End;
            Assert.Equal(status == HttpStatusCode.OK ? null : typeof(HttpRequestException), end?.GetType());
            Assert.Contains($"Bearer {Secret}", Assert.Single(server.Requests), StringComparison.Ordinal);
            await NothingHoldsItAsync(store);
        }

        Assert.True(stores.Holds("I am told Unauthorized."));
        Assert.False(stores.Holds(Secret));
    }

    [Theory]
    [MemberData(nameof(StoresAndForms))]
    public async Task What_a_hosted_tool_is_let_in_with_is_not_recorded(string kind, bool streaming)
    {
        using var stores = new Stores();
        await using (IEventStore store = stores.Open(kind))
        {
            var tool = new HostedMcpServerTool("server-7", "https://s.example") { Headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {Secret}" } };
            var options = new ChatOptions { Tools = [tool], RawRepresentationFactory = _ => Secret };
            using IChatClient client = new ScriptedClient(Chats.Answer("a")).Recorded(store, new() { OnStoreFailure = StoreFailurePolicy.Fail });
            Assert.Null((await client.AskAsync(streaming, options: options)).End);
            using IChatClient broken = ScriptedClient.ThatThrows([], _ => new TimeoutException()).Recorded(store, new() { KeepStackTraces = true });
            Assert.IsType<TimeoutException>((await broken.AskAsync(streaming, options: options)).End);
            await NothingHoldsItAsync(store);
        }

        Assert.True(stores.Holds("server-7"));
        Assert.False(stores.Holds(Secret));
    }

    private static async Task NothingHoldsItAsync(IEventStore store)
    {
        int count = 0;
        await foreach (Envelope envelope in store.ReadAllEventsAsync())
        {
            count++;
            Assert.DoesNotContain(Secret, Encoding.UTF8.GetString(envelope.Payload), StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, $"{envelope.Metadata}", StringComparison.Ordinal);
        }

        Assert.True(count > 1);
    }
}
