using System.Numerics;
using Daybook.Llm;
using Daybook.Testing;
using Microsoft.Extensions.AI;
using static Daybook.Tests.L0.Streams;

namespace Daybook.Tests.L0;

/// <summary>A store that fails at any of the calls while a stream is recorded or read: its own exception or the whole truth, and never something between.</summary>
public sealed class StoreFaultTests
{
    // More than a page, so that a store can fail in the middle.
    private const int Tokens = 2500;

    private static readonly string Whole = string.Concat(Enumerable.Range(0, Tokens).Select(i => $" {i}"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Readings => new()
    {
        { "state", 3 }, { "replay", 6 }, { "tokens", 4 }, { "metadata", 4 }, { "snapshot", 2 }, { "policy", 3 }, { "facade", 5 }, { "chat", 4 },
    };

    [Theory]
    [MemberData(nameof(Readings))]
    public async Task A_store_that_fails_at_any_call_is_never_half_believed(string reading, int least)
    {
        string? expected = null;
        int struck = 0;
        foreach (StoreOperations operation in Enum.GetValues<StoreOperations>().Where(one => BitOperations.IsPow2((int)one)))
        {
            bool isStruck = true;
            for (int skip = 0; isStruck; skip++)
            {
                await using IEventStore memory = EventStores.Memory();
                await RecordAsync(memory, "s", [new StartEvent(new() { Model = "m" }), .. Enumerable.Range(0, Tokens).Select(i => new TokenEvent($" {i}", i)), new CompleteEvent()]);
                await memory.SaveSnapshotAsync("s", await memory.LoadAsync<LlmState>("s", 1000, cancellationToken: Stop), cancellationToken: Stop);
                expected ??= await ReadAsync(reading, memory, []);
                var store = new FaultInjectingStore(memory);
                var thrown = new IOException("gone");
                store.Add(new() { Operations = operation, Skip = skip, Throws = () => thrown });
                var handedOut = new List<string>();
                try
                {
                    Assert.Equal(expected, await ReadAsync(reading, store, handedOut));
                }
                catch (IOException exception)
                {
                    Assert.Same(thrown, exception);
                    Assert.StartsWith(string.Concat(handedOut), Whole, StringComparison.Ordinal);
                }

                isStruck = store.CallsOf(operation) > skip;
                struck += isStruck ? 1 : 0;
                store.Clear();
                Assert.Equal(expected, await ReadAsync(reading, store, []));
            }
        }

        Assert.True(struck >= least, $"{struck}");
    }

    [Fact]
    public async Task A_store_that_fails_at_any_append_leaves_a_beginning()
    {
        object[] events = [new StartEvent(new()), new TokenEvent("a", 0), new TokenEvent("b", 1), new CompleteEvent("ab", 2)];
        foreach (FaultMoment moment in Enum.GetValues<FaultMoment>())
        {
            for (int skip = 0; skip < events.Length; skip++)
            {
                await using IEventStore memory = EventStores.Memory();
                var store = new FaultInjectingStore(memory);
                store.Add(new() { Moment = moment, Skip = skip, Throws = () => new IOException("gone") });
                int count = 0;
                _ = await Assert.ThrowsAsync<IOException>(async () =>
                {
                    for (; count < events.Length; count++)
                    {
                        await RecordAsync(store, "s", events[count]);
                    }
                });

                // Where the answer got lost, what was sent is there.
                Assert.Equal(skip, count);
                int there = moment == FaultMoment.After ? skip + 1 : skip;
                Assert.Equal(there, await new LlmState.Recorder(memory, "s").GetVersionAsync(Stop));
                LlmState state = (await memory.LoadAsync<LlmState>("s", cancellationToken: Stop)).State;
                Assert.Equal((there == events.Length, null), (state.Completed, state.Error));
            }
        }
    }

    private static async Task<string> ReadAsync(string reading, IEventStore store, List<string> handedOut)
    {
        var l0 = new EventSourcing();
        EventReplayer replayer = l0.Replayer(store);
        switch (reading)
        {
            case "state":
                return Show(await replayer.ReplayToStateAsync("s", cancellationToken: Stop));
            case "replay":
                await using (ReplayResult result = await replayer.ReplayAsync("s", cancellationToken: Stop))
                {
                    _ = result.OnToken(handedOut.Add);
                    return $"{result.OriginalOptions.Model} {Show(result.State)} {Show(await result.ToEndAsync(Stop))}";
                }

            case "tokens":
                await foreach (string token in replayer.ReplayTokensAsync("s", cancellationToken: Stop))
                {
                    handedOut.Add(token);
                }

                return string.Concat(handedOut);
            case "metadata":
                StreamMetadata metadata = (await l0.MetadataAsync("s", store, Stop))!;
                return $"{metadata.EventCount} {metadata.TokenCount} {metadata.Completed} {metadata.HasError}";
            case "snapshot":
                Versioned<LlmState>? snapshot = await store.GetSnapshotAsync<LlmState>("s", cancellationToken: Stop);
                return $"{snapshot?.Version} {Show(snapshot!.Value.State)}";
            case "policy":
                // A snapshot that cannot be taken is told, and costs nothing but time.
                var policy = new SnapshotPolicy(failure => Assert.IsType<IOException>(failure.Exception)) { MinEvents = 100 };
                Versioned<LlmState> loaded = await store.LoadAsync<LlmState>("s", options: new() { Snapshots = policy }, cancellationToken: Stop);
                await policy.WaitAsync(Stop);
                return Show(loaded.State);
            case "facade":
                await using (ReplayResult result = await l0.ReplayAsync("s", store, new() { From = 1200, To = 1300 }, Stop))
                {
                    return Show(await result.ToEndAsync(Stop));
                }

            default:
                using (var replay = new ReplayChatClient(store, "s"))
                {
                    await foreach (ChatResponseUpdate update in replay.GetStreamingResponseAsync("?", cancellationToken: Stop))
                    {
                        handedOut.Add(update.Text);
                    }

                    return string.Concat(handedOut);
                }
        }
    }

    private static string Show(LlmState state) => $"{state.TokenCount} {state.Completed} {state.Content}";
}
