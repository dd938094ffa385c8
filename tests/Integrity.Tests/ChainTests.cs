using Daybook.Stores;
using FsCheck;
using FsCheck.Fluent;

namespace Daybook.Tests.Integrity;

public sealed class ChainTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_untouched_store_is_intact_whatever_was_done_to_it()
    {
        await using IEventStore store = await AccountsAsync();
        await store.SaveSnapshotAsync("acc-1", await store.LoadAsync<Account>("acc-1", cancellationToken: Cancellation), cancellationToken: Cancellation);
        await store.RedactAsync("acc-1", 2, "asked", cancellationToken: Cancellation);
        await store.CompactAsync<Account>("acc-2", cancellationToken: Cancellation);
        await store.TruncateStreamAsync("acc-3", 6, Cancellation);
        await store.DeleteStreamAsync("acc-4", cancellationToken: Cancellation);
        await new Account.Recorder(store, "acc-4").RecordPaidAsync(1, cancellationToken: Cancellation);
        await new Account.Recorder(store, "acc-3").RecordPaidAsync(1, cancellationToken: Cancellation);
        IntegrityReport report = await store.VerifyAsync(cancellationToken: Cancellation);
        Assert.Null(report.Problem);

        // Four accounts, the tombstones; acc-1's snapshots are gone with the redaction.
        Assert.Equal((5, 6 + 1 + 1 + 1 + 2, 1, 0), (report.Streams, report.Events, report.Redacted, report.Unchained));
    }

    [Fact]
    public async Task A_store_without_a_chain_has_nothing_to_verify()
    {
        await using IEventStore store = EventStores.Memory();
        await new Account.Recorder(store, "acc-1").RecordPaidAsync(1, cancellationToken: Cancellation);
        await store.DeleteStreamAsync("acc-1", cancellationToken: Cancellation);
        await new Account.Recorder(store, "acc-1").RecordPaidAsync(1, cancellationToken: Cancellation);
        IntegrityReport report = await store.VerifyAsync(cancellationToken: Cancellation);
        Assert.Equal((true, 0, 1), (report.IsIntact, report.Streams, report.Unchained));
        Assert.Empty((await store.ListStreamsAsync("$", cancellationToken: Cancellation)).Streams);
        await Assert.ThrowsAsync<NotSupportedException>(async () => await store.GetAnchorAsync(cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Every_single_bit_of_every_event_is_covered()
    {
        await using var store = new TamperingStore(await AccountsAsync());
        await store.RedactAsync("acc-1", 2, "asked", cancellationToken: Cancellation);
        List<StoredEvent> events = await ReadAsync(store);
        int changes = 0;
        for (int index = 0; index < events.Count; index++)
        {
            for (int bit = 0; bit < events[index].Bits; bit++)
            {
                if (events[index].Flip(bit) is not { } flipped)
                {
                    continue;
                }

                int at = index;
                store.Forge = stored => [.. stored.Select((item, i) => i == at ? flipped : item)];
                IntegrityProblem? problem = (await store.VerifyAsync(cancellationToken: Cancellation)).Problem;
                Assert.True(problem is { StreamId: "acc-1" } && problem.Sequence == index, $"bit {bit} of event {index}: {problem?.ToString() ?? "nothing found"}");
                changes++;
            }
        }

        Assert.True(changes > 5_000);
    }

    [Fact]
    public void Any_single_bit_of_any_stream_is_covered()
    {
        Gen<(string[] Notes, string? Actor, int Event, int Bit)> generator =
            from count in Gen.Choose(1, 12)
            from notes in Gen.Elements("", "a", "ü", "a longer note", "𝒩").ArrayOf(count)
            from actor in Gen.Elements(null, "eve", "bot 7")
            from index in Gen.Choose(0, count - 1)
            from bit in Gen.Choose(0, int.MaxValue)
            select (notes, actor, index, bit);
        Prop.ForAll(generator.ToArbitrary(), input => IsFoundAsync(input.Notes, input.Actor, input.Event, input.Bit).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Theory]
    [InlineData("taken out", IntegrityProblemKind.Missing, 2)]
    [InlineData("taken out and closed up", IntegrityProblemKind.Missing, 2)]
    [InlineData("put in", IntegrityProblemKind.PutIn, 2)]
    [InlineData("twice", IntegrityProblemKind.PutIn, 3)]
    [InlineData("swapped", IntegrityProblemKind.PutIn, 2)]
    [InlineData("without a hash", IntegrityProblemKind.Changed, 2)]
    [InlineData("cut off", IntegrityProblemKind.Missing, 5)]
    [InlineData("added", IntegrityProblemKind.PutIn, 6)]
    [InlineData("another head", IntegrityProblemKind.HeadMismatch, 5)]
    [InlineData("another beginning", IntegrityProblemKind.HeadMismatch, -1)]
    public async Task What_was_done_is_named(string deed, IntegrityProblemKind kind, long sequence)
    {
        await using var store = new TamperingStore(await AccountsAsync());
        StoredEvent Foreign(StoredEvent like) => like with { Id = EventId.From("acc-1", "forged"), Payload = [0x91, 0x07] };
        IEnumerable<StoredEvent> Numbered(IEnumerable<StoredEvent> events) => events.Select((item, i) => item with { Sequence = i });
        store.Forge = deed switch
        {
            "taken out" => events => [.. events.Where((_, i) => i != 2)],
            "taken out and closed up" => events => [.. Numbered(events.Where((_, i) => i != 2))],
            "put in" => events => [.. Numbered([.. events.Take(2), Foreign(events[2]), .. events.Skip(2)])],
            "twice" => events => [.. events.Take(3), events[2], .. events.Skip(3)],
            "swapped" => events => [.. Numbered([.. events.Take(2), events[3], events[2], .. events.Skip(4)])],
            "without a hash" => events => [.. events.Select((item, i) => i == 2 ? item with { Hash = null } : item)],
            "cut off" => events => [.. events.SkipLast(1)],
            "added" => events => [.. events, Foreign(events[^1]) with { Sequence = 6 }],
            _ => events => events,
        };
        store.ForgeInfo = deed switch
        {
            "taken out and closed up" => info => info with { Version = 5 },
            "put in" or "added" => info => info with { Version = 7 },
            "another head" => info => info with { Hash = default(ChainHash) },
            "another beginning" => info => info with { HashBefore = info.Hash },
            _ => info => info,
        };
        IntegrityProblem? problem = (await store.VerifyAsync(cancellationToken: Cancellation)).Problem;
        Assert.NotNull(problem);
        Assert.Equal(("acc-1", sequence, kind), (problem.StreamId, problem.Sequence, problem.Kind));
    }

    [Fact]
    public async Task A_redaction_behind_the_stores_back_is_found()
    {
        await using var store = new TamperingStore(await AccountsAsync());
        List<StoredEvent> events = await ReadAsync(store);
        await store.RedactAsync("acc-1", 2, "asked", cancellationToken: Cancellation);
        List<StoredEvent> redacted = await ReadAsync(store);

        // The redaction itself is sound, but in the other store nobody has recorded it.
        await using var other = new TamperingStore(await AccountsAsync());
        other.Forge = stored => [.. stored.Select((item, i) => i == 2 ? item with { Schema = redacted[2].Schema, Payload = redacted[2].Payload } : item)];
        IntegrityProblem? problem = (await other.VerifyAsync(cancellationToken: Cancellation)).Problem;
        Assert.Equal((2, IntegrityProblemKind.UnrecordedRedaction), (problem!.Sequence, problem.Kind));
        Assert.Equal(events[2].Hash, redacted[2].Hash);
    }

    private static async Task<bool> IsFoundAsync(string[] notes, string? actor, int index, int bit)
    {
        await using var store = new TamperingStore(EventStores.Memory(new() { Chained = true }));
        var recorder = new Account.Recorder(store, "acc-1", new() { Metadata = new() { Actor = actor } });
        foreach (string note in notes)
        {
            await recorder.RecordNotedAsync(note, new() { EventId = EventId.From("acc-1", Guid.NewGuid().ToString()) });
        }

        StoredEvent? flipped = null;
        store.Forge = stored => [.. stored.Select((item, i) => i == index ? flipped = item.Flip(bit % item.Bits) ?? item with { Payload = [] } : item)];
        IntegrityProblem? problem = (await store.VerifyAsync()).Problem;
        return problem?.Sequence == index && flipped is not null;
    }

    private static async Task<List<StoredEvent>> ReadAsync(IEventStore store)
    {
        using EventPage page = await store.ReadStreamAsync("acc-1", 0, 1000, Cancellation);
        return [.. Enumerable.Range(0, page.Count).Select(index => StoredEvent.Of(page, index))];
    }

    private static async Task<IEventStore> AccountsAsync()
    {
        IEventStore store = EventStores.Memory(new() { Chained = true });
        foreach (string id in (string[])["acc-1", "acc-2", "acc-3", "acc-4"])
        {
            var recorder = new Account.Recorder(store, id);
            await recorder.RecordOpenedAsync("ada", new() { EventId = EventId.From(id, "0"), Timestamp = DateTimeOffset.UnixEpoch }, Cancellation);
            for (int i = 1; i < 6; i++)
            {
                await recorder.RecordNotedAsync($"note {i}", new() { EventId = EventId.From(id, $"{i}"), Timestamp = DateTimeOffset.UnixEpoch, Metadata = new() { Actor = "eve" } }, Cancellation);
            }
        }

        return store;
    }
}
