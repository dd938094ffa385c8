using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Llm;

/// <summary>
/// Knows in which streams of a store a request was recorded. It follows the store's feed, so each START is looked at once. Of a recording it keeps the hash of
/// the request, the stream's id and the model, and where it is not complete, up to which version that is known. Of those that it has seen to be incomplete it
/// keeps the newest few of each request: they are looked at again with every lookup, and whoever never reads answers to their end makes no others. Safe for
/// concurrent use.
/// </summary>
internal sealed class RecordingIndex(IEventStore store) : IDisposable
{
    private const int PageSize = 256;
    private const int LongestPrompt = 120;
    private const int MostCompared = 1000;
    private const int MostIncomplete = 16;

    private static readonly EventQuery Starts = EventQuery.All.Of<StartEvent>();

    private readonly SemaphoreSlim _following = new(1);
    private readonly Dictionary<string, List<RecordingEntry>> _byHash = new(StringComparer.Ordinal);
    private long _next;

    /// <inheritdoc/>
    public void Dispose() => _following.Dispose();

    /// <summary>The newest recording of a request; null when there is none.</summary>
    internal async ValueTask<RecordedAnswer?> FindNewestAsync(string requestHash, Func<string?, bool> isOfModel, bool mustBeComplete, CancellationToken cancellationToken)
    {
        RecordingEntry[] entries = await FindEntriesAsync(requestHash, cancellationToken).ConfigureAwait(false);
        int incomplete = 0;
        foreach (RecordingEntry entry in entries.AsEnumerable().Reverse().Where(entry => isOfModel(entry.Model)))
        {
            if (mustBeComplete && entry.IncompleteAt > 0)
            {
                StreamInfo? info = await store.GetStreamInfoAsync(entry.StreamId, cancellationToken).ConfigureAwait(false);
                if (info?.Version == entry.IncompleteAt)
                {
                    entry.IsLeftOut = ++incomplete > MostIncomplete;
                    continue;
                }
            }

            RecordedAnswer? answer = await RecordedAnswer.FindAsync(store, entry.StreamId, cancellationToken).ConfigureAwait(false);
            if (answer?.IsOf(requestHash, entry.Model) != true)
            {
                // The stream is gone, or has begun anew, or taken an attempt at another request, which is known by a START of its own.
                entry.IsLeftOut = true;
            }
            else if (!mustBeComplete || answer.IsComplete)
            {
                return answer;
            }
            else
            {
                entry.IncompleteAt = answer.Version;
                entry.IsLeftOut = ++incomplete > MostIncomplete;
            }
        }

        return null;
    }

    /// <summary>The recordings whose prompts are most like one, of the newest there are.</summary>
    internal async ValueTask<ImmutableArray<RecordingSummary>> FindNearestAsync(string? prompt, int count, CancellationToken cancellationToken)
    {
        var recordings = new List<RecordingSummary>();
        await foreach (Envelope envelope in store.QueryAsync(Starts with { NewestFirst = true }, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (envelope.Is<StartEvent>())
            {
                StartEvent start = StartHead.Read(envelope.Payload);
                recordings.Add(new(envelope.StreamId, start.Options.Model, Short(start.Options.Prompt), envelope.Timestamp));
            }

            if (recordings.Count == MostCompared)
            {
                break;
            }
        }

        string wanted = Short(prompt) ?? "";
        return [.. recordings.OrderByDescending(recording => Likeness(wanted, recording.Prompt ?? "")).ThenByDescending(recording => recording.StartedAt).Take(count)];
    }

    private async ValueTask<RecordingEntry[]> FindEntriesAsync(string requestHash, CancellationToken cancellationToken)
    {
        await _following.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await FollowAsync(cancellationToken).ConfigureAwait(false);
            if (!_byHash.TryGetValue(requestHash, out List<RecordingEntry>? entries))
            {
                return [];
            }

            _ = entries.RemoveAll(static entry => entry.IsLeftOut);
            if (entries.Count == 0)
            {
                _ = _byHash.Remove(requestHash);
            }

            return [.. entries];
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
            using EventPage page = await store.ReadQueryAsync(Starts, _next, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                Add(recorded.StreamId, StartHead.Read(page.PayloadOf(recorded)));
                _next = recorded.Offset + 1;
            }

            _next = page.Count > 0 ? page.Next : Math.Max(_next, end);
            if (page.Count == 0)
            {
                return;
            }
        }
    }

    private void Add(string streamId, StartEvent start)
    {
        if (start.RequestHash is not { } hash)
        {
            return;
        }

        if (!_byHash.TryGetValue(hash, out List<RecordingEntry>? entries))
        {
            _byHash.Add(hash, entries = new(1));
        }
        else if (entries.Count > 0 && string.Equals(entries[^1].StreamId, streamId, StringComparison.Ordinal))
        {
            // Another attempt.
            entries.RemoveAt(entries.Count - 1);
        }

        entries.Add(new(streamId, start.Options.Model));
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
