using Daybook.FeedTesting;

namespace Daybook.Tests.Subscriptions;

/// <summary>What must hold of views however they came about.</summary>
internal static class ViewChecks
{
    /// <summary>Each key of a view by stream has met every event of its stream once, in order.</summary>
    public static async Task CheckKeysAsync(IEventStore store, KeyedView<Trace> view, CancellationToken cancellationToken)
    {
        List<string> keys = await view.ListKeysAsync(cancellationToken: cancellationToken).ToListAsync();
        for (int i = 0; i < Worker.Streams; i++)
        {
            List<long> numbers = await store.ReadEventsAsync($"count-{i}", cancellationToken: cancellationToken).ToListAsync(TestData.NumberOf);
            Assert.Equal(numbers.Count > 0, keys.Contains($"count-{i}"));
            Trace? trace = (await view.GetAsync($"count-{i}", cancellationToken))?.State;
            Assert.Equal(numbers.Count > 0 ? TestData.TraceOf(numbers) : null, trace);
        }
    }
}
