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
        new("The same append many times at once is stored once", SameAsync),
        new("A reader beside writers sees whole appends, in order", ReaderAsync),
    ];

    private static async Task FiftyAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        AppendResult[] results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(
            async () => await store.AppendAsync("a", i, 1, cancellationToken), cancellationToken)));
        Check.Sequence(Enumerable.Range(0, 50).Select(i => (long)i), results.Select(result => result.FirstSequence).Order());
        List<string> lines = await store.ReadAsync("a");
        Check.Equal(50, lines.Count);
        Check.Equal(50, lines.Select(line => line.Split(' ')[2]).Distinct(StringComparer.Ordinal).Count());
        Check.Sequence(Enumerable.Range(0, 50).Select(i => $"{i}"), lines.Select(line => line.Split(' ')[1]));
    }

    private static async Task OneWinsAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        _ = await store.AppendAsync("a", 0, 1, cancellationToken);
        bool[] won = await Task.WhenAll(Enumerable.Range(1, 16).Select(i => Task.Run(
            async () =>
            {
                using AppendBatch batch = Sample.Batch("a", ExpectedVersion.At(1)).Note(i * 10).Note((i * 10) + 1);
                try
                {
                    _ = await store.AppendAsync(batch, cancellationToken);
                    return true;
                }
                catch (ConcurrencyException)
                {
                    return false;
                }
            },
            cancellationToken)));
        Check.Equal(1, won.Count(w => w));
        Check.Equal(3, (await store.ReadAsync("a")).Count);
    }

    private static async Task SameAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        await using IEventStore store = await fixture.OpenAsync();
        AppendResult[] results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(
            async () => await store.AppendAsync("a", 7, 3, cancellationToken), cancellationToken)));
        Check.Equal(15, results.Count(result => result.WasRepeated));
        Check.Equal(3, (await store.ReadAsync("a")).Count);
    }

    private static async Task ReaderAsync(StoreFixture fixture, CancellationToken cancellationToken)
    {
        const int Appends = 60;
        await using IEventStore store = await fixture.OpenAsync();
        Task writer = Task.Run(
            async () =>
            {
                for (int i = 0; i < Appends; i++)
                {
                    _ = await store.AppendAsync("a", i * 3, 3, cancellationToken);
                }
            },
            cancellationToken);
        long from = 0;
        while (from < Appends * 3)
        {
            if (writer.IsFaulted || writer.IsCanceled)
            {
                await writer;
            }

            using EventPage page = await store.ReadStreamAsync("a", from, 1000, cancellationToken);
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
}
