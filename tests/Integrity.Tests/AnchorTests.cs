using Daybook.Stores;

namespace Daybook.Tests.Integrity;

public sealed class AnchorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_anchor_holds_while_streams_grow_are_redacted_truncated_compacted_and_deleted()
    {
        await using IEventStore store = await AccountsAsync(8);
        StoreAnchor first = await store.GetAnchorAsync(cancellationToken: Cancellation);
        Assert.Equal((24, 8), (first.Offset, first.Streams));
        await PayAsync(store, "acc-0");
        await PayAsync(store, "acc-new");
        StoreAnchor second = await store.GetAnchorAsync(cancellationToken: Cancellation);
        await store.RedactAsync("acc-1", 1, "asked", cancellationToken: Cancellation);
        await store.TruncateStreamAsync("acc-2", 3, Cancellation);
        await PayAsync(store, "acc-2");
        await store.TruncateStreamAsync("acc-2", 4, Cancellation);
        await store.CompactAsync<Account>("acc-3", cancellationToken: Cancellation);
        await store.DeleteStreamAsync("acc-4", cancellationToken: Cancellation);
        await store.DeleteStreamAsync("acc-5", cancellationToken: Cancellation);
        await PayAsync(store, "acc-5");
        await store.TruncateStreamAsync("acc-6", 2, Cancellation);
        foreach (StoreAnchor anchor in (StoreAnchor[])[first, second, StoreAnchor.Parse(second.ToString()), await store.GetAnchorAsync(cancellationToken: Cancellation)])
        {
            IntegrityReport report = await store.VerifyAsync(anchor, Cancellation);
            Assert.Null(report.Problem);
            Assert.Equal(anchor == first || anchor == second ? (1, 2) : (0, 0), (report.Truncated, report.Deleted));
        }
    }

    [Fact]
    public async Task Only_an_anchor_finds_a_history_that_was_written_anew()
    {
        await using IEventStore store = await AccountsAsync(2);
        StoreAnchor anchor = await store.GetAnchorAsync(cancellationToken: Cancellation);

        // Another past with the same first event and a sound chain, with the tombstone's absence hidden by a store that forgets it.
        await using var forged = new TamperingStore(store) { Forge = null };
        await using IEventStore other = EventStores.Memory(new() { Chained = true });
        var recorder = new Account.Recorder(other, "acc-1");
        await recorder.RecordPaidAsync(1, new() { EventId = EventId.From("acc-1", "0") }, Cancellation);
        await recorder.RecordPaidAsync(1_000_000, cancellationToken: Cancellation);
        await recorder.RecordPaidAsync(1, cancellationToken: Cancellation);
        List<StoredEvent> past = await ReadAsync(other);
        StreamInfo head = (await other.GetStreamInfoAsync("acc-1", Cancellation))!;
        forged.Forge = _ => past;
        forged.ForgeInfo = _ => head;
        Assert.True((await forged.VerifyAsync(cancellationToken: Cancellation)).IsIntact);
        IntegrityProblem? problem = (await forged.VerifyAsync(anchor, Cancellation)).Problem;
        Assert.Equal(("acc-1", 2, IntegrityProblemKind.Changed), (problem!.StreamId, problem.Sequence, problem.Kind));
    }

    [Theory]
    [InlineData("gone", IntegrityProblemKind.Deleted)]
    [InlineData("another", IntegrityProblemKind.Deleted)]
    [InlineData("shorter", IntegrityProblemKind.Missing)]
    [InlineData("unchained", IntegrityProblemKind.Changed)]
    public async Task What_became_of_an_anchored_stream_is_named(string fate, IntegrityProblemKind kind)
    {
        await using var store = new TamperingStore(await AccountsAsync(2));
        StoreAnchor anchor = await store.GetAnchorAsync(cancellationToken: Cancellation);
        await using IEventStore other = await AccountsAsync(2, "another");
        StreamInfo foreign = (await other.GetStreamInfoAsync("acc-1", Cancellation))!;
        List<StoredEvent> events = await ReadAsync(store);
        List<StoredEvent> foreignEvents = await ReadAsync(other);
        store.ForgeInfo = fate switch
        {
            "gone" => _ => null,
            "another" => _ => foreign,
            "shorter" => info => info with { Version = 2, Hash = events[1].Hash },
            _ => info => info with { Hash = null, HashBefore = null },
        };
        store.Forge = fate == "another" ? _ => foreignEvents : null;
        IntegrityProblem? problem = (await store.VerifyAsync(anchor, Cancellation)).Problem;
        Assert.Equal(("acc-1", kind), (problem!.StreamId, problem.Kind));
    }

    [Fact]
    public async Task An_anchor_that_the_store_does_not_know_is_refused()
    {
        await using var store = new TamperingStore(await AccountsAsync(3)) { StreamId = "$anchors" };
        StoreAnchor anchor = await store.GetAnchorAsync(cancellationToken: Cancellation);
        foreach (StoreAnchor unknown in (StoreAnchor[])[anchor with { Offset = 1 }, anchor with { Hash = default }, anchor with { Streams = 2 }])
        {
            Assert.Equal(IntegrityProblemKind.UnknownAnchor, (await store.VerifyAsync(unknown, Cancellation)).Problem!.Kind);
        }

        // Every bit of the store's own record counts.
        Assert.True((await store.VerifyAsync(anchor, Cancellation)).IsIntact);
        int bits = (await ReadAsync(store, "$anchors"))[0].Payload.Length * 8;
        for (int bit = 0; bit < bits; bit++)
        {
            int at = bit;
            store.Forge = stored => [.. stored.Select((item, i) => i == 0 ? item with { Payload = [.. item.Payload.Select((b, n) => n == at / 8 ? (byte)(b ^ (1 << (at % 8))) : b)] } : item)];
            Assert.False((await store.VerifyAsync(anchor, Cancellation)).IsIntact);
        }
    }

    [Fact]
    public void The_text_form_is_one_line_and_strict()
    {
        var anchor = new StoreAnchor(12, 3, EventChainHash(7));
        Assert.Equal($"daybook-anchor:1:12:3:{new string('0', 62)}07", anchor.ToString());
        Assert.Equal(anchor, StoreAnchor.Parse($" {anchor}\n"));
        foreach (string text in (string[])["", "daybook-anchor:2:12:3:00", "daybook-anchor:1:12:3", "daybook-anchor:1:-1:3:" + new string('0', 64), "daybook-anchor:1:1:3:00"])
        {
            Assert.Throws<FormatException>(() => StoreAnchor.Parse(text));
        }
    }

    [Fact]
    public async Task Anchors_taken_at_once_all_hold()
    {
        await using IEventStore store = await AccountsAsync(300);
        StoreAnchor[] anchors = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(
            async () =>
            {
                await PayAsync(store, $"acc-{i}");
                return await store.GetAnchorAsync(cancellationToken: Cancellation);
            },
            Cancellation)));
        foreach (StoreAnchor anchor in anchors)
        {
            Assert.Null((await store.VerifyAsync(anchor, Cancellation)).Problem);
        }
    }

    private static ChainHash EventChainHash(byte last)
    {
        byte[] bytes = new byte[ChainHash.Size];
        bytes[^1] = last;
        return new(bytes);
    }

    private static async Task PayAsync(IEventStore store, string streamId) => await new Account.Recorder(store, streamId).RecordPaidAsync(1, cancellationToken: Cancellation);

    private static async Task<List<StoredEvent>> ReadAsync(IEventStore store, string streamId = "acc-1")
    {
        using EventPage page = await store.ReadStreamAsync(streamId, 0, 1000, Cancellation);
        return [.. Enumerable.Range(0, page.Count).Select(index => StoredEvent.Of(page, index))];
    }

    private static async Task<IEventStore> AccountsAsync(int count, string key = "")
    {
        IEventStore store = EventStores.Memory(new() { Chained = true });
        for (int stream = 0; stream < count; stream++)
        {
            var recorder = new Account.Recorder(store, $"acc-{stream}");
            for (int i = 0; i < 3; i++)
            {
                await recorder.RecordPaidAsync(i, new() { EventId = EventId.From($"acc-{stream}", $"{key}{i}") }, Cancellation);
            }
        }

        return store;
    }
}
