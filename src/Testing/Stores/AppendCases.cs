using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Sequences, expected versions, and what is kept of an event.</summary>
internal static class AppendCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("Appends number the events of a stream from 0 without gaps", SequencesAsync),
        new("Every stream has sequences of its own, and offsets rise over all of them", OffsetsAsync),
        new("An append says where all of its events stand", ResultAsync),
        new("An expected version that holds lets the append through", ExpectedAsync),
        new("An expected version that does not hold is refused with both versions, and nothing is written", UnexpectedAsync),
        new("An expected incarnation that is another one is refused", IncarnationAsync),
        new("Id, type, time stamp, metadata and payload come back as they went in", FidelityAsync),
        new("Time stamps may go back", BackwardsAsync),
        new("A batch can be used again right after its append", ReuseAsync),
        new("What was acknowledged is there after reopening", ReopenAsync),
        new("Payloads of all sizes up to the limit come back", SizesAsync),
    ];

    private static async Task SequencesAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        for (int i = 0; i < 5; i++)
        {
            AppendResult result = await store.AppendAsync("a", i, 1, cancellationToken);
            Check.Equal(i, result.FirstSequence);
        }

        AppendResult batch = await store.AppendAsync("a", 5, 3, cancellationToken);
        Check.Equal(5, batch.FirstSequence);
        Check.Equal(8, batch.Version);
        List<string> lines = await store.ReadAsync("a");
        Check.Equal(8, lines.Count);
        for (int i = 0; i < 8; i++)
        {
            Check.True(lines[i].StartsWith($"a {i} {Sample.Id(i)} ", StringComparison.Ordinal));
        }
    }

    private static async Task OffsetsAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        long last = -1;
        for (int i = 0; i < 6; i++)
        {
            AppendResult result = await store.AppendAsync(i % 2 == 0 ? "a" : "b", i, 2, cancellationToken);
            Check.Equal(i / 2 * 2, result.FirstSequence);
            Check.True(result.FirstOffset > last);
            last = result.OffsetOf(1);
        }
    }

    private static async Task ResultAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        _ = await store.AppendAsync("a", 0, 1, cancellationToken);
        AppendResult result = await store.AppendAsync("a", 1, 3, cancellationToken);
        Check.Equal(3, result.Count);
        Check.Equal(3, result.LastSequence);
        Check.Equal(false, result.WasRepeated);
        using EventPage page = await store.ReadStreamAsync("a", 1, 10, cancellationToken);
        for (int i = 0; i < 3; i++)
        {
            Check.Equal(page.Events[i].Offset, result.OffsetOf(i));
        }
    }

    private static async Task ExpectedAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        ExpectedVersion[] expectations = [ExpectedVersion.NoStream, ExpectedVersion.At(1), ExpectedVersion.Exists, ExpectedVersion.Any];
        for (int i = 0; i < expectations.Length; i++)
        {
            using AppendBatch batch = Sample.Batch("a", expectations[i]).Note(i);
            AppendResult result = await store.AppendAsync(batch, cancellationToken);
            Check.Equal(i, result.FirstSequence);
        }

        using AppendBatch other = Sample.Batch("b", ExpectedVersion.At(0)).Note(9);
        Check.Equal(0, (await store.AppendAsync(other, cancellationToken)).FirstSequence);
    }

    private static async Task UnexpectedAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        await RefusedAsync(ExpectedVersion.Exists, 0);
        await RefusedAsync(ExpectedVersion.At(1), 0);
        _ = await store.AppendAsync("a", 0, 2, cancellationToken);
        await RefusedAsync(ExpectedVersion.NoStream, 2);
        await RefusedAsync(ExpectedVersion.At(1), 2);
        await RefusedAsync(ExpectedVersion.At(3), 2);
        Check.Equal(2, (await store.ReadAsync("a")).Count);

        async Task RefusedAsync(ExpectedVersion expected, long actual)
        {
            using AppendBatch batch = Sample.Batch("a", expected).Note(100).Note(101);
            var exception = await Check.ThrowsAsync<ConcurrencyException>(async () => _ = await store.AppendAsync(batch, cancellationToken));
            Check.Equal("a", exception.StreamId);
            Check.Equal(expected, exception.Expected);
            Check.Equal(actual, exception.Actual);
        }
    }

    private static async Task IncarnationAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        _ = await store.AppendAsync("a", 0, 1, cancellationToken);
        using AppendBatch other = Sample.Batch("a", ExpectedVersion.At(1)).Note(2);
        other.ExpectedIncarnation = Sample.Id(7);
        _ = await Check.ThrowsAsync<ConcurrencyException>(async () => _ = await store.AppendAsync(other, cancellationToken));
        other.ExpectedIncarnation = Sample.Id(0);
        Check.Equal(1, (await store.AppendAsync(other, cancellationToken)).FirstSequence);
    }

    private static async Task FidelityAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        var metadata = new EventMetadata
        {
            CorrelationId = "correlation",
            CausationId = "cause",
            Actor = "ada",
            Source = "tests",
            Headers = EventMetadata.Empty.Headers.Add("trace", "0af7").Add("ключ", "значение"),
        };
        await using IEventStore store = await fixture.OpenAsync();
        using AppendBatch batch = Sample.Batch("a").Note(0, "first", metadata).Note(1, "second").Count(2).Note(3, "fourth", metadata);
        _ = await store.AppendAsync(batch, cancellationToken);
        using EventPage page = await store.ReadStreamAsync("a", 0, 10, cancellationToken);
        Check.Equal(4, page.Count);
        Check.Equal(metadata, page.Events[0].Metadata);
        Check.Equal(null, page.Events[1].Metadata);
        Check.Equal(metadata, page.Events[3].Metadata);
        Check.Equal(Sample.Counted, page.Types[page.Events[2].TypeIndex]);
        Check.Equal(Sample.Noted, page.Types[page.Events[3].TypeIndex]);
        for (int i = 0; i < 4; i++)
        {
            Check.Equal(Sample.Id(i), page.Events[i].Id);
            Check.Equal(Sample.Start.AddSeconds(i).UtcTicks, page.Events[i].TimestampTicks);
            Check.True(page.PayloadOf(page.Events[i]).SequenceEqual(batch.PayloadOf(batch.Events[i])));
        }
    }

    private static async Task BackwardsAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        DateTimeOffset[] times = [Sample.Start, Sample.Start.AddYears(-50), DateTimeOffset.MaxValue, DateTimeOffset.MinValue, Sample.Start];
        await using IEventStore store = await fixture.OpenAsync();
        for (int i = 0; i < times.Length; i++)
        {
            using AppendBatch batch = Sample.Batch("a");
            batch.Add(Sample.Noted, Sample.Id(i), times[i], null, 0);
            _ = await store.AppendAsync(batch, cancellationToken);
        }

        using EventPage page = await store.ReadStreamAsync("a", 0, 10, cancellationToken);
        for (int i = 0; i < times.Length; i++)
        {
            Check.Equal(times[i].UtcTicks, page.Events[i].TimestampTicks);
            Check.Equal(i, page.Events[i].Sequence);
        }
    }

    private static async Task ReuseAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        using AppendBatch batch = Sample.Batch("a").Note(0, "kept");
        _ = await store.AppendAsync(batch, cancellationToken);
        List<string> before = await store.ReadAsync("a");
        batch.Start("b");
        _ = batch.Note(1, "other");
        _ = await store.AppendAsync(batch, cancellationToken);
        Check.Sequence(before, await store.ReadAsync("a"));
    }

    private static async Task ReopenAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        if (!fixture.CanReopen)
        {
            return;
        }

        List<string> before;
        IEventStore first = await fixture.OpenAsync();
        await using (first)
        {
            _ = await first.AppendAsync("a", 0, 20, cancellationToken);
            _ = await first.AppendAsync("b", 20, 5, cancellationToken);
            before = await first.ReadAsync("a");
        }

        await using IEventStore second = await fixture.OpenAsync();
        Check.Sequence(before, await second.ReadAsync("a"));
        AppendResult next = await second.AppendAsync("b", 30, 1, cancellationToken);
        Check.Equal(5, next.FirstSequence);
        Check.True(next.FirstOffset > 0);
        Check.Equal(26, (await ReadCases.FeedAsync(second, 7, cancellationToken)).Count);
    }

    private static async Task SizesAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        int largest = Math.Min(store.Limits.MaxPayloadBytes, 1 << 20);
        int[] lengths = [.. new[] { 0, 1, 31, 32, 255, 256, 65_535, 65_536, largest - 6 }.Where(length => length <= largest - 6)];
        for (int i = 0; i < lengths.Length; i++)
        {
            using AppendBatch batch = Sample.Batch("a").Note(i, new string((char)('a' + i), lengths[i]));
            _ = await store.AppendAsync(batch, cancellationToken);
        }

        for (int i = 0; i < lengths.Length; i++)
        {
            using EventPage page = await store.ReadStreamAsync("a", i, 1, cancellationToken);
            Check.Equal(new string((char)('a' + i), lengths[i]), Sample.Text(page.PayloadOf(page.Events[0])));
        }
    }
}
