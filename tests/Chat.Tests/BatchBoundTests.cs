using System.Runtime.CompilerServices;
using Daybook.Llm;
using Daybook.Stores;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>Stores that take little at once: no batch is larger, whatever the events hold.</summary>
public sealed class BatchBoundTests
{
    private static readonly string Wide = new('€', 300);
    private static readonly string Long = new('x', 900);

    public static TheoryData<string> Kinds => [.. Contents.Keys];

    private static Dictionary<string, Func<ChatResponseUpdate>> Contents { get; } = new()
    {
        ["wide text"] = () => new(ChatRole.Assistant, Wide),
        ["wide reasoning"] = () => new(ChatRole.Assistant, [new TextReasoningContent(Wide)]),
        ["details of a token"] = () => new(ChatRole.Assistant, [new TextReasoningContent("a") { ProtectedData = Long }]),
        ["extra of a chunk"] = () => new(ChatRole.Assistant, "a") { AdditionalProperties = new() { ["x"] = Long } },
        ["ids of a chunk"] = () => new(ChatRole.Assistant, "a") { MessageId = Long + Guid.NewGuid() },
        ["name of a tool"] = () => new(ChatRole.Assistant, [new FunctionCallContent("1", Long)]),
        ["details of a tool call"] = () => new(ChatRole.Assistant, [new FunctionCallContent("1", "f") { AdditionalProperties = new() { ["x"] = Long } }]),
        ["extra of usage"] = () => new(ChatRole.Assistant, [new UsageContent(new() { AdditionalCounts = new() { [Long] = 1 } })]),
        ["wide data"] = () => new(ChatRole.Assistant, [new UriContent("https://a.example/" + Long, "image/png")]),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_batch_holds_what_one_append_may(string kind)
    {
        await using var store = new SmallStore(1000 + 400);
        List<ChatResponseUpdate> answer = [.. Enumerable.Range(0, 12).Select(_ => Contents[kind]())];
        var client = new RecordedChatClient(new ScriptedClient(token => SayAllAsync(answer, store, token)), store, new() { KeepRequest = false });
        Assert.Null((await client.AskAsync()).End);
        Assert.Equal(0, client.FailureCount);
        Assert.Equal(answer.Select(Chats.Json), (await new ReplayChatClient(store, await store.OnlyStreamAsync()).AskAsync()).Updates);
    }

    [Fact]
    public async Task An_errors_stack_counts_too()
    {
        await using var store = new SmallStore(3000);
        var thrown = new LlmErrorException(new LlmError("E", Wide) { Stack = Long + Long }, "s");
        var client = new RecordedChatClient(
            new ScriptedClient(token => SayAllAsync([.. Enumerable.Range(0, 4).Select(_ => new ChatResponseUpdate(ChatRole.Assistant, Wide))], store, token, thrown)),
            store,
            new() { KeepRequest = false, KeepStackTraces = true });
        Assert.Same(thrown, (await client.AskAsync()).End);
        Assert.Equal(0, client.FailureCount);
    }

    // While the first append is on its way, everything else is put into batches.
    private static async IAsyncEnumerable<ChatResponseUpdate> SayAllAsync(
        List<ChatResponseUpdate> answer, SmallStore store, [EnumeratorCancellation] CancellationToken cancellationToken, Exception? thrown = null)
    {
        await store.Begun.WaitAsync(cancellationToken);
        foreach (ChatResponseUpdate update in answer)
        {
            yield return update;
        }

        if (thrown is not null)
        {
            store.GoesOnAfter(Task.Delay(50, cancellationToken));
            throw thrown;
        }

        store.GoesOnAfter(Task.CompletedTask);
    }

    private sealed class SmallStore(int bytes) : DelegatingEventStore(EventStores.Memory())
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<Task> _goesOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override StoreLimits Limits => base.Limits with { MaxPayloadBytes = bytes, MaxAppendBytes = bytes };

        internal Task Begun => _begun.Task;

        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default)
        {
            _ = _begun.TrySetResult();
            await await _goesOn.Task;
            Assert.InRange(batch.Buffer.Length, 0, bytes);
            return await base.AppendAsync(batch, cancellationToken);
        }

        internal void GoesOnAfter(Task task) => _goesOn.SetResult(task);
    }
}
