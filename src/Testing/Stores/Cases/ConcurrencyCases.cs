using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Many callers at once.</summary>
internal static class ConcurrencyCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        new("Fifty appends at once to one stream keep fifty events with sequences 0 to 49", FiftyAsync),
        new("Of many appends that expect the same version one gets through", OneWinsAsync),
        new("Of many appends that would create the stream one gets through", OneCreatesAsync),
        new("The same append many times at once is stored once", SameAsync),
        new("A counter that everybody raises by expected versions loses no step", CounterAsync),
        new("A reader beside writers sees whole appends, in order", ReaderAsync),
        new("Stream info beside writers never falls, and fits whole appends", InfoAsync),
        new("Writers of many streams do not get in each other's way", ManyStreamsAsync),
        new("Appends beside a deletion go to the old stream or to a new one", DeletionAsync),
        new("Of many deletions at once one finds the stream", DeletionsAsync),
        new("A reader beside truncations sees no gap behind where the stream begins", TruncationAsync),
    ];

    private static Task<T[]> AtOnceAsync<T>(int count, Func<int, Task<T>> run, CancellationToken token) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() => run(i), token)));

    private static async Task<bool> TryAppendAsync(IEventStore store, AppendBatch batch, CancellationToken token)
    {
        try
        {
            _ = await store.PutAsync(batch, token);
            return true;
        }
        catch (ConcurrencyException)
        {
            return false;
        }
    }

    private static async Task FiftyAsync(IEventStore store, CancellationToken token)
    {
        AppendResult[] results = await AtOnceAsync(50, async i => await store.AppendAsync("a", i, 1, token), token);
        Check.Sequence(Enumerable.Range(0, 50).Select(i => (long)i), results.Select(result => result.FirstSequence).Order());
        Check.Equal(50, results.Select(result => result.FirstOffset).Distinct().Count());
        List<string> lines = await store.ReadAsync("a", token);
        Check.Equal(50, lines.Select(line => line.Split(' ')[2]).Distinct(StringComparer.Ordinal).Count());
        Check.Sequence(Enumerable.Range(0, 50).Select(i => $"{i}"), lines.Select(line => line.Split(' ')[1]));
    }

    private static async Task OneWinsAsync(IEventStore store, CancellationToken token)
    {
        _ = await store.AppendAsync("a", 0, 1, token);
        bool[] won = await AtOnceAsync(16, i => TryAppendAsync(store, Sample.Batch("a", ExpectedVersion.At(1)).Note((i + 1) * 10).Note(((i + 1) * 10) + 1), token), token);
        Check.Equal(1, won.Count(w => w));
        Check.Equal(3, (await store.ReadAsync("a", token)).Count);
    }

    private static async Task OneCreatesAsync(IEventStore store, CancellationToken token)
    {
        for (int round = 0; round < 10; round++)
        {
            string stream = $"stream-{round}";
            bool[] won = await AtOnceAsync(8, i => TryAppendAsync(store, Sample.Batch(stream, ExpectedVersion.NoStream).Note(i), token), token);
            Check.Equal(1, won.Count(w => w));
            Check.Equal(1, await store.VersionAsync(stream, token));
        }
    }

    private static async Task SameAsync(IEventStore store, CancellationToken token)
    {
        AppendResult[] results = await AtOnceAsync(16, async _ => await store.AppendAsync("a", 7, 3, token), token);
        Check.Equal(15, results.Count(result => result.WasRepeated));
        Check.Equal(3, (await store.ReadAsync("a", token)).Count);
    }

    private static async Task CounterAsync(IEventStore store, CancellationToken token)
    {
        const int Callers = 6;
        const int Steps = 20;
        _ = await AtOnceAsync(
            Callers,
            async caller =>
            {
                for (int step = 0; step < Steps;)
                {
                    long version = await store.VersionAsync("a", token);
                    step += await TryAppendAsync(store, Sample.Batch("a", ExpectedVersion.At(version)).Note((caller * Steps) + step), token) ? 1 : 0;
                }

                return true;
            },
            token);
        List<string> lines = await store.ReadAsync("a", token);
        Check.Equal(Callers * Steps, lines.Count);
        Check.Equal(Callers * Steps, lines.Select(line => line.Split(' ')[2]).Distinct(StringComparer.Ordinal).Count());
    }

    private static Task WriteAsync(IEventStore store, string streamId, int appends, int count, CancellationToken token) => Task.Run(
        async () =>
        {
            for (int i = 0; i < appends; i++)
            {
                _ = await store.AppendAsync(streamId, i * count, count, token);
            }
        },
        token);

    private static async Task ReaderAsync(IEventStore store, CancellationToken token)
    {
        const int Appends = 60;
        Task writer = WriteAsync(store, "a", Appends, 3, token);
        for (long from = 0; from < Appends * 3;)
        {
            Check.True(!writer.IsFaulted);
            using EventPage page = await store.ReadStreamAsync("a", from, 1000, token);
            Check.Equal(0, page.StreamVersion % 3);
            for (int i = 0; i < page.Count; i++)
            {
                Check.Equal(from + i, page.Events[i].Sequence);
                Check.Equal(Sample.Id(from + i), page.Events[i].Id);
            }

            from = page.Count == 0 ? from : page.Next;
        }

        await writer;
    }

    private static async Task InfoAsync(IEventStore store, CancellationToken token)
    {
        Task writer = WriteAsync(store, "a", 60, 3, token);
        for (long version = 0; version < 180;)
        {
            Check.True(!writer.IsFaulted);
            StreamInfo? info = await store.GetStreamInfoAsync("a", token);
            long now = info?.Version ?? 0;
            Check.True(now >= version && now % 3 == 0);
            Check.True(info is null || info.LastTimestamp == Sample.Start.AddSeconds(now - 1));
            version = now;
        }

        await writer;
    }

    private static async Task ManyStreamsAsync(IEventStore store, CancellationToken token)
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => WriteAsync(store, $"stream-{i}", 20, 2, token)));
        for (int i = 0; i < 12; i++)
        {
            Check.Sequence(Enumerable.Range(0, 40).Select(n => Sample.IdText(n)), (await store.ReadAsync($"stream-{i}", token)).Select(line => line.Split(' ')[2]));
        }
    }

    private static async Task DeletionAsync(IEventStore store, CancellationToken token)
    {
        for (int round = 0; round < 20; round++)
        {
            _ = await store.AppendAsync("a", 0, 1, token);
            Task<AppendResult> append = Task.Run(async () => await store.AppendAsync("a", 10, 2, token), token);
            Task<bool> delete = Task.Run(async () => await store.DeleteStreamAsync("a", default, token), token);
            AppendResult result = await append;
            Check.True(await delete);
            Check.True(result.FirstSequence is 0 or 1);
            Check.Equal(result.FirstSequence == 0 ? 2 : 0, await store.VersionAsync("a", token));
            _ = await store.DeleteStreamAsync("a", default, token);
        }
    }

    private static async Task DeletionsAsync(IEventStore store, CancellationToken token)
    {
        for (int round = 0; round < 10; round++)
        {
            _ = await store.AppendAsync("a", 0, 3, token);
            bool[] deleted = await AtOnceAsync(8, async _ => await store.DeleteStreamAsync("a", default, token), token);
            Check.Equal(1, deleted.Count(d => d));
        }
    }

    private static async Task TruncationAsync(IEventStore store, CancellationToken token)
    {
        Needs.Truncation(store);
        Task writer = Task.Run(
            async () =>
            {
                for (int i = 0; i < 40; i++)
                {
                    _ = await store.AppendAsync("a", i * 3, 3, token);
                    _ = await store.TruncateStreamAsync("a", i * 3, token);
                }
            },
            token);
        while (!writer.IsCompleted)
        {
            using EventPage page = await store.ReadStreamAsync("a", 0, 1000, token);
            for (int i = 0; i < page.Count; i++)
            {
                Check.Equal(page.FirstSequence + i, page.Events[i].Sequence);
                Check.Equal(Sample.Id(page.FirstSequence + i), page.Events[i].Id);
            }
        }

        await writer;
        Check.Equal(3, (await store.ReadAsync("a", token)).Count);
    }
}
