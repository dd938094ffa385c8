namespace Daybook.Tests.EndToEnd.Versions;

public sealed class UpcastingTests
{
    // The log of Order after each sequence.
    private static readonly string[][] Lines =
    [
        ["item a"],
        ["item b"],
        [],
        ["item d"],
        ["item e"],
        ["named ada 5.0", "paid p 5.1", "points 7 5.2"],
        ["named eve 6.0", "points -1 6.1"],
        ["paid q 7.0"],
        [],
        ["noted hello True 9.0"],
        ["tag x 10.0", "tag z 10.1"],
        ["tag x 11.0", "tag y 11.1", "tag z 11.2"],
    ];

    [Fact]
    public async Task A_fold_runs_every_upcaster_on_the_way()
    {
        await using IEventStore store = await OldStream.CreateAsync();
        Versioned<Order> order = await store.LoadAsync<Order>(OldStream.Id);
        Assert.Equal(Lines.SelectMany(lines => lines), order.State.Log);
        Assert.Equal(9.5m + 9.5m + (2 * 9.5m) + 1m, order.State.Total);
        Assert.Equal(12, order.Version);
    }

    [Fact]
    public async Task A_bound_counts_recorded_events_whatever_they_became()
    {
        await using IEventStore store = await OldStream.CreateAsync();
        for (int sequence = 0; sequence < Lines.Length; sequence++)
        {
            IEnumerable<string> expected = Lines.Take(sequence + 1).SelectMany(lines => lines);
            Versioned<Order> bySequence = await store.LoadAsync<Order>(OldStream.Id, sequence);
            Versioned<Order> byTime = await store.LoadAsync<Order>(OldStream.Id, OldStream.Start.AddMinutes(sequence));
            Assert.Equal(expected, bySequence.State.Log);
            Assert.Equal(expected, byTime.State.Log);
            Assert.Equal(sequence + 1, bySequence.Version);
        }
    }

    [Fact]
    public async Task Snapshots_lie_between_sequences()
    {
        await using IEventStore store = await OldStream.CreateAsync();
        for (int sequence = 0; sequence < Lines.Length; sequence++)
        {
            await store.SaveSnapshotAsync(OldStream.Id, await store.LoadAsync<Order>(OldStream.Id, sequence));
            Versioned<Order>? snapshot = await store.GetSnapshotAsync<Order>(OldStream.Id);
            Assert.Equal(sequence + 1, snapshot!.Value.Version);
            Versioned<Order> order = await store.LoadAsync<Order>(OldStream.Id);
            Assert.Equal(Lines.SelectMany(lines => lines), order.State.Log);
        }
    }

    [Fact]
    public async Task A_replay_has_the_state_at_each_step_and_calls_handlers_for_every_part()
    {
        await using IEventStore store = await OldStream.CreateAsync();
        await using var replay = store.Replay<Order>(OldStream.Id);
        var heard = new List<string>();
        replay.On<ItemAdded>((e, context) => heard.Add($"{context.Sequence}.{context.Part} {e}"));
        replay.On<ItemAddedV2>((e, context) => heard.Add($"{context.Sequence}.{context.Part} {e}"));
        replay.On<PointsAdded>((e, context) => heard.Add($"{context.Sequence}.{context.Part} {e}"));
        replay.On<Tagged>((e, context) => heard.Add($"{context.Sequence}.{context.Part} {e}"));
        var steps = new List<int>();
        await foreach (Envelope envelope in replay)
        {
            steps.Add(replay.State.Log.Count);
            Assert.Equal(0, envelope.Context.Part);
        }

        Assert.Equal([1, 2, 2, 3, 4, 7, 9, 10, 10, 11, 13, 16], steps);
        Assert.Equal(
            [
                "0.0 ItemAdded { Sku = a, Quantity = 1, UnitPrice = 9.5 }", "0.0 ItemAddedV2 { Sku = a, Quantity = 1 }",
                "1.0 ItemAdded { Sku = b, Quantity = 1, UnitPrice = 9.5 }", "1.0 ItemAddedV2 { Sku = b, Quantity = 1 }",
                "2.0 ItemAddedV2 { Sku = c, Quantity = 0 }",
                "3.0 ItemAdded { Sku = d, Quantity = 2, UnitPrice = 9.5 }", "3.0 ItemAddedV2 { Sku = d, Quantity = 2 }",
                "4.0 ItemAdded { Sku = e, Quantity = 1, UnitPrice = 1 }",
                "5.2 PointsAdded { Points = 7 }",
                "6.1 PointsAdded { Points = -1 }",
                "10.0 Tagged { Tag = x }", "10.1 Tagged { Tag = z }",
                "11.0 Tagged { Tag = x }", "11.1 Tagged { Tag = y }", "11.2 Tagged { Tag = z }",
            ],
            heard);
    }

