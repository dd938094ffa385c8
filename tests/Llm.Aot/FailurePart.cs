using Daybook;
using Daybook.Llm;
using Daybook.Stores;
using Microsoft.Extensions.AI;

namespace Llm.Aot;

/// <summary>Records past a redaction, before a store that fails, and answers that fail or say nothing.</summary>
internal static class FailurePart
{
    internal static async Task RunAsync()
    {
        await using IEventStore store = EventStores.Memory();
        using (IChatClient redacted = new Script().Recorded(store, new() { Redaction = new Stars(), CheckpointInterval = 1, StreamId = (_, _) => "redacted" }))
        {
            _ = await redacted.GetResponseAsync("Who?");
        }

        LlmState state = (await store.LoadAsync<LlmState>("redacted")).State;
        Console.WriteLine($"redacted: \"{state.Content}\", checkpoint \"{state.Checkpoint}\"");

        var failing = new Failing(EventStores.Memory());
        await using (failing)
        {
            var goesOn = new RecordedChatClient(new Script(), failing, new() { Recorder = new() { MaxAttempts = 1 } });
            string text = (await goesOn.GetResponseAsync("Who?")).Text;
            using IChatClient fails = new Script().Recorded(failing, new() { OnStoreFailure = StoreFailurePolicy.Fail, Recorder = new() { MaxAttempts = 1 } });
            Console.WriteLine($"store fails: \"{text}\", {goesOn.FailureCount} failure, then {await EndOfAsync(fails)}");
        }

        foreach ((string name, IChatClient inner) in new (string, IChatClient)[]
        {
            ("empty", new Script { Answer = [] }),
            ("refused", new Script { Answer = [new(ChatRole.Assistant, [new ErrorContent("no") { ErrorCode = "E" }])] }),
            ("throws", new Script { Throws = new TimeoutException("late") }),
        })
        {
            using IChatClient client = inner.Recorded(store, new() { StreamId = (_, _) => name });
            string live = await EndOfAsync(client);
            LlmState after = (await store.LoadAsync<LlmState>(name)).State;
            Console.WriteLine($"{name}: {live}, {after.Error?.Name}, completed: {after.Completed}, replayed: {await EndOfAsync(new ReplayChatClient(store, name))}");
        }
    }

    private static async Task<string> EndOfAsync(IChatClient client)
    {
        try
        {
            return $"\"{(await client.GetResponseAsync("Who?")).Text}\"";
        }
        catch (Exception exception) when (exception is IOException or TimeoutException or DaybookException)
        {
            return exception.GetType().Name;
        }
    }

    private sealed class Stars : ChatRedaction
    {
        public override TokenEvent Redact(TokenEvent value) => value with { Value = new('*', value.Value.Length) };
    }

    private sealed class Failing(IEventStore inner) : DelegatingEventStore(inner)
    {
        public override ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken = default) => throw new IOException("gone");
    }
}
