using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Daybook.Tests.Subscriptions;

public sealed class PagingPropertyTests
{
    private const int Streams = 6;

    [Theory, EachStore]
    public void A_walk_meets_what_stays_exactly_once_while_others_write(StoreKind kind)
    {
        Arbitrary<Walk> walks = (
            from before in Gen.Choose(0, 120)
            from limit in Gen.Choose(1, 25)
            from newestFirst in ArbMap.Default.GeneratorFor<bool>()
            from kept in Gen.Choose(0, Streams - 1)
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select new Walk(before, limit, newestFirst, kept, seed)).ToArbitrary();
        Prop.ForAll(walks, walk => RunAsync(kind, walk).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(kind == StoreKind.Memory ? 200 : 40));
    }

    private static async Task<bool> RunAsync(StoreKind kind, Walk walk)
    {
        await using var test = TestStore.Open(kind);
        var random = new Random(walk.Seed);
        int next = 0;
        while (next < walk.Before)
        {
            await ChangeAsync();
        }

        // Those that stay: nothing but appends happens to the first streams.
        EventQuery query = EventQuery.All.InStreams("stream-") with { NewestFirst = walk.NewestFirst };
        var before = (await test.Store.QueryAsync(query).ToListAsync(Place)).Where(IsKept).ToHashSet();
        var met = new List<(string Stream, long Sequence, long Offset)>();
        string? continuation = null;
        do
        {
            EventQueryPage page = await test.Store.QueryPageAsync(query, walk.Limit, continuation);
            met.AddRange(page.Events.Select(Place));
            continuation = page.Continuation;
            if (met.Count < 500)
            {
                await ChangeAsync();
            }
        }
        while (continuation is not null);

        bool isOrdered = met.Zip(met.Skip(1)).All(pair => walk.NewestFirst ? pair.First.Offset > pair.Second.Offset : pair.First.Offset < pair.Second.Offset);
        return isOrdered && met.Distinct().Count() == met.Count && before.IsSubsetOf(met);

        async Task ChangeAsync()
        {
            int stream = random.Next(Streams);
            string id = string.Create(CultureInfo.InvariantCulture, $"stream-{stream}");
            int what = stream <= walk.Kept ? 0 : random.Next(6);
            if (what == 5)
            {
                _ = await test.Store.DeleteStreamAsync(id);
            }
            else if (what == 4 && test.Store.Capabilities.CanTruncate && await test.Store.GetStreamInfoAsync(id) is { } info)
            {
                _ = await test.Store.TruncateStreamAsync(id, random.NextInt64(info.FirstSequence, info.Version + 1));
            }

            int count = random.Next(1, 9);
            await test.Store.AddAsync(id, [.. Enumerable.Range(next, count).Select(number => (long)number)]);
            next += count;
        }

        bool IsKept((string Stream, long Sequence, long Offset) place) => place.Stream[^1] - '0' <= walk.Kept;
    }

    private static (string Stream, long Sequence, long Offset) Place(Envelope envelope) => (envelope.StreamId, envelope.Sequence, envelope.Offset);

    private sealed record Walk(int Before, int Limit, bool NewestFirst, int Kept, int Seed);
}