    [Fact]
    public async Task An_envelope_finds_what_its_event_became()
    {
        await using IEventStore store = await OldStream.CreateAsync();
        List<Envelope> envelopes = await store.ReadEventsAsync(OldStream.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([true, true, false, true, true], envelopes.Take(5).Select(envelope => envelope.Is<ItemAdded>()));
        Assert.Equal([true, true, true, true, false], envelopes.Take(5).Select(envelope => envelope.Is<ItemAddedV2>()));
        Assert.Equal([true, true, false, false, false], envelopes.Take(5).Select(envelope => envelope.Is<ItemAddedV1>()));
        Assert.Equal(new("order.added", 1), envelopes[0].EventType);
        Assert.True(envelopes[0].TryGet<ItemAdded>(out var added));
        Assert.Equal(new("a", 1, 9.5m), added);
        Assert.False(envelopes[2].TryGet<ItemAdded>(out added));
        Assert.Null(added);
        Assert.True(envelopes[11].TryGet<Tagged>(out var tagged));
        Assert.Equal("x", tagged.Tag);
        Assert.Equal([("x", 0), ("y", 1), ("z", 2)], envelopes[11].GetParts<Tagged>().Select(part => (part.Value.Tag, part.Context.Part)));
        Assert.Equal([("p", 1)], envelopes[5].GetParts<Paid>().Select(part => (part.Value.PaymentId, part.Context.Part)));
        Assert.Equal([1, 0, 0], new[] { envelopes[5].GetParts<Settled>().Length, envelopes[6].GetParts<Settled>().Length, envelopes[0].GetParts<Settled>().Length });
    }

    [Fact]
    public void An_event_knows_what_it_may_be_recorded_as() => Assert.Equal(
        ["order.item-added@3", "order.item-added@1", "order.added@1", "order.item-added@2"],
        EventDescriptor.Of<ItemAdded>().RecordedTypes.Select(type => type.ToString()));

    [Fact]
    public async Task An_older_version_that_cannot_be_read_is_reported_with_its_place()
    {
        await using IEventStore store = EventStores.Memory();
        await OldStream.AppendAsync(store, new ItemAddedV1("a"));
        using var batch = new Stores.AppendBatch();
        batch.Start(OldStream.Id);
        new byte[] { 0x92, 0x01 }.CopyTo(batch.Buffer.GetSpan(2));
        batch.Buffer.Advance(2);
        batch.Add(EventForms.SchemaOf<ItemAddedV2>(), new(Guid.CreateVersion7()), OldStream.Start, metadata: null, payloadStart: 0);
        await store.AppendAsync(batch, TestContext.Current.CancellationToken);
        var exception = await Assert.ThrowsAsync<CorruptEventException>(async () => await store.LoadAsync<Order>(OldStream.Id));
        Assert.Equal(1, exception.Sequence);
        Assert.Contains("order.item-added@2", exception.Message, StringComparison.Ordinal);
    }
}
