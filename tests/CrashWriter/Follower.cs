using Daybook.Stores;

namespace Daybook.CrashTesting;

/// <summary>
/// Reads a file store that others write, through all their deaths. Says each event of the feed; throws when a stream that nobody cuts
/// is not as it was in the feed.
/// </summary>
public sealed class Follower(IEventStore store, Action<FormattableString> says)
{
    private readonly Dictionary<string, List<EventId>> _shared = new(StringComparer.Ordinal);

    /// <summary>Follows until told that there is no more, then to the end.</summary>
    public async Task FollowAsync(CancellationToken done)
    {
        long from = 0;
        for (int round = 0; ; round++)
        {
            bool isLast = done.IsCancellationRequested;
            bool isEnd;
            using (EventPage page = await store.ReadFeedAsync(from, 200, CancellationToken.None))
            {
                Say(page);
                from = page.Next;
                isEnd = page.Count == 0;
            }

            await CheckAsync($"stream-{round % 8}");
            if (isEnd && isLast)
            {
                return;
            }
        }
    }

    private void Say(EventPage page)
    {
        foreach (ref readonly RecordedEvent recorded in page.Events)
        {
            says($"{recorded.Offset} {recorded.StreamId} {recorded.Sequence} {recorded.Id}\n");
            if (recorded.StreamId.StartsWith("stream-", StringComparison.Ordinal))
            {
                List<EventId> ids = _shared.TryGetValue(recorded.StreamId, out List<EventId>? known) ? known : _shared[recorded.StreamId] = [];
                ThrowUnless(recorded.Sequence == ids.Count, $"the feed has {recorded.StreamId}/{recorded.Sequence} after {ids.Count} events of it");
                ids.Add(recorded.Id);
            }
        }
    }

    private async Task CheckAsync(string streamId)
    {
        // Reading checks that sequences have no gaps.
        List<(EventId Id, string Text)> events = await store.ReadTextsAsync(streamId);
        List<EventId> ids = _shared.GetValueOrDefault(streamId, []);
        ThrowUnless(events.Take(ids.Count).Select(entry => entry.Id).SequenceEqual(ids), $"{streamId} has {events.Count} events, not those {ids.Count} that the feed had");
    }

    private static void ThrowUnless(bool isRight, FormattableString problem)
    {
        if (!isRight)
        {
            throw new InvalidOperationException(FormattableString.Invariant(problem));
        }
    }
}
