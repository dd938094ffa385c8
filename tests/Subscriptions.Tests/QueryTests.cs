using Daybook.FeedTesting;

namespace Daybook.Tests.Subscriptions;

public sealed class QueryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task Finds_an_event_in_all_its_versions(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        await test.Store.AppendOldAsync("o-1", new("old", 1));
        var order = new Order.Recorder(test.Store, "o-1");
        await order.RecordPaidAsync(5, cancellationToken: Stop);
        await order.RecordPlacedAsync("new", 2, cancellationToken: Stop);
        await new Stray.Recorder(test.Store, "s-1").RecordSeenAsync(1, cancellationToken: Stop);

        Assert.Equal([0, 2], await test.Store.QueryAsync(EventQuery.All.Of<Placed>(), cancellationToken: Stop).ToListAsync(envelope => envelope.Sequence));
        Assert.Equal([0, 1, 2], await test.Store.QueryAsync(EventQuery.All.OfState<Order>(), cancellationToken: Stop).ToListAsync(envelope => envelope.Sequence));
        Assert.Equal([2, 1, 0], await test.Store.QueryAsync(EventQuery.All.InStreams("o-") with { NewestFirst = true }, cancellationToken: Stop).ToListAsync(envelope => envelope.Sequence));
        Assert.Equal(["s-1"], await test.Store.QueryAsync(EventQuery.All.Of<Seen>(), cancellationToken: Stop).ToListAsync(envelope => envelope.StreamId));
        Assert.Equal(4, (await test.Store.QueryAsync(EventQuery.All, cancellationToken: Stop).ToListAsync(envelope => envelope.Offset)).Count);
        Assert.Throws<ArgumentException>(() => EventQuery.All.OfState<Totals>());
    }

    [Theory, EachStore]
    public async Task Asks_for_metadata_and_times(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (int i = 0; i < 10; i++)
        {
            var recorder = new Stray.Recorder(test.Store, $"s-{i}", new()
            {
                Metadata = new()
                {
                    CorrelationId = $"run-{i % 2}",
                    CausationId = $"cause-{i}",
                    Actor = i < 5 ? "ada" : "bob",
                    Source = "tests",
                    Headers = EventMetadata.Empty.Headers.Add("tenant", $"t{i % 3}").Add("all", "yes"),
                },
            });
            await recorder.RecordSeenAsync(i, new() { Timestamp = start.AddMinutes(i) }, Stop);
        }

        Assert.Equal([0, 2, 4, 6, 8], await NumbersAsync(EventQuery.All with { CorrelationId = "run-0" }));
        Assert.Equal([7], await NumbersAsync(EventQuery.All with { CausationId = "cause-7" }));
        Assert.Equal([5, 6, 7, 8, 9], await NumbersAsync(EventQuery.All with { Actor = "bob", Source = "tests" }));
        Assert.Equal([1, 4, 7], await NumbersAsync(EventQuery.All with { Headers = EventMetadata.Empty.Headers.Add("tenant", "t1").Add("all", "yes") }));
        Assert.Equal([2, 3, 4], await NumbersAsync(EventQuery.All with { From = start.AddMinutes(2), Before = start.AddMinutes(5) }));
        Assert.Equal([4, 2, 0], await NumbersAsync(EventQuery.All with { Actor = "ada", CorrelationId = "run-0", NewestFirst = true }));
        Assert.Empty(await NumbersAsync(EventQuery.All with { Source = "nowhere" }));

        async Task<List<int>> NumbersAsync(EventQuery query) =>
            await test.Store.QueryAsync(query, cancellationToken: Stop).ToListAsync(envelope => envelope.TryGet<Seen>(out var seen) ? seen.Number : -1);
    }

    [Theory, EachStore]
    public async Task Pages_are_full_up_to_the_last_one(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        await Worker.WriteAsync(test.Store, first: 0, count: 100, seed: 1);
        foreach (bool newestFirst in new[] { false, true })
        {
            EventQuery query = EventQuery.All with { NewestFirst = newestFirst };
            string? continuation = null;
            var sizes = new List<int>();
            do
            {
                EventQueryPage page = await test.Store.QueryPageAsync(query, 30, continuation, cancellationToken: Stop);
                sizes.Add(page.Events.Length);
                continuation = page.Continuation;
            }
            while (continuation is not null);
            Assert.Equal([30, 30, 30, 10], sizes);
        }
    }

    [Fact]
    public async Task A_continuation_belongs_to_its_query()
    {
        await using var test = TestStore.Open(StoreKind.Memory);
        await test.Store.AddAsync("count-1", 1, 2, 3);
        EventQueryPage page = await test.Store.QueryPageAsync(EventQuery.All, 1, cancellationToken: Stop);
        Assert.NotNull(page.Continuation);
        Assert.Equal(2, Assert.Single((await test.Store.QueryPageAsync(EventQuery.All with { }, 1, page.Continuation, cancellationToken: Stop)).Events).NumberOf());
        foreach (string wrong in new[] { "", "1", "x.y", page.Continuation + "0", "-" + page.Continuation })
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await test.Store.QueryPageAsync(EventQuery.All, 1, wrong, cancellationToken: Stop));
        }

        await Assert.ThrowsAsync<ArgumentException>(async () => await test.Store.QueryPageAsync(EventQuery.All.Of<Added>(), 1, page.Continuation, cancellationToken: Stop));
    }

    [Theory, EachStore]
    public async Task The_newest_events_are_found_behind_a_great_gap(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        await test.Store.AddAsync("kept", 1, 2, 3);
        long[] many = [.. Enumerable.Range(0, 5000).Select(number => (long)number)];
        for (int i = 0; i < 30; i++)
        {
            await test.Store.AddAsync("gone", many);
        }

        await test.Store.AddAsync("also-kept", 4);
        await test.Store.DeleteStreamAsync("gone", cancellationToken: Stop);
        Assert.Equal([4, 3, 2, 1], await test.Store.QueryAsync(EventQuery.All with { NewestFirst = true }, cancellationToken: Stop).ToListAsync(TestData.NumberOf));
        Assert.Equal([1, 2, 3, 4], await test.Store.QueryAsync(EventQuery.All, cancellationToken: Stop).ToListAsync(TestData.NumberOf));
    }

    [Fact]
    public async Task What_is_appended_meanwhile_is_not_enumerated()
    {
        await using var test = TestStore.Open(StoreKind.Memory);
        await test.Store.AddAsync("count-1", 1, 2, 3);
        foreach (bool newestFirst in new[] { false, true })
        {
            int seen = 0;
            await foreach (Envelope envelope in test.Store.QueryAsync(EventQuery.All.InStreams("count-1") with { NewestFirst = newestFirst }, cancellationToken: Stop))
            {
                seen++;
                await test.Store.AddAsync("count-1-other", envelope.Sequence);
            }

            Assert.Equal(3, seen);
            await test.Store.DeleteStreamAsync("count-1-other", cancellationToken: Stop);
        }
    }
}
