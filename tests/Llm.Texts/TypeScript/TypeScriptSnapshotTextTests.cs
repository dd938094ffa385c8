using Daybook.Llm;

namespace Daybook.Tests.Llm.Texts.TypeScript;

/// <summary>Snapshots, and Use Snapshots for Long Streams.</summary>
public sealed class TypeScriptSnapshotTextTests : TextTests
{
    /// <summary>A snapshot is the state with its version; it has every member, not only some.</summary>
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
        await store.SaveSnapshotAsync("my-stream", await store.LoadAsync<LlmState>("my-stream", asOf: 100));
        await store.SaveSnapshotAsync("my-stream", await store.LoadAsync<LlmState>("my-stream", asOf: 200));

        // Get latest snapshot
        Versioned<LlmState>? snapshot = await store.GetSnapshotAsync<LlmState>("my-stream");

        // Get snapshot before a specific sequence
        Versioned<LlmState>? snapshotBefore = await store.GetSnapshotAsync<LlmState>("my-stream", atOrBefore: 150);

        Assert.Equal((201, 200), (snapshot!.Value.Version, snapshot.Value.State.TokenCount));
        Assert.Equal((101, 100), (snapshotBefore!.Value.Version, snapshotBefore.Value.State.TokenCount));
        Assert.Null(await store.GetSnapshotAsync<LlmState>("my-stream", atOrBefore: 99));
    }

    [Fact]
    [CodeBlock(43)]
    public async Task Use_Snapshots_for_Long_Streams()
    {
        // Save snapshot every 100 events
        var policy = new SnapshotPolicy(failure => Print(failure.Exception.Message)) { MinEvents = 100 };
        var l0 = new EventSourcing(new() { Snapshots = policy });

        await using IEventStore store = l0.Memory();
        await RecordAnswerAsync(l0.Recorder(store, "my-stream"), "gpt-5-micro", [.. Enumerable.Range(0, 500).Select(i => $"{i} ")]);

        await policy.WaitAsync();
        Assert.Equal("", Printed);
        Assert.NotNull(await store.GetSnapshotAsync<LlmState>("my-stream"));
        Assert.True((await store.VerifySnapshotsAsync<LlmState>("my-stream")).IsValid);
    }
}
