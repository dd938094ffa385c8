using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Llm;

/// <summary>Knows the recordings of a store by their requests. It follows the store's feed, so each is looked at once. Safe for concurrent use.</summary>
internal sealed class RecordingIndex(IEventStore store) : IDisposable
{
    private const int PageSize = 256;
    private const int LongestPrompt = 120;

    private static readonly EventQuery Starts = EventQuery.All.Of<StartEvent>();

    private readonly SemaphoreSlim _following = new(1);
    private readonly Dictionary<string, ImmutableList<(RecordingSummary Recording, EventId Start)>> _byHash = new(StringComparer.Ordinal);
    private ImmutableList<RecordingSummary> _all = [];
    private long _next;

    /// <inheritdoc/>
    public void Dispose() => _following.Dispose();

    /// <summary>The recordings of a request, newest first, each with the event that says so.</summary>
    internal async ValueTask<IReadOnlyList<(RecordingSummary Recording, EventId Start)>> FindAsync(string requestHash, CancellationToken cancellationToken)
    {
        await _following.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await FollowAsync(cancellationToken).ConfigureAwait(false);
            return _byHash.TryGetValue(requestHash, out ImmutableList<(RecordingSummary, EventId)>? found) ? found.Reverse() : [];
        }
        finally
        {
            _ = _following.Release();
        }
    }

    /// <summary>The recordings whose prompts are most like one.</summary>
    internal async ValueTask<ImmutableArray<RecordingSummary>> FindNearestAsync(string? prompt, int count, CancellationToken cancellationToken)
    {
        await _following.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await FollowAsync(cancellationToken).ConfigureAwait(false);
            string wanted = Short(prompt) ?? "";
            return [.. _all.OrderByDescending(recording => Likeness(wanted, recording.Prompt ?? "")).ThenByDescending(recording => recording.StartedAt).Take(count)];
        }
        finally
        {
            _ = _following.Release();
        }
    }

    private async ValueTask FollowAsync(CancellationToken cancellationToken)
    {
        // An empty page does not say how far the store looked, but all that there was before it was read has been looked at.
        long end = await store.GetFeedEndAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            List<(string StreamId, long Sequence, long Offset)> found = [];
            long next;
            using (EventPage page = await store.ReadQueryAsync(Starts, _next, PageSize, cancellationToken).ConfigureAwait(false))
            {
                foreach (ref readonly RecordedEvent recorded in page.Events)
                {
                    found.Add((recorded.StreamId, recorded.Sequence, recorded.Offset));
                }

                next = page.Count > 0 ? page.Next : Math.Max(_next, end);
            }

            foreach ((string streamId, long sequence, long offset) in found)
            {
                await AddAsync(streamId, sequence, cancellationToken).ConfigureAwait(false);

                // What was added is not added again by whoever comes after a cancelled or failed read.
                _next = offset + 1;
            }

            _next = next;
            if (found.Count == 0)
            {
                return;
            }
        }
    }

    private async ValueTask AddAsync(string streamId, long sequence, CancellationToken cancellationToken)
    {
        await foreach (Envelope envelope in store.ReadEventsAsync(streamId, sequence, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            // A stream may have been deleted since, or begun anew.
            if (envelope.Sequence == sequence && envelope.TryGet<StartEvent>(out var start))
            {
                var recording = new RecordingSummary(streamId, start.Options.Model, Short(start.Options.Prompt), envelope.Timestamp);
                _all = _all.Add(recording);
                if (start.RequestHash is { } hash)
                {
                    _byHash[hash] = _byHash.GetValueOrDefault(hash, []).Add((recording, envelope.EventId));
                }
            }

            return;
        }
    }

    private static string? Short(string? prompt) => prompt is { Length: > LongestPrompt } ? prompt[..LongestPrompt] : prompt;

    // The share of words that both have.
    private static double Likeness(string left, string right)
    {
        string[] words = left.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] others = right.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int common = words.Intersect(others, StringComparer.OrdinalIgnoreCase).Count();
        return words.Length + others.Length == 0 ? 1 : 2.0 * common / (words.Length + others.Length);
    }
}
