using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>That a store which was closed and opened again goes on as if nothing had been.</summary>
internal static class ReopeningCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        Of(
            "What was acknowledged is there after reopening",
            async (store, token) =>
            {
                _ = await store.AppendAsync("a", 0, 20, token);
                _ = await store.AppendAsync("b", 20, 5, token);
            },
            async (store, token) =>
            {
                Check.Sequence(Enumerable.Range(0, 20).Select(i => Sample.IdText(i)), (await store.ReadAsync("a", token)).Select(line => line.Split(' ')[2]));
                AppendResult next = await store.AppendAsync("b", 30, 1, token);
                Check.Equal(5, next.FirstSequence);
                Check.Equal(26, (await store.FeedAsync(next, token, 7)).Count);
            }),
        Of(
            "Offsets go on rising after reopening",
            async (store, token) => _ = await store.AppendAsync("a", 0, 20, token),
            async (store, token) =>
            {
                using EventPage page = await store.ReadStreamAsync("a", 19, 1, token);
                Check.True((await store.AppendAsync("a", 30, 1, token)).FirstOffset > page.Events[0].Offset);
            }),
        Of(
            "Stream info is the same after reopening",
            async (store, token) =>
            {
                _ = await store.AppendAsync("a", 7, 3, token);
                _ = await store.AppendAsync("a", 3, 1, token);
            },
            async (store, token) =>
            {
                StreamInfo info = (await store.GetStreamInfoAsync("a", token))!;
                Check.Equal(4, info.Version);
                Check.Equal("sample", info.Category);
                Check.Equal(Sample.Id(7), info.Incarnation);
                Check.Equal(Sample.Start.AddSeconds(7), info.FirstTimestamp);
                Check.Equal(Sample.Start.AddSeconds(3), info.LastTimestamp);
            }),
        Of(
            "Ids are known after reopening",
            async (store, token) => _ = await store.PutAsync(Sample.Batch("a").Note(0).Note(EventId.From("a", "x"), 1).Note(2), token),
            async (store, token) =>
            {
                Check.True((await store.PutAsync(Sample.Batch("a").Note(0).Note(EventId.From("a", "x"), 1).Note(2), token)).WasRepeated);
                Check.True((await store.AppendAsync("a", 2, 1, token)).WasRepeated);
                _ = await Check.ThrowsAsync<DuplicateEventException>(async () => _ = await store.AppendAsync("a", 2, 2, token));
            }),
        Of(
            "Deleted streams stay deleted after reopening",
            async (store, token) =>
            {
                _ = await store.AppendAsync("a", 0, 3, token);
                _ = await store.AppendAsync("b", 10, 3, token);
                _ = await store.DeleteStreamAsync("a", default, token);
                _ = await store.DeleteStreamAsync("b", default, token);
                _ = await store.AppendAsync("b", 20, 1, token);
            },
            async (store, token) =>
            {
                Check.Sequence(["b"], await ListingCases.NamesAsync(store, "", 10, token));
                AppendResult again = await store.AppendAsync("a", 0, 3, token);
                Check.Equal(false, again.WasRepeated);
                Check.Equal(Sample.Id(20), (await store.GetStreamInfoAsync("b", token))!.Incarnation);
                Check.Sequence(["b 0", "a 0", "a 1", "a 2"], await store.FeedPlacesAsync(again, token));
            }),
        Of(
            "Event types are known by their schemas after reopening",
            async (store, token) => _ = await store.PutAsync(Sample.Batch("a").Note(0).Count(1), token),
            async (store, token) =>
            {
                _ = await store.PutAsync(Sample.Batch("a").Count(2).Note(3), token);
                using EventPage page = await store.ReadStreamAsync("a", 0, 10, token);
                Check.Equal(Sample.Noted, page.Types[page.Events[0].TypeIndex]);
                Check.Equal(Sample.Counted, page.Types[page.Events[1].TypeIndex]);
                Check.Equal(Sample.Counted, page.Types[page.Events[2].TypeIndex]);
                Check.Equal(Sample.Noted, page.Types[page.Events[3].TypeIndex]);
            }),
        Of(
            "Who follows the feed goes on after reopening where it was",
            async (store, token) => _ = await store.AppendAsync("a", 0, 5, token),
            async (store, token) =>
            {
                using EventPage before = await store.ReadFeedAsync(0, 100, token);
                Check.Equal(5, before.Count);
                await store.CatchUpAsync(await store.AppendAsync("a", 5, 2, token), token);
                using EventPage after = await store.ReadFeedAsync(before.Next, 100, token);
                Check.Equal(2, after.Count);
            }),
        Of(
            "Snapshots are there after reopening",
            async (store, token) =>
            {
                _ = await store.AppendAsync("a", 0, 5, token);
                await store.SaveSnapshotAsync("a", await store.LoadAsync<SampleNotes>("a", cancellationToken: token), cancellationToken: token);
            },
            async (store, token) => Check.Equal(5, (await store.GetSnapshotAsync<SampleNotes>("a", cancellationToken: token))!.Value.State.Count)),
        Of(
            "Truncated streams stay truncated after reopening",
            async (store, token) =>
            {
                Needs.Truncation(store);
                _ = await store.AppendAsync("a", 0, 5, token);
                _ = await store.AppendAsync("b", 0, 5, token);
                _ = await store.TruncateStreamAsync("a", 3, token);
                _ = await store.TruncateStreamAsync("b", 5, token);
            },
            async (store, token) =>
            {
                StreamInfo info = (await store.GetStreamInfoAsync("a", token))!;
                Check.Equal((3, 5), (info.FirstSequence, info.Version));
                Check.Equal((5, 5), ((await store.GetStreamInfoAsync("b", token))!.FirstSequence, await store.VersionAsync("b", token)));
                Check.Sequence(["a 3", "a 4"], (await store.ReadAsync("a", token)).Select(line => line[..3]));
                AppendResult next = await store.AppendAsync("b", 100, 1, token);
                Check.Equal(5, next.FirstSequence);
                Check.Sequence(["a 3", "a 4", "b 5"], await store.FeedPlacesAsync(next, token));
            }),
        Of(
            "Replaced events stay replaced after reopening",
            async (store, token) =>
            {
                Needs.Replacement(store);
                _ = await store.AppendAsync("a", 0, 3, token);
                _ = await store.ReplaceEventAsync("a", 1, Sample.Counted, new byte[] { 0x91, 7 }, token);
            },
            async (store, token) =>
            {
                using EventPage page = await store.ReadStreamAsync("a", 0, 10, token);
                Check.Equal(Sample.Counted, page.Types[page.Events[1].TypeIndex]);
                Check.Equal("9107", Convert.ToHexString(page.PayloadOf(page.Events[1])));
                Check.Equal(Sample.Id(1), page.Events[1].Id);
            }),
        Of(
            "Chains go on after reopening",
            async (store, token) =>
            {
                Needs.Chain(store);
                _ = await store.AppendAsync("a", 0, 3, token);
            },
            async (store, token) =>
            {
                ChainHash? before = (await store.GetStreamInfoAsync("a", token))!.Hash;
                using EventPage page = await store.ReadStreamAsync("a", 2, 1, token);
                Check.Equal(before, page.HashOf(page.Events[0]));
                _ = await store.AppendAsync("a", 3, 1, token);
                _ = await ChainCases.CheckAsync(store, "a", new byte[ChainHash.Size], token);
            }),
        new("A store bears to be opened and closed again and again", AgainAsync),
    ];

    private static ComplianceCase Of(string name, Func<IEventStore, CancellationToken, Task> before, Func<IEventStore, CancellationToken, Task> after) => new(name, async (fixture, token) =>
    {
        Needs.Reopening(fixture);
        await using (IEventStore store = await fixture.OpenAsync())
        {
            await before(store, token);
        }

        // Twice: what the first opening puts right must not mislead the second.
        await using (IEventStore store = await fixture.OpenAsync())
        {
            _ = await store.GetFeedEndAsync(token);
        }

        await using IEventStore again = await fixture.OpenAsync();
        await after(again, token);
    });

    private static async Task AgainAsync(StoreFixture fixture, CancellationToken token)
    {
        Needs.Reopening(fixture);
        for (int i = 0; i < 10; i++)
        {
            await using IEventStore store = await fixture.OpenAsync();
            Check.Equal(i * 2, await store.VersionAsync("a", token));
            AppendResult last = await store.AppendAsync("a", i * 2, 2, token);
            Check.Equal((i + 1) * 2, (await store.FeedAsync(last, token)).Count);
        }
    }
}
