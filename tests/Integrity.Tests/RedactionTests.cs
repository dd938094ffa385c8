using System.Security.Cryptography;
using Daybook.Stores;
using Daybook.Testing;

namespace Daybook.Tests.Integrity;

public sealed class RedactionTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);

    [Fact]
    public async Task A_redacted_event_is_met_in_its_place()
    {
        await using IEventStore store = await AccountAsync();
        object before = await PlaceAsync(store, 2);
        Assert.True(await store.RedactAsync("acc-1", 2, "erasure request 7", new ManualTimeProvider(Now)));
        Assert.Equal(before, await PlaceAsync(store, 2));

        List<Envelope> events = await store.ReadEventsAsync("acc-1").ToListAsync(TestContext.Current.CancellationToken);
        Assert.False(events[2].Is<Noted>());
        Assert.True(events[2].TryGet<Redacted>(out Redacted? redacted));
        Assert.Equal(new("account.noted", 1), redacted.Type);
        Assert.Equal("erasure request 7", redacted.Reason);
        Assert.Equal(Now, redacted.RedactedAt);
        Assert.Equal(redacted, events[2].Event);
        Assert.Equal(new("$redacted", 1), events[2].EventType);
        Assert.Contains("erasure request 7", events[2].ToJson(), StringComparison.Ordinal);
        await using IEventStore other = await AccountAsync();
        List<Envelope> intact = await other.ReadEventsAsync("acc-1").ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new ChainHash(SHA256.HashData(intact[2].Payload)), redacted.PayloadHash);
    }

    [Fact]
    public async Task States_reduce_list_refuse_or_skip_a_redaction_as_any_other_event()
    {
        await using IEventStore store = await AccountAsync();
        await store.RedactAsync("acc-1", 2, "asked");
        Account account = (await store.LoadAsync<Account>("acc-1")).State;
        Assert.Equal(1, account.Redactions);
        Assert.Equal(["2: asked"], account.Notes);
        Assert.Equal(12, account.Cents);
        Assert.Equal(12, (await store.LoadAsync<Balance>("acc-1")).State.Cents);
        var exception = await Assert.ThrowsAsync<UnknownEventTypeException>(async () => await store.LoadAsync<Owner>("acc-1"));
        Assert.Equal(new("$redacted", 1), exception.EventType);
        Assert.Equal("ada", (await store.LoadAsync<Owner>("acc-1", options: new() { SkipUnknownEvents = true })).State.Name);
    }

    [Fact]
    public async Task A_replay_hands_redactions_to_their_handlers()
    {
        await using IEventStore store = await AccountAsync();
        await store.RedactAsync("acc-1", 2, "asked");
        await using Replay<Account> replay = store.Replay<Account>("acc-1");
        var seen = new List<(long, string)>();
        replay.On<Redacted>((e, context) => seen.Add((context.Sequence, e.Reason)));
        replay.On<Noted>((_, _) => Assert.Fail("The note is gone."));
        Assert.Equal(1, (await replay.ToEndAsync(TestContext.Current.CancellationToken)).Redactions);
        Assert.Equal([(2L, "asked")], seen);
    }

    [Fact]
    public async Task Redacting_twice_changes_nothing()
    {
        await using IEventStore store = await AccountAsync();
        Assert.True(await store.RedactAsync("acc-1", 2, "first"));
        Assert.False(await store.RedactAsync("acc-1", 2, "second"));
        Assert.Equal(["2: first"], (await store.LoadAsync<Account>("acc-1")).State.Notes);
    }

    [Fact]
    public async Task What_cannot_be_redacted_is_said()
    {
        await using IEventStore store = await AccountAsync();
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.RedactAsync("acc-1", 2, " "));
        await Assert.ThrowsAsync<InvalidStreamIdException>(async () => await store.RedactAsync("$tombstones", 0, "no"));
        await Assert.ThrowsAsync<StreamNotFoundException>(async () => await store.RedactAsync("nobody", 0, "no"));
        var missing = await Assert.ThrowsAsync<EventNotFoundException>(async () => await store.RedactAsync("acc-1", 4, "no"));
        Assert.Equal(("acc-1", 4), (missing.StreamId, missing.Sequence));
        await store.TruncateStreamAsync("acc-1", 2);
        await Assert.ThrowsAsync<EventNotFoundException>(async () => await store.RedactAsync("acc-1", 1, "no"));
        Assert.Equal(4, (await store.GetStreamInfoAsync("acc-1"))!.Version);
    }

    [Fact]
    public async Task Snapshots_do_not_keep_what_was_redacted()
    {
        await using IEventStore store = await AccountAsync();
        await store.SaveSnapshotAsync("acc-1", await store.LoadAsync<Account>("acc-1"));
        await store.RedactAsync("acc-1", 2, "asked");
        Assert.Null(await store.GetSnapshotAsync<Account>("acc-1"));
        Assert.Equal(["2: asked"], (await store.LoadAsync<Account>("acc-1")).State.Notes);
    }

    [Fact]
    public async Task An_append_that_was_redacted_since_counts_as_repeated()
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new Account.Recorder(store, "acc-1");
        var id = EventId.From("acc-1", "note");
        await recorder.RecordNotedAsync("secret", new() { EventId = id });
        await store.RedactAsync("acc-1", 0, "asked");
        AppendResult again = await recorder.RecordNotedAsync("secret", new() { EventId = id });
        Assert.True(again.WasRepeated);
        Assert.Equal(0, again.FirstSequence);
        await Assert.ThrowsAsync<DuplicateEventException>(async () => await recorder.RecordNotedAsync("another", new() { EventId = id }));
        await Assert.ThrowsAsync<DuplicateEventException>(async () => await recorder.RecordOpenedAsync("secret", new() { EventId = id }));
    }

    [Fact]
    public void No_recorder_writes_a_redaction()
    {
        Assert.DoesNotContain(typeof(Account.Recorder).GetMethods(), method => method.Name.Contains("Redacted", StringComparison.Ordinal));
        Assert.DoesNotContain(
            typeof(Account.Recorder).GetMethods().Concat(typeof(Account.Batch).GetMethods()),
            method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Redacted)));
    }

    private static async Task<IEventStore> AccountAsync()
    {
        IEventStore store = EventStores.Memory();
        var recorder = new Account.Recorder(store, "acc-1");
        await recorder.RecordOpenedAsync("ada");
        await recorder.RecordPaidAsync(5);
        await recorder.RecordNotedAsync("secret");
        await recorder.RecordPaidAsync(7);
        return store;
    }

    private static async Task<object> PlaceAsync(IEventStore store, long sequence)
    {
        using EventPage page = await store.ReadStreamAsync("acc-1", sequence, 1);
        RecordedEvent recorded = page.Events[0];
        return (recorded.Sequence, recorded.Offset, recorded.Id, recorded.TimestampTicks, recorded.Metadata);
    }
}
