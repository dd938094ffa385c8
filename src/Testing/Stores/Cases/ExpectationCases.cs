using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Optimistic concurrency: expected versions and incarnations.</summary>
internal static class ExpectationCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("Without an expectation an append goes through, stream or not", AnyAsync),
        new("NoStream lets through the append that creates the stream, and no other", NoStreamAsync),
        new("Exists lets through appends to a stream that is there, and no other", ExistsAsync),
        new("At lets through the append at exactly that version, and no other", AtAsync),
        new("Version 0 means no stream", ZeroAsync),
        new("A refusal says the stream, what was expected and what is", SaysAsync),
        new("A refused append writes nothing", NothingAsync),
        new("A stream that was deleted is at version 0 again", DeletedAsync),
        new("The incarnation that the stream has lets the append through", IncarnationAsync),
        new("Another incarnation is refused at whatever version", OtherIncarnationAsync),
        new("An expected incarnation does not matter where no stream is", MissingIncarnationAsync),
        new("A version counts all events that were ever appended", TruncatedAsync),
    ];

    private static AppendBatch Expecting(ExpectedVersion expected, long number) => Sample.Batch("a", expected).Note(number);

    private static Task<ConcurrencyException> RefusedAsync(IEventStore store, AppendBatch batch, CancellationToken token) =>
        Check.ThrowsAsync<ConcurrencyException>(async () => _ = await store.PutAsync(batch, token));

    private static async Task AnyAsync(IEventStore store, CancellationToken token)
    {
        Check.Equal(0, (await store.PutAsync(Expecting(ExpectedVersion.Any, 0), token)).FirstSequence);
        Check.Equal(1, (await store.PutAsync(Expecting(ExpectedVersion.Any, 1), token)).FirstSequence);
    }

    private static async Task NoStreamAsync(IEventStore store, CancellationToken token)
    {
        Check.Equal(0, (await store.PutAsync(Expecting(ExpectedVersion.NoStream, 0), token)).FirstSequence);
        Check.Equal(1, (await RefusedAsync(store, Expecting(ExpectedVersion.NoStream, 1), token)).Actual);
    }

    private static async Task ExistsAsync(IEventStore store, CancellationToken token)
    {
        Check.Equal(0, (await RefusedAsync(store, Expecting(ExpectedVersion.Exists, 0), token)).Actual);
        _ = await store.AppendAsync("a", 0, 3, token);
        Check.Equal(3, (await store.PutAsync(Expecting(ExpectedVersion.Exists, 3), token)).FirstSequence);
    }

    private static async Task AtAsync(IEventStore store, CancellationToken token)
    {
        Check.Equal(0, (await RefusedAsync(store, Expecting(ExpectedVersion.At(1), 9), token)).Actual);
        for (int i = 0; i < 4; i++)
        {
            Check.Equal(i, (await store.PutAsync(Expecting(ExpectedVersion.At(i), i), token)).FirstSequence);
        }

        foreach (long other in (long[])[0, 1, 3, 5, long.MaxValue - 1])
        {
            Check.Equal(4, (await RefusedAsync(store, Expecting(ExpectedVersion.At(other), 9), token)).Actual);
        }
    }

    private static async Task ZeroAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.PutAsync(Expecting(ExpectedVersion.At(0), 0), token);
        _ = await RefusedAsync(store, Expecting(ExpectedVersion.At(0), 1), token);
    }

    private static async Task SaysAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 2, token);
        ConcurrencyException exception = await RefusedAsync(store, Expecting(ExpectedVersion.At(7), 9), token);
        Check.Equal("a", exception.StreamId);
        Check.Equal(ExpectedVersion.At(7), exception.Expected);
        Check.Equal(2, exception.Actual);
    }

    private static async Task NothingAsync(IEventStore store, CancellationToken token)
    {
        AppendResult last = await store.AppendAsync("a", 0, 2, token);
        List<string> before = await store.FeedAsync(last, token);
        StreamInfo? info = await store.GetStreamInfoAsync("a", token);
        _ = await RefusedAsync(store, Expecting(ExpectedVersion.At(1), 9).Note(10), token);
        using AppendBatch created = Sample.Batch("b", ExpectedVersion.Exists).Note(11);
        _ = await RefusedAsync(store, created, token);
        Check.Sequence(before, await store.FeedAsync(last, token));
        Check.Equal(info, await store.GetStreamInfoAsync("a", token));
        Check.Equal(null, await store.GetStreamInfoAsync("b", token));
    }

    private static async Task DeletedAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 3, token);
        _ = await store.DeleteStreamAsync("a", default, token);
        Check.Equal(0, (await RefusedAsync(store, Expecting(ExpectedVersion.At(3), 9), token)).Actual);
        _ = await RefusedAsync(store, Expecting(ExpectedVersion.Exists, 9), token);
        Check.Equal(0, (await store.PutAsync(Expecting(ExpectedVersion.NoStream, 9), token)).FirstSequence);
    }

    private static async Task IncarnationAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 5, 2, token);
        AppendBatch batch = Expecting(ExpectedVersion.At(2), 9);
        batch.ExpectedIncarnation = Sample.Id(5);
        Check.Equal(2, (await store.PutAsync(batch, token)).FirstSequence);
    }

    private static async Task OtherIncarnationAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 2, token);
        _ = await store.DeleteStreamAsync("a", default, token);
        _ = await store.AppendAsync("a", 5, 2, token);
        foreach (ExpectedVersion expected in (ExpectedVersion[])[ExpectedVersion.At(2), ExpectedVersion.Any, ExpectedVersion.Exists])
        {
            AppendBatch batch = Expecting(expected, 9);
            batch.ExpectedIncarnation = Sample.Id(0);
            _ = await RefusedAsync(store, batch, token);
        }

        Check.Equal(2, await store.VersionAsync("a", token));
    }

    private static async Task MissingIncarnationAsync(IEventStore store, CancellationToken token)
    {
        AppendBatch batch = Expecting(ExpectedVersion.NoStream, 9);
        batch.ExpectedIncarnation = Sample.Id(0);
        Check.Equal(0, (await store.PutAsync(batch, token)).FirstSequence);
    }

    private static async Task TruncatedAsync(IEventStore store, CancellationToken token)
    {
        Needs.Truncation(store);
        _ = await store.AppendAsync("a", 0, 5, token);
        _ = await store.TruncateStreamAsync("a", 5, token);
        Check.Equal(5, (await RefusedAsync(store, Expecting(ExpectedVersion.NoStream, 9), token)).Actual);
        Check.Equal(5, (await store.PutAsync(Expecting(ExpectedVersion.At(5), 9), token)).FirstSequence);
        Check.Equal(6, (await store.PutAsync(Expecting(ExpectedVersion.Exists, 10), token)).FirstSequence);
    }
}
