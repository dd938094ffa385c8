using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Replacement of an event's type and payload: the store's part of redaction.</summary>
internal static class ReplacementCases
{
    private static readonly byte[] Seven = [0x91, 7];

    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("A store that cannot replace events says so, and changes nothing", CannotAsync),
        Of("A replaced event has the new type and payload", ReplacedAsync),
        Of("A replaced event keeps everything else", KeepsAsync),
        Of("The feed shows the new payload", FeedAsync),
        Of("A replacement leaves the other events as they were", OthersAsync),
        Of("A replacement may be longer or shorter, or of no bytes", LengthsAsync),
        Of("A replacement may be of a type that nobody recorded", NewTypeAsync),
        Of("A replacement of an event that is not there does nothing and says so", MissingAsync),
        Of("An event can be replaced again", AgainAsync),
        Of("A replacement takes the snapshots along", SnapshotsAsync),
        Of("After a replacement the append that it came with is no longer the same one", IdsAsync),
        Of("A page read before a replacement stays as it was", StaysAsync),
        Of("A truncated event cannot be replaced", TruncatedAsync),
    ];

    private static ComplianceCase Of(string name, Func<IEventStore, CancellationToken, Task> run) => new(name, (IEventStore store, CancellationToken token) =>
    {
        Needs.Replacement(store);
        return run(store, token);
    });

    private static ValueTask<bool> ReplaceAsync(IEventStore store, long sequence, CancellationToken token) => store.ReplaceEventAsync("a", sequence, Sample.Counted, Seven, token);

    private static async Task CannotAsync(IEventStore store, CancellationToken token)
    {
        Needs.NoReplacement(store);
        _ = await store.AppendAsync("a", 0, 3, token);
        List<string> before = await store.ReadAsync("a", token);
        _ = await Check.ThrowsAsync<NotSupportedException>(async () => _ = await ReplaceAsync(store, 1, token));
        Check.Sequence(before, await store.ReadAsync("a", token));
    }

    private static async Task ReplacedAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        Check.True(await ReplaceAsync(store, 1, token));
        using EventPage page = await store.ReadStreamAsync("a", 1, 1, token);
        Check.Equal(Sample.Counted, page.Types[page.Events[0].TypeIndex]);
        Check.True(page.PayloadOf(page.Events[0]).SequenceEqual(Seven));
    }

    private static async Task KeepsAsync(IEventStore store, CancellationToken token)
    {
        var metadata = new EventMetadata { Actor = "ada" };
        AppendResult result = await store.PutAsync(Sample.Batch("a").Note(0).Note(1, metadata: metadata).Note(2), token);
        StreamInfo? info = await store.GetStreamInfoAsync("a", token);
        _ = await ReplaceAsync(store, 1, token);
        using EventPage page = await store.ReadStreamAsync("a", 1, 1, token);
        Check.Equal(Sample.Id(1), page.Events[0].Id);
        Check.Equal(1, page.Events[0].Sequence);
        Check.Equal(result.OffsetOf(1), page.Events[0].Offset);
        Check.Equal(Sample.Start.AddSeconds(1).UtcTicks, page.Events[0].TimestampTicks);
        Check.Equal(metadata, page.Events[0].Metadata);
        Check.Equal(info, await store.GetStreamInfoAsync("a", token));
    }

    private static async Task FeedAsync(IEventStore store, CancellationToken token)
    {
        AppendResult last = await store.AppendAsync("a", 0, 3, token);
        _ = await ReplaceAsync(store, 0, token);
        Check.Sequence(await store.ReadAsync("a", token), await store.FeedAsync(last, token));
        Check.True((await store.FeedAsync(last, token))[0].EndsWith("9107", StringComparison.Ordinal));
    }

    private static async Task OthersAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("b", 50, 5, token);
        _ = await store.AppendAsync("a", 0, 5, token);
        List<string> before = await store.ReadAsync("a", token);
        List<string> other = await store.ReadAsync("b", token);
        _ = await ReplaceAsync(store, 2, token);
        List<string> after = await store.ReadAsync("a", token);
        Check.Sequence(before.Where((_, i) => i != 2), after.Where((_, i) => i != 2));
        Check.Sequence(other, await store.ReadAsync("b", token));
    }

    private static async Task LengthsAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 20, token);
        int[] lengths = [0, 1, 7, 8, 9, 1000, 100_000];
        for (int i = 0; i < lengths.Length; i++)
        {
            byte[] payload = [.. Enumerable.Repeat((byte)i, lengths[i])];
            Check.True(await store.ReplaceEventAsync("a", i * 2, Sample.Counted, payload, token));
            using EventPage page = await store.ReadStreamAsync("a", i * 2, 1, token);
            Check.True(page.PayloadOf(page.Events[0]).SequenceEqual(payload));
        }

        Check.Equal(20, (await store.ReadAsync("a", token)).Count);
    }

    private static async Task NewTypeAsync(IEventStore store, CancellationToken token)
    {
        var schema = new Schema.RecordSchema("event sample.gone@3 (0 Why: string)");
        _ = await store.AppendAsync("a", 0, 3, token);
        _ = await store.ReplaceEventAsync("a", 1, schema, new byte[] { 0x90 }, token);
        using EventPage page = await store.ReadStreamAsync("a", 0, 10, token);
        Check.Equal(schema, page.Types[page.Events[1].TypeIndex]);
    }

    private static async Task MissingAsync(IEventStore store, CancellationToken token)
    {
        Check.Equal(false, await ReplaceAsync(store, 0, token));
        _ = await store.AppendAsync("a", 0, 3, token);
        Check.Equal(false, await ReplaceAsync(store, 3, token));
        Check.Equal(false, await ReplaceAsync(store, long.MaxValue, token));
        Check.Equal(true, await ReplaceAsync(store, 2, token));
    }

    private static async Task AgainAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        for (int i = 0; i < 5; i++)
        {
            byte[] payload = new byte[i * 10];
            Check.True(await store.ReplaceEventAsync("a", 1, i % 2 == 0 ? Sample.Counted : Sample.Noted, payload, token));
            using EventPage page = await store.ReadStreamAsync("a", 1, 1, token);
            Check.Equal(payload.Length, page.Events[0].PayloadLength);
        }
    }

    private static async Task SnapshotsAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        _ = await store.AppendSystemAsync("$snapshots:a", 10, token);
        _ = await ReplaceAsync(store, 1, token);
        Check.Equal(null, await store.GetStreamInfoAsync("$snapshots:a", token));
    }

    private static async Task IdsAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        _ = await ReplaceAsync(store, 1, token);
        _ = await Check.ThrowsAsync<DuplicateEventException>(async () => _ = await store.AppendAsync("a", 0, 3, token));
        Check.True((await store.AppendAsync("a", 2, 1, token)).WasRepeated);
        Check.Equal(3, await store.VersionAsync("a", token));
    }

    private static async Task StaysAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        using EventPage page = await store.ReadStreamAsync("a", 0, 10, token);
        List<string> before = [.. Sample.Lines(page)];
        _ = await ReplaceAsync(store, 1, token);
        Check.Sequence(before, Sample.Lines(page));
    }

    private static async Task TruncatedAsync(IEventStore store, CancellationToken token)
    {
        Needs.Truncation(store);
        _ = await store.AppendAsync("a", 0, 4, token);
        _ = await store.TruncateStreamAsync("a", 2, token);
        Check.Equal(false, await ReplaceAsync(store, 1, token));
        Check.Equal(true, await ReplaceAsync(store, 2, token));
    }
}
