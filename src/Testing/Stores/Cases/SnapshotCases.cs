using System.Collections.Immutable;

namespace Daybook.Testing;

/// <summary>Snapshots, as users save and load them.</summary>
internal static class SnapshotCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("A state loads to the same with and without a snapshot", SameAsync),
        new("A load starts from the snapshot, not from the beginning", StartsAsync),
        new("The newest snapshot and the newest up to a sequence are found", FindsAsync),
        new("A state as of a sequence before the snapshot is the fold up to there", BeforeAsync),
        new("A snapshot does not show in feeds, listings and queries", HiddenAsync),
        new("A snapshot of an earlier incarnation is not used", IncarnationAsync),
        new("Snapshots can be deleted alone", DeleteAsync),
        new("A snapshot at the cut carries a truncated stream", TruncatedAsync),
        new("A truncated stream without a usable snapshot is not folded silently", NoSnapshotAsync),
        new("A large snapshot comes back", LargeAsync),
        new("Snapshots of a clock that goes back are found like any other", ClockAsync),
    ];

    private static async Task<Versioned<SampleNotes>> SaveAsync(IEventStore store, long sequence, CancellationToken token)
    {
        Versioned<SampleNotes> state = await store.LoadAsync<SampleNotes>("a", sequence, cancellationToken: token);
        await store.SaveSnapshotAsync("a", state, cancellationToken: token);
        return state;
    }

    private static async Task SameAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 50, token);
        _ = await SaveAsync(store, 29, token);
        _ = await store.AppendAsync("a", 50, 10, token);
        Versioned<SampleNotes> full = await store.LoadAsync<SampleNotes>("a", options: new() { IgnoreSnapshots = true }, cancellationToken: token);
        Versioned<SampleNotes> quick = await store.LoadAsync<SampleNotes>("a", cancellationToken: token);
        Check.Equal(full.State, quick.State);
        Check.Equal(60, quick.Version);
        Check.Equal(60, quick.State.Count);
    }

    private static async Task StartsAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 10, token);
        Versioned<SampleNotes> state = await store.LoadAsync<SampleNotes>("a", cancellationToken: token);
        // A state that no fold gives, to see that it is taken.
        await store.SaveSnapshotAsync<SampleNotes>("a", new(new(1000, "marked;"), state.Version, state.Incarnation), cancellationToken: token);
        _ = await store.AppendAsync("a", 10, 1, token);
        Check.Equal(new SampleNotes(1001, "marked;text 10;"), (await store.LoadAsync<SampleNotes>("a", cancellationToken: token)).State);
    }

    private static async Task FindsAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 30, token);
        _ = await SaveAsync(store, 9, token);
        _ = await SaveAsync(store, 19, token);
        Check.Equal(20, (await store.GetSnapshotAsync<SampleNotes>("a", cancellationToken: token))!.Value.Version);
        Check.Equal(20, (await store.GetSnapshotAsync<SampleNotes>("a", 19, token))!.Value.Version);
        Check.Equal(10, (await store.GetSnapshotAsync<SampleNotes>("a", 18, token))!.Value.Version);
        Check.Equal(10, (await store.GetSnapshotAsync<SampleNotes>("a", 9, token))!.Value.State.Count);
        Check.Equal(null, await store.GetSnapshotAsync<SampleNotes>("a", 8, token));
    }

    private static async Task BeforeAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 30, token);
        _ = await SaveAsync(store, 19, token);
        for (int sequence = 0; sequence < 30; sequence += 7)
        {
            Check.Equal(sequence + 1, (await store.LoadAsync<SampleNotes>("a", sequence, cancellationToken: token)).State.Count);
        }
    }

    private static async Task HiddenAsync(IEventStore store, CancellationToken token)
    {
        AppendResult last = await store.AppendAsync("a", 0, 3, token);
        _ = await SaveAsync(store, 2, token);
        Check.Equal(3, (await store.FeedAsync(last, token)).Count);
        Check.Equal(3, (await QueryReading.PlacesAsync(store, EventQuery.All, 10, token)).Count);
        Check.Sequence(["a"], await ListingCases.NamesAsync(store, "", 10, token));
        Check.Equal(3, await store.VersionAsync("a", token));
    }

    private static async Task IncarnationAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        Versioned<SampleNotes> old = await SaveAsync(store, 2, token);
        _ = await store.DeleteStreamAsync("a", default, token);
        _ = await store.AppendAsync("a", 10, 3, token);
        Check.Equal("text 10;text 11;text 12;", (await store.LoadAsync<SampleNotes>("a", cancellationToken: token)).State.Texts);
        Check.Equal(null, await store.GetSnapshotAsync<SampleNotes>("a", cancellationToken: token));
        _ = await Check.ThrowsAsync<ArgumentException>(() => store.SaveSnapshotAsync("a", old, cancellationToken: token));
    }

    private static async Task DeleteAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        _ = await SaveAsync(store, 2, token);
        Check.Equal(true, await store.DeleteSnapshotsAsync("a", token));
        Check.Equal(false, await store.DeleteSnapshotsAsync("a", token));
        Check.Equal(null, await store.GetSnapshotAsync<SampleNotes>("a", cancellationToken: token));
        Check.Equal(3, (await store.LoadAsync<SampleNotes>("a", cancellationToken: token)).State.Count);
    }

    private static async Task TruncatedAsync(IEventStore store, CancellationToken token)
    {
        Needs.Truncation(store);
        _ = await store.AppendAsync("a", 0, 10, token);
        Versioned<SampleNotes> full = await store.LoadAsync<SampleNotes>("a", cancellationToken: token);
        _ = await SaveAsync(store, 5, token);
        _ = await store.TruncateStreamAsync("a", 6, token);
        Check.Equal(full.State, (await store.LoadAsync<SampleNotes>("a", cancellationToken: token)).State);
    }

    private static async Task NoSnapshotAsync(IEventStore store, CancellationToken token)
    {
        Needs.Truncation(store);
        _ = await store.AppendAsync("a", 0, 10, token);
        _ = await SaveAsync(store, 3, token);
        _ = await store.TruncateStreamAsync("a", 6, token);
        var exception = await Check.ThrowsAsync<StreamTruncatedException>(async () => _ = await store.LoadAsync<SampleNotes>("a", cancellationToken: token));
        Check.Equal(6, exception.FirstSequence);
        Check.Equal("a", exception.StreamId);
    }

    private static async Task LargeAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        Versioned<SampleNotes> state = await store.LoadAsync<SampleNotes>("a", cancellationToken: token);
        var large = new SampleNotes(3, new('x', Math.Min(store.Limits.MaxPayloadBytes / 2, 2_000_000)));
        await store.SaveSnapshotAsync<SampleNotes>("a", new(large, state.Version, state.Incarnation), cancellationToken: token);
        Check.Equal(large, (await store.GetSnapshotAsync<SampleNotes>("a", cancellationToken: token))!.Value.State);
    }

    private static async Task ClockAsync(IEventStore store, CancellationToken token)
    {
        var clock = new ManualTimeProvider(Sample.Start);
        for (int i = 0; i < 5; i++)
        {
            _ = await store.AppendAsync("a", i, 1, token);
            await store.SaveSnapshotAsync("a", await store.LoadAsync<SampleNotes>("a", cancellationToken: token), clock, token);
            Check.Equal(i + 1, (await store.GetSnapshotAsync<SampleNotes>("a", cancellationToken: token))!.Value.Version);
            clock.Advance(TimeSpan.FromDays(-400));
        }
    }
}
