namespace Daybook.Tests.Integrity;

/// <summary>A state goes on from a snapshot or a baseline as it went on from its events: its collections compare keys as those of <c>Initial</c> do.</summary>
public sealed class ComparerTests
{
    private static readonly string[] Tags = ["b", "a", "B", "e\u0301", "\u00e9", "A", "tag", "C", "c", "Tag"];

    [Fact]
    public async Task A_snapshot_at_any_version_ends_in_the_state_of_the_events()
    {
        Assert.Equal(0, Comparer<string>.Default.Compare("e\u0301", "\u00e9"));
        for (int length = 1; length < Tags.Length; length++)
        {
            await using IEventStore store = EventStores.Memory();
            await RecordAsync(store, Tags[..length]);
            await store.SaveSnapshotAsync("s", await store.LoadAsync<Compared>("s"));
            await RecordAsync(store, Tags[length..]);
            await AssertSameAsync(store, await store.LoadAsync<Compared>("s", options: new() { IgnoreSnapshots = true }));
            Assert.True((await store.VerifySnapshotsAsync<Compared>("s")).Comparison.Identical);
        }
    }

    [Fact]
    public async Task A_baseline_ends_in_the_state_of_the_events()
    {
        await using IEventStore store = EventStores.Memory();
        await using IEventStore whole = EventStores.Memory();
        await RecordAsync(whole, Tags);
        await RecordAsync(store, Tags[..6]);
        Assert.True(await store.CompactAsync<Compared>("s"));
        await RecordAsync(store, Tags[6..]);
        await AssertSameAsync(store, await whole.LoadAsync<Compared>("s"));
    }

    [Fact]
    public async Task States_that_compare_in_their_own_way_are_deterministic()
    {
        await using IEventStore store = EventStores.Memory();
        await RecordAsync(store, Tags);
        DeterminismVerification verification = await store.VerifyDeterminismAsync<Compared>("s");
        Assert.True(verification.IsDeterministic, verification.ToString());
    }

    [Fact]
    public async Task What_has_no_comparer_in_the_initial_state_compares_as_in_an_event()
    {
        await using IEventStore store = EventStores.Memory();
        await new Tree.Recorder(store, "s").RecordTaggedAsync("a");
        await store.SaveSnapshotAsync("s", await store.LoadAsync<Tree>("s"));
        Tree read = (await store.GetSnapshotAsync<Tree>("s"))!.Value.State;
        Assert.Same(StringComparer.OrdinalIgnoreCase, read.Children!.KeyComparer);
        Assert.Same(StringComparer.OrdinalIgnoreCase, read.Children["A"].Children!.KeyComparer);
        Assert.Same(StringComparer.Ordinal, read.Inner!.Names.KeyComparer);
        Assert.Same(StringComparer.Ordinal, read.Missing!.KeyComparer);
        Assert.Same(EqualityComparer<string>.Default, ((HashSet<string>)read.Names!).Comparer);
    }

    private static async Task RecordAsync(IEventStore store, IEnumerable<string> tags)
    {
        var recorder = new Compared.Recorder(store, "s");
        foreach (string tag in tags)
        {
            await recorder.RecordTaggedAsync(tag);
        }
    }

    private static async Task AssertSameAsync(IEventStore store, Versioned<Compared> expected)
    {
        Versioned<Compared> actual = await store.LoadAsync<Compared>("s");
        StateComparison comparison = StateComparer.Compare(expected.State, actual.State);
        Assert.True(comparison.Identical, comparison.ToString());
        Assert.Equal(expected.State.Sorted, actual.State.Sorted);
        Assert.Equal(expected.State.First, actual.State.First);
        Assert.Equal(Comparers(expected.State), Comparers(actual.State));
    }

    private static object?[] Comparers(Compared state) =>
    [
        state.Counts.KeyComparer, state.Set.KeyComparer, state.Sorted.KeyComparer, state.SortedCounts.KeyComparer, state.FrozenSet.Comparer, state.Frozen.Comparer, state.Maybe?.KeyComparer,
    ];
}
