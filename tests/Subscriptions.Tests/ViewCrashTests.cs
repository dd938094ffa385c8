using Daybook.FeedTesting;
using FsCheck;
using FsCheck.Fluent;

namespace Daybook.Tests.Subscriptions;

public sealed class ViewCrashTests
{
    /// <summary>
    /// Runs end at any append that a view makes, before or behind it; runs of two processes may overlap. In the end every key has met every
    /// event of its own once, in order.
    /// </summary>
    [Theory, EachStore]
    public void Views_meet_every_event_once_wherever_a_run_ends(StoreKind kind)
    {
        Arbitrary<Crashes> crashes = (
            from events in Gen.Choose(1, 300)
            from saveEvery in Gen.Choose(1, 40)
            from pageSize in Gen.Choose(1, 30)
            from kills in Gen.Choose(1, 25).ListOf()
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select new Crashes(events, saveEvery, pageSize, [.. kills], seed)).ToArbitrary();
        Prop.ForAll(crashes, sample => RunAsync(kind, sample).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(kind == StoreKind.Memory ? 150 : 25));
    }

    private static async Task<bool> RunAsync(StoreKind kind, Crashes crashes)
    {
        await using var test = TestStore.Open(kind);
        var random = new Random(crashes.Seed);
        int written = 0;
        foreach (int kill in crashes.Kills)
        {
            int more = Math.Min(random.Next(60), crashes.Events - written);
            await Worker.WriteAsync(test.Store, written, more, random.Next());
            written += more;
            int left = kill;
            var store = new BrokenLine(test.Store, every: int.MaxValue)
            {
                KillsAfter = random.Next(2) == 0,
                KillsAt = streamId => streamId.StartsWith("$view:", StringComparison.Ordinal) && Interlocked.Decrement(ref left) <= 0,
            };

            // Two processes at once, each with what it has in memory.
            KeyedView<Trace> one = Open(store);
            KeyedView<Trace> other = Open(test.Store);
            await TryCatchUpAsync(one);
            if (random.Next(3) == 0)
            {
                await TryCatchUpAsync(other);
                await TryCatchUpAsync(one);
            }

            // Neither is disposed: that would save.
        }

        await Worker.WriteAsync(test.Store, written, crashes.Events - written, random.Next());
        await using KeyedView<Trace> last = Open(test.Store);
        await last.CatchUpAsync();
        await ViewChecks.CheckKeysAsync(test.Store, last, CancellationToken.None);
        await using View<Trace> all = test.Store.Project<Trace>(EventQuery.All, "all");
        await all.CatchUpAsync();
        return (await all.GetAsync()).State == TestData.TraceOf(Enumerable.Range(0, crashes.Events).Select(number => (long)number));

        KeyedView<Trace> Open(IEventStore store) => store.Project<Trace>(
            EventQuery.All, "each", static envelope => envelope.StreamId, new() { SaveEvery = crashes.SaveEvery, PageSize = crashes.PageSize, CachedKeys = random.Next(3) });
    }

    private static async Task TryCatchUpAsync(KeyedView<Trace> view)
    {
        try
        {
            await view.CatchUpAsync();
        }
        catch (KilledException)
        {
            // The process is gone; what it had in memory, too.
        }
    }

    private sealed record Crashes(int Events, int SaveEvery, int PageSize, IReadOnlyList<int> Kills, int Seed);
}
