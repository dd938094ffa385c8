using Daybook.Llm;

namespace Daybook.Tests.Llm.Texts.TypeScript;

/// <summary>Snapshots, and Use Snapshots for Long Streams.</summary>
public sealed class TypeScriptSnapshotTextTests : TextTests
{
    /// <summary>
    /// A snapshot is the whole state with its version. The interface's stream is said where it is saved and found, and its time is the clock's: neither is a member.
    /// </summary>
    [Fact]
    [CodeBlock(25)]
    public async Task Snapshots_1()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        await RecordAnswerAsync(l0.Recorder(store, "my-stream"), "gpt-5-micro", "Hello", " world");

        Versioned<LlmState> snapshot = await store.LoadAsync<LlmState>("my-stream", asOf: 2);

        Assert.Equal(3, snapshot.Version); // Events that it takes in
        Assert.Equal("Hello world", snapshot.State.Content.ToString());
        Assert.Equal((2, ""), (snapshot.State.TokenCount, snapshot.State.Checkpoint));
        Assert.Empty(snapshot.State.Violations);
        Assert.False(snapshot.State.DriftDetected);
        Assert.Equal((0, 0, 0), (snapshot.State.RetryAttempts, snapshot.State.NetworkRetryCount, snapshot.State.FallbackIndex));
    }

    [Fact]
    [CodeBlock(26)]
    public async Task Snapshots_2()
    {
        var l0 = new EventSourcing();
        await using IEventStore store = l0.Memory();
        await RecordAnswerAsync(l0.Recorder(store, "my-stream"), "gpt-5-micro", [.. Enumerable.Range(0, 300).Select(i => $"{i} ")]);

        // Every store supports snapshots
        StreamInfo stream = (await store.GetStreamInfoAsync("my-stream"))!;
        var state = new LlmState
        {
            Content = "...",
            TokenCount = 100,
            Checkpoint = "...",
            Violations = [],
            DriftDetected = false,
            RetryAttempts = 0,
            NetworkRetryCount = 0,
            FallbackIndex = 0,
        };
        await store.SaveSnapshotAsync("my-stream", new Versioned<LlmState>(state, version: 101, stream.Incarnation)); // At event 100

        // Or let the events say it
        await store.SaveSnapshotAsync("my-stream", await store.LoadAsync<LlmState>("my-stream", asOf: 200, new() { IgnoreSnapshots = true }));

        // Get latest snapshot
        Versioned<LlmState>? snapshot = await store.GetSnapshotAsync<LlmState>("my-stream");

        // Get snapshot before a specific sequence
        Versioned<LlmState>? snapshotBefore = await store.GetSnapshotAsync<LlmState>("my-stream", atOrBefore: 150);

        Assert.Equal((201, 200), (snapshot!.Value.Version, snapshot.Value.State.TokenCount));
        Assert.Equal((101, 100, "...", "..."), (snapshotBefore!.Value.Version, snapshotBefore.Value.State.TokenCount, snapshotBefore.Value.State.Content.ToString(), snapshotBefore.Value.State.Checkpoint));

        // Replays begin at what is saved, so what is made by hand had better be what the events say.
        Assert.StartsWith("...100 101 ", (await l0.Replayer(store).ReplayToStateAsync("my-stream", at: 150)).Content.ToString(), StringComparison.Ordinal);
        Assert.False((await store.VerifySnapshotsAsync<LlmState>("my-stream")).IsValid);
        Assert.Null(await store.GetSnapshotAsync<LlmState>("my-stream", atOrBefore: 99));
    }

    [Fact]
    [CodeBlock(43)]
    public async Task Use_Snapshots_for_Long_Streams()
    {
        var plain = new EventSourcing();
        await using IEventStore store = plain.Memory();
        LlmState.Recorder recorder = plain.Recorder(store, "my-stream");
        for (int i = 0; i < 500; i++)
        {
            await recorder.RecordTokenAsync($"{i} ", i);

            // Save snapshot every 100 events
            if (await recorder.GetVersionAsync() % 100 == 0)
            {
                await store.SaveSnapshotAsync(recorder.StreamId, await store.LoadAsync<LlmState>(recorder.StreamId));
            }
        }

        foreach (int hundred in (int[])[100, 200, 300, 400, 500])
        {
            Assert.Equal(hundred, (await store.GetSnapshotAsync<LlmState>("my-stream", atOrBefore: hundred + 50))!.Value.Version);
        }

        Assert.True((await store.VerifySnapshotsAsync<LlmState>("my-stream")).IsValid);

        // Or leave it to a policy: at least as many events lie between two snapshots, and more as the state grows, so that all of them cost no more than the events do
        var policy = new SnapshotPolicy(failure => Print(failure.Exception.Message)) { MinEvents = 100 };
        var l0 = new EventSourcing(new() { Snapshots = policy });
        recorder = l0.Recorder(store, "another-stream");
        for (int i = 0; i < 250; i++)
        {
            await recorder.RecordTokenAsync("x", i);
            await policy.WaitAsync();
        }

        Assert.Equal("", Printed);
        Assert.Equal(100, (await store.GetSnapshotAsync<LlmState>("another-stream", atOrBefore: 150))!.Value.Version);
        Assert.Equal(200, (await store.GetSnapshotAsync<LlmState>("another-stream"))!.Value.Version);
    }
}
