using Daybook.Llm;
using static Daybook.Tests.L0.Streams;

namespace Daybook.Tests.L0;

public sealed class SnapshotTests
{
    public static TheoryData<string> Kinds => StorePlace.Kinds;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task By_hand_the_newest_and_the_newest_before_a_sequence_are_found(string kind)
    {
        await using var place = new StorePlace(kind);
        await RecordAsync(place.Store, "s", Tokens(10));
        foreach (long sequence in (long[])[2, 6])
        {
            await place.Store.SaveSnapshotAsync("s", await place.Store.LoadAsync<LlmState>("s", sequence, cancellationToken: Stop), cancellationToken: Stop);
        }

        Assert.Equal(7, (await place.Store.GetSnapshotAsync<LlmState>("s", cancellationToken: Stop))?.Version);
        Assert.Equal(7, (await place.Store.GetSnapshotAsync<LlmState>("s", 6, Stop))?.Version);
        Versioned<LlmState>? before = await place.Store.GetSnapshotAsync<LlmState>("s", 5, Stop);
        Assert.Equal((3L, "xxx", 3), (before!.Value.Version, before.Value.State.Content.ToString(), before.Value.State.TokenCount));
        Assert.Null(await place.Store.GetSnapshotAsync<LlmState>("s", 1, Stop));
        Assert.True(await place.Store.DeleteStreamAsync("s", cancellationToken: Stop));
        Assert.Null(await place.Store.GetSnapshotAsync<LlmState>("s", cancellationToken: Stop));
    }

    [Fact]
    public async Task A_snapshot_of_ones_own_making_is_where_replays_begin()
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, "my-stream", Tokens(102));
        StreamInfo info = (await store.GetStreamInfoAsync("my-stream", Stop))!;
        await store.SaveSnapshotAsync("my-stream", new Versioned<LlmState>(new() { Content = "summary", TokenCount = 101 }, 101, info.Incarnation), cancellationToken: Stop);
        Assert.Equal("summaryx", (await new EventSourcing().Replayer(store).ReplayToStateAsync("my-stream", cancellationToken: Stop)).Content.ToString());
        Assert.False((await store.VerifySnapshotsAsync<LlmState>("my-stream", Stop)).Comparison.Identical);
    }

    [Fact]
    public async Task A_policy_takes_them_by_itself()
    {
        var policy = new SnapshotPolicy(failure => throw failure.Exception) { MinEvents = 100 };
        var l0 = new EventSourcing(new() { Snapshots = policy });
        await using IEventStore store = l0.Memory();
        LlmState.Recorder recorder = l0.Recorder(store, "s");
        for (int i = 0; i < 250; i++)
        {
            _ = await recorder.RecordTokenAsync("x", i, cancellationToken: Stop);
            await policy.WaitAsync(Stop);
        }

        Assert.Null(await store.GetSnapshotAsync<LlmState>("s", 98, Stop));
        Assert.Equal(100, (await store.GetSnapshotAsync<LlmState>("s", 198, Stop))?.Version);
        Assert.Equal(200, (await store.GetSnapshotAsync<LlmState>("s", cancellationToken: Stop))?.Version);
        Assert.True((await store.VerifySnapshotsAsync<LlmState>("s", Stop)).Comparison.Identical);
    }

    internal static IEnumerable<object> Tokens(int count) => Enumerable.Range(0, count).Select(i => (object)new TokenEvent("x", i));
}
