using Daybook.Stores;

namespace Daybook.Tests.Integrity;

/// <summary>The chain in stores that keep bytes, and in copies.</summary>
public sealed class StoreIntegrityTests : IDisposable
{
    private const int HeaderSize = 64;

    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-integrity-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_file_store_shows_every_bit_that_was_changed_in_an_event_although_its_checksums_are_right()
    {
        StoreAnchor anchor;
        List<StoredEvent> recorded;
        string original = Path.Combine(_directory, "original");
        await using (IEventStore store = EventStores.File(original, new() { Chained = true, SegmentSize = 64 * 1024 }))
        {
            await RecordAsync(store);
            recorded = await ReadAsync(store);
            await store.RedactAsync("acc-1", 2, "asked", cancellationToken: Cancellation);
            anchor = await store.GetAnchorAsync(cancellationToken: Cancellation);
        }

        await using (IEventStore store = EventStores.File(original, new() { ReadOnly = true }))
        {
            IntegrityReport report = await store.VerifyAsync(anchor, Cancellation);
            Assert.Null(report.Problem);
            Assert.Equal((3, 4 + 1 + 2, 1), (report.Streams, report.Events, report.Redacted));
        }

        string log = Path.Combine(original, "00000001.log");
        byte[] bytes = await File.ReadAllBytesAsync(log, Cancellation);
        File.Delete(Path.Combine(original, "00000001.idx"));
        List<StoredEvent>? events = await ReadAsync(original, anchor: null);
        int found = 0;
        for (int start = HeaderSize; GroupFrame.LengthOf(bytes.AsSpan(start), bytes.Length - start) is > 0 and var length; start += length)
        {
            // Every bit would take minutes; with a prime step every kind of place is met.
            for (int bit = 8 * GroupFormat.FrameSize; bit < 8 * length; bit += 7)
            {
                byte[] changed = [.. bytes];
                changed[start + (bit / 8)] ^= (byte)(1 << (bit % 8));
                GroupFrame.Seal(changed.AsSpan(start, length));
                await File.WriteAllBytesAsync(log, changed, Cancellation);
                List<StoredEvent>? read = await ReadAsync(original, anchor);

                // A redaction undone shows what was recorded: the chain rightly vouches for it.
                Assert.True(read is null || IsSame(events!, read) || IsSame(recorded, read), $"Bit {bit} of the group at {start} was not found.");
                found += read is null ? 1 : 0;
            }
        }

        Assert.True(found > 500, $"{found} changes were found.");
    }

    [Fact]
    public async Task A_copy_verifies_with_the_anchors_of_its_source()
    {
        await using IEventStore source = EventStores.Memory(new() { Chained = true });
        await RecordAsync(source);
        await new Account.Recorder(source, "acc-2").RecordPaidAsync(1, cancellationToken: Cancellation);
        StoreAnchor anchor = await source.GetAnchorAsync(cancellationToken: Cancellation);
        await source.RedactAsync("acc-1", 2, "asked", cancellationToken: Cancellation);
        await source.DeleteStreamAsync("acc-2", cancellationToken: Cancellation);
        await source.CompactAsync<Account>("acc-1", cancellationToken: Cancellation);
        await using IEventStore target = EventStores.File(Path.Combine(_directory, "copy"), new() { Chained = true });
        await source.CopyToAsync(target, cancellationToken: Cancellation);
        IntegrityReport report = await target.VerifyAsync(anchor, Cancellation);
        Assert.Null(report.Problem);
        Assert.Equal((1, 1), (report.Deleted, (await target.LoadAsync<Account>("acc-1", cancellationToken: Cancellation)).State.Redactions));
        Assert.Equal((await source.GetStreamInfoAsync("acc-1", Cancellation))!.Hash, (await target.GetStreamInfoAsync("acc-1", Cancellation))!.Hash);
    }

    [Fact]
    public async Task A_file_store_keeps_redactions_baselines_and_tombstones_across_a_restart()
    {
        await using (IEventStore store = EventStores.File(_directory, new() { Chained = true }))
        {
            await RecordAsync(store);
            await store.RedactAsync("acc-1", 2, "asked", cancellationToken: Cancellation);
            await store.CompactAsync<Account>("acc-1", cancellationToken: Cancellation);
            await new Account.Recorder(store, "acc-1").RecordPaidAsync(5, cancellationToken: Cancellation);
            await new Account.Recorder(store, "acc-2").RecordPaidAsync(5, cancellationToken: Cancellation);
            await store.DeleteStreamAsync("acc-2", cancellationToken: Cancellation);
        }

        await using IEventStore again = EventStores.File(_directory, new() { Chained = true });
        Account account = (await again.LoadAsync<Account>("acc-1", cancellationToken: Cancellation)).State;
        Assert.Equal(("ada", 12, 1), (account.Owner, account.Cents, account.Redactions));
        IntegrityReport report = await again.VerifyAsync(cancellationToken: Cancellation);
        Assert.Null(report.Problem);
        Assert.Equal((2, 2 + 2), (report.Streams, report.Events));
    }

    /// <summary>What a store in a directory says of the stream; null when it, or a verification, says that something is wrong.</summary>
    private static async Task<List<StoredEvent>?> ReadAsync(string directory, StoreAnchor? anchor)
    {
        try
        {
            await using IEventStore store = EventStores.File(directory, new() { ReadOnly = true });
            if (!(await store.VerifyAsync(anchor, Cancellation)).IsIntact)
            {
                return null;
            }

            return await ReadAsync(store);
        }
        catch (DaybookException)
        {
            return null;
        }
    }

    private static async Task<List<StoredEvent>> ReadAsync(IEventStore store)
    {
        using EventPage page = await store.ReadStreamAsync("acc-1", 0, 1000, Cancellation);
        return [.. Enumerable.Range(0, page.Count).Select(index => StoredEvent.Of(page, index))];
    }

    private static bool IsSame(List<StoredEvent> left, List<StoredEvent> right) => left.Count == right.Count && left.Zip(right).All(pair => IsSame(pair.First, pair.Second));

    private static bool IsSame(StoredEvent left, StoredEvent right) =>
        left with { Payload = right.Payload, Schema = right.Schema } == right && left.Payload.AsSpan().SequenceEqual(right.Payload)
        && (left.Schema.Name, left.Schema.Version) == (right.Schema.Name, right.Schema.Version);

    private static async Task RecordAsync(IEventStore store)
    {
        var recorder = new Account.Recorder(store, "acc-1", new() { Metadata = new() { Actor = "eve" } });
        await recorder.RecordOpenedAsync("ada", cancellationToken: Cancellation);
        await recorder.RecordPaidAsync(7, cancellationToken: Cancellation);
        await recorder.RecordNotedAsync("secret", new() { EventId = EventId.From("acc-1", "note") }, Cancellation);
        await using Account.Batch batch = recorder.Batch();
        batch.RecordPaid(0);
        await batch.CommitAsync(Cancellation);
    }
}
